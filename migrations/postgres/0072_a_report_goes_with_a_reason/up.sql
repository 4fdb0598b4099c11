-- A report can be withdrawn: never without saying why, to everybody.
CREATE FUNCTION report_goes_with_a_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.withdrawn_at IS NOT NULL AND length(trim(NEW.withdrawn_reason)) = 0 THEN RAISE EXCEPTION 'a report is withdrawn with a reason' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER report_goes_with_a_reason BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION report_goes_with_a_reason();
