DROP TRIGGER passage_requests_kept;
DROP TRIGGER passage_requests_fixed;
DROP TRIGGER passage_requests_closed;
