DROP TABLE minute_acts;
DROP TABLE minute_contributions;
DROP TABLE minute_wordings;
DROP TABLE minute_lines;
DROP TABLE minutes;
