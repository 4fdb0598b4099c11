-- The file of an act has an entry of its own in the chain, whose commitment is the file's SHA-256.

ALTER TABLE register_entries DROP CONSTRAINT register_entries_act_check;
ALTER TABLE register_entries ADD CONSTRAINT register_entries_act_check
  CHECK (act IN ('received', 'edited', 'withdrawn', 'published', 'held', 'refused', 'redacted', 'duplicate', 'reinstated', 'erased', 'file'));

-- Which entry: none yet for an act that was received before this was kept.
ALTER TABLE register_acts ADD COLUMN entry_seq INTEGER;

CREATE FUNCTION register_act_entry_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.entry_seq IS NOT NULL AND (NEW.entry_seq IS NULL OR NEW.entry_seq <> OLD.entry_seq) THEN RAISE EXCEPTION 'the entry of a file does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER register_act_entry_fixed BEFORE UPDATE ON register_acts FOR EACH ROW EXECUTE FUNCTION register_act_entry_fixed();

CREATE FUNCTION register_act_entry_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.entry_seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM register_entries e JOIN contributions c ON c.process_id = e.process_id AND c.number = e.number WHERE c.id = NEW.contribution_id AND e.seq = NEW.entry_seq AND e.act = 'file' AND e.commitment = NEW.sha256) THEN RAISE EXCEPTION 'the entry of a file holds its hash' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER register_act_entry_says BEFORE UPDATE ON register_acts FOR EACH ROW EXECUTE FUNCTION register_act_entry_says();
