-- From which requests the words of a published version come does not change.

CREATE FUNCTION passage_requests_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'from which request the words of a published version come does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_requests_closed BEFORE INSERT ON passage_requests FOR EACH ROW EXECUTE FUNCTION passage_requests_closed();

CREATE FUNCTION passage_requests_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'from which request the words of a published version come does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_requests_fixed BEFORE UPDATE ON passage_requests FOR EACH ROW EXECUTE FUNCTION passage_requests_fixed();

CREATE FUNCTION passage_requests_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'from which request the words of a published version come does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER passage_requests_kept BEFORE DELETE ON passage_requests FOR EACH ROW EXECUTE FUNCTION passage_requests_kept();
