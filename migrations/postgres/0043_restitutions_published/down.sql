DROP TRIGGER restitution_of_its_event ON restitutions;
DROP TABLE restitution_files;
DROP TABLE restitution_editions;
DROP FUNCTION restitution_of_its_event();
DROP FUNCTION restitution_second_reader();
DROP FUNCTION restitution_file_kept();
DROP FUNCTION restitution_file_immutable();
DROP FUNCTION restitution_kept();
DROP FUNCTION restitution_immutable();
