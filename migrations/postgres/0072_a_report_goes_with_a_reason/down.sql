DROP TRIGGER report_goes_with_a_reason ON reports;
DROP FUNCTION report_goes_with_a_reason();
