-- What was learnt from the interviews, by theme. No column but these four: no person, no interview, no account, no instant, no
-- order. The same words under one theme stand once (over their MD5, because an index keeps no long text).

CREATE TABLE findings (
  id BIGINT PRIMARY KEY NOT NULL,
  theme_id BIGINT NOT NULL REFERENCES interview_themes (id),
  text TEXT NOT NULL CHECK (text <> ''),
  published BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX findings_once ON findings (theme_id, md5(text));

CREATE TABLE passage_sources (
  passage_id BIGINT NOT NULL REFERENCES passages (id),
  finding_id BIGINT NOT NULL REFERENCES findings (id),
  PRIMARY KEY (passage_id, finding_id)
);
CREATE INDEX passage_sources_finding ON passage_sources (finding_id);

CREATE FUNCTION finding_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.published THEN RAISE EXCEPTION 'a published finding does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER finding_fixed BEFORE UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION finding_fixed();

CREATE FUNCTION finding_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.published THEN RAISE EXCEPTION 'a published finding is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER finding_kept BEFORE DELETE ON findings FOR EACH ROW EXECUTE FUNCTION finding_kept();

CREATE FUNCTION finding_rests_on_three() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.published AND NOT EXISTS (SELECT 1 FROM interview_themes t WHERE t.id = NEW.theme_id AND t.interviews >= 3) THEN RAISE EXCEPTION 'a finding is published when its theme rests on three interviews' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER finding_rests_on_three BEFORE INSERT OR UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION finding_rests_on_three();

CREATE FUNCTION theme_rests_on_three() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.interviews < 3 AND EXISTS (SELECT 1 FROM findings f WHERE f.theme_id = NEW.id AND f.published) THEN RAISE EXCEPTION 'a theme with published findings rests on three interviews' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER theme_rests_on_three BEFORE UPDATE ON interview_themes FOR EACH ROW EXECUTE FUNCTION theme_rests_on_three();

CREATE FUNCTION source_is_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published) THEN RAISE EXCEPTION 'a source is a published finding' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER source_is_published BEFORE INSERT ON passage_sources FOR EACH ROW EXECUTE FUNCTION source_is_published();

CREATE FUNCTION source_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a source does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER source_fixed BEFORE UPDATE ON passage_sources FOR EACH ROW EXECUTE FUNCTION source_fixed();
