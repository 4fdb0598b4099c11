DROP TABLE passage_edits;
