DROP TRIGGER enrolment_changed;
