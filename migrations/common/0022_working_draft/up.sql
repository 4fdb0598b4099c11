-- Every change made by hand to a passage of a draft: who, when, and its text as it was left. The row of the passage may be gone,
-- and so may its code: neither is a reference.
CREATE TABLE passage_edits (
  id BIGINT PRIMARY KEY NOT NULL,
  version_id BIGINT NOT NULL REFERENCES versions (id),
  row_id BIGINT NOT NULL,
  code INTEGER,
  act TEXT NOT NULL CHECK (act IN ('imported', 'edited', 'moved', 'split', 'joined', 'inserted', 'removed', 'proposal')),
  revision INTEGER NOT NULL CHECK (revision > 0),
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'list_item', 'table', 'quote', 'code', 'caption', 'footnote')),
  level INTEGER NOT NULL,
  block TEXT NOT NULL,
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  edited_by BIGINT NOT NULL REFERENCES accounts (id),
  edited_at BIGINT NOT NULL
);
CREATE INDEX passage_edits_version ON passage_edits (version_id, row_id);
