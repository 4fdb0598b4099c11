ALTER TABLE versions DROP COLUMN summary;
