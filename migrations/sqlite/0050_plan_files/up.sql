-- The files of a published version, made once and kept: what anybody downloads stays what it was. A draft has none.

CREATE TABLE plan_files (
  version_id BIGINT NOT NULL REFERENCES versions (id),
  format TEXT NOT NULL CHECK (format IN ('pdf', 'docx', 'odt', 'md', 'json')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (version_id, format)
);

CREATE TRIGGER plan_file_immutable BEFORE UPDATE ON plan_files WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a file of a published version does not change'); END;

CREATE TRIGGER plan_file_published BEFORE INSERT ON plan_files WHEN NOT EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a draft has no files'); END;
