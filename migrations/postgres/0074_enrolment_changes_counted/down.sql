DROP TRIGGER enrolment_changed ON enrolments;
DROP FUNCTION number_enrolment_change();
