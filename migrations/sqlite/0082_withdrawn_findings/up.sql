-- A published finding that was taken back: its words stay as they were published, and nobody is served them any more. Why, and on
-- which day, is public. No instant and no account: the trail has who did it (docs/decisions/0048). A finding is published on no more
-- interviews than were held.

CREATE TABLE finding_withdrawals (
  finding_id BIGINT PRIMARY KEY NOT NULL REFERENCES findings (id),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  withdrawn_on DATE NOT NULL
);

CREATE TRIGGER finding_withdrawal_published BEFORE INSERT ON finding_withdrawals WHEN NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published)
BEGIN SELECT RAISE(ABORT, 'only a published finding is withdrawn'); END;

CREATE TRIGGER finding_withdrawal_fixed BEFORE UPDATE ON finding_withdrawals WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'what was withdrawn stays withdrawn'); END;

CREATE TRIGGER finding_withdrawal_kept BEFORE DELETE ON finding_withdrawals WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'what was withdrawn stays withdrawn'); END;

CREATE TRIGGER finding_rests_on_held BEFORE INSERT ON findings WHEN NEW.published AND EXISTS (SELECT 1 FROM interview_themes t WHERE t.id = NEW.theme_id AND t.interviews > (SELECT count(*) FROM interviews i WHERE i.process_id = t.process_id))
BEGIN SELECT RAISE(ABORT, 'a finding is published on no more interviews than were held'); END;

CREATE TRIGGER finding_becomes_public_on_held BEFORE UPDATE ON findings WHEN NEW.published AND EXISTS (SELECT 1 FROM interview_themes t WHERE t.id = NEW.theme_id AND t.interviews > (SELECT count(*) FROM interviews i WHERE i.process_id = t.process_id))
BEGIN SELECT RAISE(ABORT, 'a finding is published on no more interviews than were held'); END;

DROP TRIGGER theme_rests_on_three;
CREATE TRIGGER theme_rests_on_three BEFORE UPDATE ON interview_themes WHEN NEW.interviews < 3 AND EXISTS (SELECT 1 FROM findings f WHERE f.theme_id = NEW.id AND f.published AND NOT EXISTS (SELECT 1 FROM finding_withdrawals x WHERE x.finding_id = f.id))
BEGIN SELECT RAISE(ABORT, 'a theme with published findings rests on three interviews'); END;

DROP TRIGGER source_is_published;
CREATE TRIGGER source_is_published BEFORE INSERT ON passage_sources WHEN NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published AND NOT EXISTS (SELECT 1 FROM finding_withdrawals x WHERE x.finding_id = f.id))
BEGIN SELECT RAISE(ABORT, 'a source is a published finding'); END;
