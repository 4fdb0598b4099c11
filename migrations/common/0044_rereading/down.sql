DROP TABLE line_corrections;
DROP TABLE rereading_links;
DROP TABLE rereadings;
