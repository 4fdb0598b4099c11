-- Files are made anew when they are asked for: there is nothing to take back.
DELETE FROM plan_files;
