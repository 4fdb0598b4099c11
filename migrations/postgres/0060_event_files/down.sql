DROP TABLE event_file_parts;
DROP TABLE event_files;
DROP FUNCTION event_file_fixed();
