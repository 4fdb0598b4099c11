DROP INDEX passage_ends_into;
DROP INDEX passage_ends_passage;
DROP TABLE passage_origins;
ALTER TABLE passage_ends DROP COLUMN likely_text_id;
ALTER TABLE passage_ends DROP COLUMN confidence;
ALTER TABLE passage_ends DROP COLUMN said;
ALTER TABLE passage_texts DROP COLUMN revision;
ALTER TABLE passage_texts DROP COLUMN confidence;
