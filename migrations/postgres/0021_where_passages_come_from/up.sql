-- What was published of where passages come from and went does not change.

CREATE FUNCTION passage_ends_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'where a passage of a published version went does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_ends_closed BEFORE INSERT ON passage_ends FOR EACH ROW EXECUTE FUNCTION passage_ends_closed();

CREATE FUNCTION passage_origins_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'where a passage of a published version comes from does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_origins_closed BEFORE INSERT ON passage_origins FOR EACH ROW EXECUTE FUNCTION passage_origins_closed();

CREATE FUNCTION passage_origins_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'where a passage of a published version comes from does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_origins_fixed BEFORE UPDATE ON passage_origins FOR EACH ROW EXECUTE FUNCTION passage_origins_fixed();

CREATE FUNCTION passage_origins_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'where a passage of a published version comes from does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER passage_origins_kept BEFORE DELETE ON passage_origins FOR EACH ROW EXECUTE FUNCTION passage_origins_kept();

CREATE FUNCTION version_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.published_at IS NOT NULL AND OLD.published_at IS NULL AND (EXISTS (SELECT 1 FROM passage_ends e WHERE e.version_id = NEW.id AND e.said = 'unsure') OR EXISTS (SELECT 1 FROM passage_origins o WHERE o.version_id = NEW.id AND o.said = 'unsure') OR EXISTS (SELECT 1 FROM passage_texts t WHERE t.version_id = NEW.id AND t.matched = 'unsure')) THEN RAISE EXCEPTION 'a version is not published while a person is to say where its passages went or come from' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER version_decided BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION version_decided();
