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
  bytes BLOB NOT NULL,
  PRIMARY KEY (edition_id, format)
);

CREATE TRIGGER restitution_immutable BEFORE UPDATE ON restitution_editions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published restitution does not change'); END;

CREATE TRIGGER restitution_kept BEFORE DELETE ON restitution_editions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published restitution is not deleted'); END;

CREATE TRIGGER restitution_file_immutable BEFORE UPDATE ON restitution_files WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published file does not change'); END;

CREATE TRIGGER restitution_file_kept BEFORE DELETE ON restitution_files WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published file is not deleted'); END;

CREATE TRIGGER restitution_second_reader BEFORE INSERT ON restitution_editions WHEN EXISTS (SELECT 1 FROM restitution_points p WHERE p.restitution_id = NEW.restitution_id AND p.written_by = NEW.published_by)
BEGIN SELECT RAISE(ABORT, 'who wrote a restitution does not publish it'); END;

CREATE TRIGGER restitution_of_its_event BEFORE INSERT ON restitutions WHEN NEW.session_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM table_sessions s JOIN event_tables t ON t.id = s.table_id WHERE s.id = NEW.session_id AND t.event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'a session belongs to its event'); END;
