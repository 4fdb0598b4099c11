-- What an alignment says beside the codes: how certain each is, where a passage that ended went and who said so, and from
-- which passages a new one was parted. And how often each passage of a draft was changed by hand: who changes it says what
-- they saw.

ALTER TABLE passage_texts ADD COLUMN confidence INTEGER NOT NULL DEFAULT 1000 CHECK (confidence BETWEEN 0 AND 1000);
ALTER TABLE passage_texts ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0);

ALTER TABLE passage_ends ADD COLUMN said TEXT NOT NULL DEFAULT 'by_hand' CHECK (said IN ('program', 'by_hand', 'unsure'));
ALTER TABLE passage_ends ADD COLUMN confidence INTEGER NOT NULL DEFAULT 1000 CHECK (confidence BETWEEN 0 AND 1000);
-- While a person is to say: the block of the draft that seems to have taken it in.
ALTER TABLE passage_ends ADD COLUMN likely_text_id BIGINT REFERENCES passage_texts (id) ON DELETE SET NULL;

CREATE TABLE passage_origins (
  version_id BIGINT NOT NULL REFERENCES versions (id),
  passage_id BIGINT NOT NULL REFERENCES passages (id),
  from_passage_id BIGINT NOT NULL REFERENCES passages (id),
  said TEXT NOT NULL CHECK (said IN ('program', 'by_hand', 'unsure')),
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
  PRIMARY KEY (version_id, passage_id, from_passage_id),
  CHECK (passage_id <> from_passage_id)
);
CREATE INDEX passage_origins_passage ON passage_origins (passage_id);
CREATE INDEX passage_origins_from ON passage_origins (from_passage_id);
CREATE INDEX passage_ends_passage ON passage_ends (passage_id);
CREATE INDEX passage_ends_into ON passage_ends (into_passage_id);
