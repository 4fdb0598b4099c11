DROP TRIGGER version_decided;
DROP TRIGGER passage_origins_kept;
DROP TRIGGER passage_origins_fixed;
DROP TRIGGER passage_origins_closed;
DROP TRIGGER passage_ends_closed;
