DROP TRIGGER plan_file_published ON plan_files;
DROP FUNCTION plan_file_published();
DROP TRIGGER plan_file_immutable ON plan_files;
DROP FUNCTION plan_file_immutable();
DROP TABLE plan_files;
