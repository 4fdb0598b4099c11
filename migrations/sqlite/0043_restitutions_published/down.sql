DROP TRIGGER restitution_of_its_event;
DROP TABLE restitution_files;
DROP TABLE restitution_editions;
