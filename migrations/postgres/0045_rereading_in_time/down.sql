DROP TRIGGER rereading_only_longer ON rereadings;
DROP FUNCTION rereading_only_longer();
DROP TRIGGER correction_decided ON line_corrections;
DROP FUNCTION correction_decided();
DROP TRIGGER correction_in_time ON line_corrections;
DROP FUNCTION correction_in_time();
