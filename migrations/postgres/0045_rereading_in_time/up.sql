-- A correction is asked for in time; what was decided stays; the time that was given is not taken back.

CREATE FUNCTION correction_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM rereadings r WHERE r.session_id = NEW.session_id AND NEW.asked_at >= r.until_at) THEN RAISE EXCEPTION 'a correction is asked for in time' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER correction_in_time BEFORE INSERT ON line_corrections FOR EACH ROW EXECUTE FUNCTION correction_in_time();

CREATE FUNCTION correction_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.state <> 'asked' AND (NEW.state <> OLD.state OR NEW.wording <> OLD.wording OR NEW.reason <> OLD.reason) THEN RAISE EXCEPTION 'a correction is decided once' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER correction_decided BEFORE UPDATE ON line_corrections FOR EACH ROW EXECUTE FUNCTION correction_decided();

CREATE FUNCTION rereading_only_longer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.until_at < OLD.until_at THEN RAISE EXCEPTION 'the time to reread is not taken back' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER rereading_only_longer BEFORE UPDATE ON rereadings FOR EACH ROW EXECUTE FUNCTION rereading_only_longer();
