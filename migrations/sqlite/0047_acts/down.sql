DROP TABLE register_act_parts;
DROP TABLE register_acts;
DROP TRIGGER contribution_stays_an_act;
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
  kind TEXT NOT NULL CHECK (kind IN ('appreciation', 'addition', 'rewording', 'question')),
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
  CHECK (duplicate_of IS NULL OR duplicate_of <> id)
);
INSERT INTO contributions SELECT * FROM contributions_before;
DROP TABLE contributions_before;
CREATE INDEX contributions_passage ON contributions (passage_id);
CREATE INDEX contributions_account ON contributions (account_id);
CREATE INDEX contributions_version ON contributions (version_id);
CREATE TRIGGER contribution_kept BEFORE DELETE ON contributions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a received contribution is not deleted'); END;
