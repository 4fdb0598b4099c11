DROP INDEX enrolments_organisation;
ALTER TABLE enrolments DROP COLUMN organisation_key;
DROP INDEX organisations_plain;
ALTER TABLE organisations DROP COLUMN plain_key;
