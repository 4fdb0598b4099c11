-- What was learnt from the interviews, by theme. No column but these four: no person, no interview, no account, no instant, no
-- order. Without a rowid, which would count up with every entry; without a unique index over the words, which would keep them a
-- second time (one writer looks before it writes).

CREATE TABLE findings (
  id BIGINT PRIMARY KEY NOT NULL,
  theme_id BIGINT NOT NULL REFERENCES interview_themes (id),
  text TEXT NOT NULL CHECK (text <> ''),
  published BOOLEAN NOT NULL
) WITHOUT ROWID;

CREATE TABLE passage_sources (
  passage_id BIGINT NOT NULL REFERENCES passages (id),
  finding_id BIGINT NOT NULL REFERENCES findings (id),
  PRIMARY KEY (passage_id, finding_id)
) WITHOUT ROWID;
CREATE INDEX passage_sources_finding ON passage_sources (finding_id);

CREATE TRIGGER finding_fixed BEFORE UPDATE ON findings WHEN OLD.published
BEGIN SELECT RAISE(ABORT, 'a published finding does not change'); END;

CREATE TRIGGER finding_kept BEFORE DELETE ON findings WHEN OLD.published
BEGIN SELECT RAISE(ABORT, 'a published finding is not deleted'); END;

CREATE TRIGGER finding_rests_on_three BEFORE INSERT ON findings WHEN NEW.published AND NOT EXISTS (SELECT 1 FROM interview_themes t WHERE t.id = NEW.theme_id AND t.interviews >= 3)
BEGIN SELECT RAISE(ABORT, 'a finding is published when its theme rests on three interviews'); END;

CREATE TRIGGER finding_becomes_public BEFORE UPDATE ON findings WHEN NEW.published AND NOT EXISTS (SELECT 1 FROM interview_themes t WHERE t.id = NEW.theme_id AND t.interviews >= 3)
BEGIN SELECT RAISE(ABORT, 'a finding is published when its theme rests on three interviews'); END;

CREATE TRIGGER theme_rests_on_three BEFORE UPDATE ON interview_themes WHEN NEW.interviews < 3 AND EXISTS (SELECT 1 FROM findings f WHERE f.theme_id = NEW.id AND f.published)
BEGIN SELECT RAISE(ABORT, 'a theme with published findings rests on three interviews'); END;

CREATE TRIGGER source_is_published BEFORE INSERT ON passage_sources WHEN NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published)
BEGIN SELECT RAISE(ABORT, 'a source is a published finding'); END;

CREATE TRIGGER source_fixed BEFORE UPDATE ON passage_sources WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a source does not change'); END;
