-- Restitutions as they were published, edition after edition, with their files. An edition does not change, and who published it
-- wrote none of its words.

CREATE TABLE restitution_editions (
  id BIGINT PRIMARY KEY NOT NULL,
  restitution_id BIGINT NOT NULL REFERENCES restitutions (id),
  number INTEGER NOT NULL CHECK (number > 0),
  content TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  published_by BIGINT NOT NULL REFERENCES accounts (id),
  published_at BIGINT NOT NULL,
  UNIQUE (restitution_id, number)
);

CREATE TABLE restitution_files (
  edition_id BIGINT NOT NULL REFERENCES restitution_editions (id),
  format TEXT NOT NULL CHECK (format IN ('pdf', 'docx')),
  sha256 TEXT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (edition_id, format)
);

CREATE FUNCTION restitution_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published restitution does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER restitution_immutable BEFORE UPDATE ON restitution_editions FOR EACH ROW EXECUTE FUNCTION restitution_immutable();

CREATE FUNCTION restitution_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published restitution is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER restitution_kept BEFORE DELETE ON restitution_editions FOR EACH ROW EXECUTE FUNCTION restitution_kept();

CREATE FUNCTION restitution_file_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published file does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER restitution_file_immutable BEFORE UPDATE ON restitution_files FOR EACH ROW EXECUTE FUNCTION restitution_file_immutable();

CREATE FUNCTION restitution_file_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published file is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER restitution_file_kept BEFORE DELETE ON restitution_files FOR EACH ROW EXECUTE FUNCTION restitution_file_kept();

CREATE FUNCTION restitution_second_reader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM restitution_points p WHERE p.restitution_id = NEW.restitution_id AND p.written_by = NEW.published_by) THEN RAISE EXCEPTION 'who wrote a restitution does not publish it' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER restitution_second_reader BEFORE INSERT ON restitution_editions FOR EACH ROW EXECUTE FUNCTION restitution_second_reader();

CREATE FUNCTION restitution_of_its_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.session_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM table_sessions s JOIN event_tables t ON t.id = s.table_id WHERE s.id = NEW.session_id AND t.event_id = NEW.event_id) THEN RAISE EXCEPTION 'a session belongs to its event' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER restitution_of_its_event BEFORE INSERT ON restitutions FOR EACH ROW EXECUTE FUNCTION restitution_of_its_event();
