-- A published finding that was taken back: its words stay as they were published, and nobody is served them any more. Why, and on
-- which day, is public. No instant and no account: the trail has who did it (docs/decisions/0048). A finding is published on no more
-- interviews than were held.

CREATE TABLE finding_withdrawals (
  finding_id BIGINT PRIMARY KEY NOT NULL REFERENCES findings (id),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  withdrawn_on DATE NOT NULL
);

CREATE FUNCTION finding_withdrawal_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published) THEN RAISE EXCEPTION 'only a published finding is withdrawn' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER finding_withdrawal_published BEFORE INSERT ON finding_withdrawals FOR EACH ROW EXECUTE FUNCTION finding_withdrawal_published();

CREATE FUNCTION finding_withdrawal_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was withdrawn stays withdrawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER finding_withdrawal_fixed BEFORE UPDATE OR DELETE ON finding_withdrawals FOR EACH ROW EXECUTE FUNCTION finding_withdrawal_fixed();

CREATE FUNCTION finding_rests_on_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.published AND EXISTS (SELECT 1 FROM interview_themes t WHERE t.id = NEW.theme_id AND t.interviews > (SELECT count(*) FROM interviews i WHERE i.process_id = t.process_id)) THEN RAISE EXCEPTION 'a finding is published on no more interviews than were held' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER finding_rests_on_held BEFORE INSERT OR UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION finding_rests_on_held();

CREATE OR REPLACE FUNCTION theme_rests_on_three() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.interviews < 3 AND EXISTS (SELECT 1 FROM findings f WHERE f.theme_id = NEW.id AND f.published AND NOT EXISTS (SELECT 1 FROM finding_withdrawals x WHERE x.finding_id = f.id)) THEN RAISE EXCEPTION 'a theme with published findings rests on three interviews' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;

CREATE OR REPLACE FUNCTION source_is_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published AND NOT EXISTS (SELECT 1 FROM finding_withdrawals x WHERE x.finding_id = f.id)) THEN RAISE EXCEPTION 'a source is a published finding' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
