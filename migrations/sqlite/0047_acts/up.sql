-- Acts of other bodies (a motion, a letter) are received like anything else: a kind of contribution of their own, with number, day and
-- file. The file stands in parts, so that it is read a part at a time. It does not change; whether everybody may read it may.
-- SQLite changes a CHECK by making the table anew, in the same transaction, as in 0041.

PRAGMA defer_foreign_keys = ON;
CREATE TABLE contributions_before AS SELECT * FROM contributions;
DROP TABLE contributions;
CREATE TABLE contributions (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  consultation_id BIGINT NOT NULL REFERENCES consultations (id),
  channel TEXT NOT NULL CHECK (channel IN ('online', 'certified_mail', 'paper', 'table', 'other')),
  late BOOLEAN NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('appreciation', 'addition', 'rewording', 'question', 'act')),
  version_id BIGINT NOT NULL REFERENCES versions (id),
  passage_id BIGINT REFERENCES passages (id),
  account_id BIGINT REFERENCES accounts (id),
  organisation_id BIGINT REFERENCES organisations (id),
  sender TEXT NOT NULL,
  evidence TEXT NOT NULL,
  shown BOOLEAN NOT NULL,
  named_as TEXT NOT NULL CHECK (named_as IN ('organisation', 'anonymous', 'pseudonym')),
  pseudonym TEXT NOT NULL,
  revision INTEGER NOT NULL,
  moderation TEXT NOT NULL CHECK (moderation IN ('waiting', 'published', 'held', 'refused')),
  refusal TEXT NOT NULL,
  refusal_note TEXT NOT NULL,
  moderated_at BIGINT,
  withdrawn_at BIGINT,
  duplicate_of BIGINT REFERENCES contributions (id),
  received_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  told_at BIGINT,
  UNIQUE (process_id, number),
  CHECK (moderation <> 'refused' OR length(trim(refusal)) > 0),
  CHECK (named_as <> 'pseudonym' OR length(trim(pseudonym)) > 0),
  CHECK (named_as <> 'organisation' OR organisation_id IS NOT NULL),
  CHECK (channel = 'online' OR length(trim(evidence)) > 0),
  CHECK (duplicate_of IS NULL OR duplicate_of <> id),
  CHECK (kind <> 'act' OR (NOT late AND account_id IS NULL AND named_as = 'organisation' AND channel IN ('certified_mail', 'paper', 'other')))
);
INSERT INTO contributions SELECT * FROM contributions_before;
DROP TABLE contributions_before;
CREATE INDEX contributions_passage ON contributions (passage_id);
CREATE INDEX contributions_account ON contributions (account_id);
CREATE INDEX contributions_version ON contributions (version_id);
CREATE TRIGGER contribution_kept BEFORE DELETE ON contributions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a received contribution is not deleted'); END;

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
  bytes BLOB NOT NULL,
  PRIMARY KEY (contribution_id, position)
);

CREATE TRIGGER register_act_is_an_act BEFORE INSERT ON register_acts WHEN NOT EXISTS (SELECT 1 FROM contributions c WHERE c.id = NEW.contribution_id AND c.kind = 'act')
BEGIN SELECT RAISE(ABORT, 'only a contribution that is an act has the data of one'); END;

CREATE TRIGGER register_act_fixed BEFORE UPDATE ON register_acts WHEN NEW.contribution_id <> OLD.contribution_id OR NEW.kind <> OLD.kind OR NEW.title <> OLD.title OR NEW.act_number <> OLD.act_number OR NEW.act_date <> OLD.act_date OR NEW.file_name <> OLD.file_name OR NEW.content_type <> OLD.content_type OR NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size
BEGIN SELECT RAISE(ABORT, 'a received act does not change'); END;

CREATE TRIGGER register_act_kept BEFORE DELETE ON register_acts WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a received act is not deleted'); END;

CREATE TRIGGER register_act_part_fixed BEFORE UPDATE ON register_act_parts WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the file of an act does not change'); END;

CREATE TRIGGER register_act_part_kept BEFORE DELETE ON register_act_parts WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the file of an act is not deleted'); END;

CREATE TRIGGER contribution_stays_an_act BEFORE UPDATE ON contributions WHEN (NEW.kind = 'act') <> (OLD.kind = 'act')
BEGIN SELECT RAISE(ABORT, 'what was received as an act stays one'); END;
