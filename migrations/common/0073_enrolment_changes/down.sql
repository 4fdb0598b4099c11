ALTER TABLE enrolments DROP COLUMN changed;
ALTER TABLE events DROP COLUMN enrolment_changes;
