-- A correction is asked for in time; what was decided stays; the time that was given is not taken back.

CREATE TRIGGER correction_in_time BEFORE INSERT ON line_corrections WHEN EXISTS (SELECT 1 FROM rereadings r WHERE r.session_id = NEW.session_id AND NEW.asked_at >= r.until_at)
BEGIN SELECT RAISE(ABORT, 'a correction is asked for in time'); END;

CREATE TRIGGER correction_decided BEFORE UPDATE ON line_corrections WHEN OLD.state <> 'asked' AND (NEW.state <> OLD.state OR NEW.wording <> OLD.wording OR NEW.reason <> OLD.reason)
BEGIN SELECT RAISE(ABORT, 'a correction is decided once'); END;

CREATE TRIGGER rereading_only_longer BEFORE UPDATE ON rereadings WHEN NEW.until_at < OLD.until_at
BEGIN SELECT RAISE(ABORT, 'the time to reread is not taken back'); END;
