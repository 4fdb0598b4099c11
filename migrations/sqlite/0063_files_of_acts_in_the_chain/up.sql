-- The file of an act has an entry of its own in the chain, whose commitment is the file's SHA-256. SQLite changes a CHECK by making the
-- table anew; the entries are what they were.

CREATE TABLE register_entries_before AS SELECT * FROM register_entries;
DROP TABLE register_entries;
CREATE TABLE register_entries (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  seq INTEGER NOT NULL,
  at BIGINT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('received', 'edited', 'withdrawn', 'published', 'held', 'refused', 'redacted', 'duplicate', 'reinstated', 'erased', 'file')),
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  commitment TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (process_id, seq)
);
INSERT INTO register_entries SELECT * FROM register_entries_before;
DROP TABLE register_entries_before;
CREATE TRIGGER register_only_grows_update BEFORE UPDATE ON register_entries WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER register_only_grows_delete BEFORE DELETE ON register_entries WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;

-- Which entry: none yet for an act that was received before this was kept.
ALTER TABLE register_acts ADD COLUMN entry_seq INTEGER;

CREATE TRIGGER register_act_entry_fixed BEFORE UPDATE ON register_acts WHEN OLD.entry_seq IS NOT NULL AND (NEW.entry_seq IS NULL OR NEW.entry_seq <> OLD.entry_seq)
BEGIN SELECT RAISE(ABORT, 'the entry of a file does not change'); END;

CREATE TRIGGER register_act_entry_says BEFORE UPDATE ON register_acts WHEN NEW.entry_seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM register_entries e JOIN contributions c ON c.process_id = e.process_id AND c.number = e.number WHERE c.id = NEW.contribution_id AND e.seq = NEW.entry_seq AND e.act = 'file' AND e.commitment = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'the entry of a file holds its hash'); END;
