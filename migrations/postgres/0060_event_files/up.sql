-- Documents of an event that were uploaded, beside those that are links. Each stands in parts, so that it is read a part at a time.
-- What was uploaded does not change: it is taken away, and another one is added.

CREATE TABLE event_files (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  note TEXT NOT NULL,
  file_name TEXT NOT NULL CHECK (length(file_name) > 0),
  content_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  added_by BIGINT NOT NULL REFERENCES accounts (id),
  added_at BIGINT NOT NULL
);
CREATE INDEX event_files_event ON event_files (event_id, id);

CREATE TABLE event_file_parts (
  file_id BIGINT NOT NULL REFERENCES event_files (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  bytes BYTEA NOT NULL,
  PRIMARY KEY (file_id, position)
);

CREATE FUNCTION event_file_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a document of an event does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER event_file_fixed BEFORE UPDATE ON event_files FOR EACH ROW EXECUTE FUNCTION event_file_fixed();
CREATE TRIGGER event_file_part_fixed BEFORE UPDATE ON event_file_parts FOR EACH ROW EXECUTE FUNCTION event_file_fixed();
