-- A report can be withdrawn: never without saying why, to everybody.
CREATE TRIGGER report_goes_with_a_reason BEFORE UPDATE ON reports WHEN NEW.withdrawn_at IS NOT NULL AND length(trim(NEW.withdrawn_reason)) = 0
BEGIN SELECT RAISE(ABORT, 'a report is withdrawn with a reason'); END;
