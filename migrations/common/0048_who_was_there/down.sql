DROP TABLE event_organisations;
ALTER TABLE enrolments DROP COLUMN organisation_listed;
