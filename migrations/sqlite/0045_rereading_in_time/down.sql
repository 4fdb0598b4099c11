DROP TRIGGER rereading_only_longer;
DROP TRIGGER correction_decided;
DROP TRIGGER correction_in_time;
