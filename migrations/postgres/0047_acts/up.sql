-- Acts of other bodies (a motion, a letter) are received like anything else: a kind of contribution of their own, with number, day and
-- file. The file stands in parts, so that it is read a part at a time. It does not change; whether everybody may read it may.

ALTER TABLE contributions DROP CONSTRAINT contributions_kind_check;
ALTER TABLE contributions ADD CONSTRAINT contributions_kind_check
  CHECK (kind IN ('appreciation', 'addition', 'rewording', 'question', 'act'));
ALTER TABLE contributions ADD CONSTRAINT contributions_act_check
  CHECK (kind <> 'act' OR (NOT late AND account_id IS NULL AND named_as = 'organisation' AND channel IN ('certified_mail', 'paper', 'other')));

CREATE TABLE register_acts (
  contribution_id BIGINT PRIMARY KEY NOT NULL REFERENCES contributions (id),
  kind TEXT NOT NULL CHECK (kind IN ('motion', 'resolution', 'letter', 'opinion', 'other')),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  act_number TEXT NOT NULL CHECK (length(trim(act_number)) > 0),
  act_date DATE NOT NULL,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  file_public BOOLEAN NOT NULL
);

CREATE TABLE register_act_parts (
  contribution_id BIGINT NOT NULL REFERENCES register_acts (contribution_id),
  position INTEGER NOT NULL CHECK (position >= 0),
  bytes BYTEA NOT NULL,
  PRIMARY KEY (contribution_id, position)
);

CREATE FUNCTION register_act_is_an_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NOT EXISTS (SELECT 1 FROM contributions c WHERE c.id = NEW.contribution_id AND c.kind = 'act') THEN RAISE EXCEPTION 'only a contribution that is an act has the data of one' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER register_act_is_an_act BEFORE INSERT ON register_acts FOR EACH ROW EXECUTE FUNCTION register_act_is_an_act();

CREATE FUNCTION register_act_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.contribution_id <> OLD.contribution_id OR NEW.kind <> OLD.kind OR NEW.title <> OLD.title OR NEW.act_number <> OLD.act_number OR NEW.act_date <> OLD.act_date OR NEW.file_name <> OLD.file_name OR NEW.content_type <> OLD.content_type OR NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size THEN RAISE EXCEPTION 'a received act does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER register_act_fixed BEFORE UPDATE ON register_acts FOR EACH ROW EXECUTE FUNCTION register_act_fixed();

CREATE FUNCTION register_act_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a received act is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER register_act_kept BEFORE DELETE ON register_acts FOR EACH ROW EXECUTE FUNCTION register_act_kept();

CREATE FUNCTION register_act_part_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'the file of an act does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER register_act_part_fixed BEFORE UPDATE ON register_act_parts FOR EACH ROW EXECUTE FUNCTION register_act_part_fixed();

CREATE FUNCTION register_act_part_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'the file of an act is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER register_act_part_kept BEFORE DELETE ON register_act_parts FOR EACH ROW EXECUTE FUNCTION register_act_part_kept();

CREATE FUNCTION contribution_stays_an_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF (NEW.kind = 'act') <> (OLD.kind = 'act') THEN RAISE EXCEPTION 'what was received as an act stays one' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER contribution_stays_an_act BEFORE UPDATE ON contributions FOR EACH ROW EXECUTE FUNCTION contribution_stays_an_act();
