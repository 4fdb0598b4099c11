-- The files of a version say the same (docs/decisions/0025, 0033). Those made before the summary and merged tables stood in all of them
-- are made anew when they are next asked for.
DELETE FROM plan_files;
