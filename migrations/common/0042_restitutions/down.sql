DROP TABLE event_voices;
DROP TABLE withheld_lines;
DROP TABLE restitution_sources;
DROP TABLE restitution_lines;
DROP TABLE restitution_points;
DROP TABLE restitutions;
