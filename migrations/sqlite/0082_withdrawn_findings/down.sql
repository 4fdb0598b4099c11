DROP TRIGGER source_is_published;
CREATE TRIGGER source_is_published BEFORE INSERT ON passage_sources WHEN NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published)
BEGIN SELECT RAISE(ABORT, 'a source is a published finding'); END;
DROP TRIGGER theme_rests_on_three;
CREATE TRIGGER theme_rests_on_three BEFORE UPDATE ON interview_themes WHEN NEW.interviews < 3 AND EXISTS (SELECT 1 FROM findings f WHERE f.theme_id = NEW.id AND f.published)
BEGIN SELECT RAISE(ABORT, 'a theme with published findings rests on three interviews'); END;
DROP TRIGGER finding_becomes_public_on_held;
DROP TRIGGER finding_rests_on_held;
DROP TABLE finding_withdrawals;
