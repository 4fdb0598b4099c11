CREATE OR REPLACE FUNCTION source_is_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NOT EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.published) THEN RAISE EXCEPTION 'a source is a published finding' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE OR REPLACE FUNCTION theme_rests_on_three() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.interviews < 3 AND EXISTS (SELECT 1 FROM findings f WHERE f.theme_id = NEW.id AND f.published) THEN RAISE EXCEPTION 'a theme with published findings rests on three interviews' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
DROP TRIGGER finding_rests_on_held ON findings; DROP FUNCTION finding_rests_on_held();
DROP TABLE finding_withdrawals;
DROP FUNCTION finding_withdrawal_fixed(); DROP FUNCTION finding_withdrawal_published();
