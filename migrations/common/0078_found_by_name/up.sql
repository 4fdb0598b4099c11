-- An organisation is found at the door by its name without case, accents and marks: the key is made by the program, also for what
-- stands here already (`db/migrate.rs`).
ALTER TABLE organisations ADD COLUMN plain_key TEXT NOT NULL DEFAULT '';
CREATE INDEX organisations_plain ON organisations (plain_key);
ALTER TABLE enrolments ADD COLUMN organisation_key TEXT NOT NULL DEFAULT '';
CREATE INDEX enrolments_organisation ON enrolments (organisation_key) WHERE organisation_key <> '';
