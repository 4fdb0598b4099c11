DROP TRIGGER plan_file_published;
DROP TRIGGER plan_file_immutable;
DROP TABLE plan_files;
