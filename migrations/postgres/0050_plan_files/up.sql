-- The files of a published version, made once and kept: what anybody downloads stays what it was. A draft has none.

CREATE TABLE plan_files (
  version_id BIGINT NOT NULL REFERENCES versions (id),
  format TEXT NOT NULL CHECK (format IN ('pdf', 'docx', 'odt', 'md', 'json')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes BYTEA NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (version_id, format)
);

CREATE FUNCTION plan_file_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a file of a published version does not change' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER plan_file_immutable BEFORE UPDATE ON plan_files FOR EACH ROW EXECUTE FUNCTION plan_file_immutable();

CREATE FUNCTION plan_file_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NOT EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'a draft has no files' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER plan_file_published BEFORE INSERT ON plan_files FOR EACH ROW EXECUTE FUNCTION plan_file_published();
