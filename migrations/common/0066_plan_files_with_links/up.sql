-- The files of a version say the same (docs/decisions/0025, 0040): those made before links led from passage to passage are made anew
-- when they are next asked for.
DELETE FROM plan_files;
