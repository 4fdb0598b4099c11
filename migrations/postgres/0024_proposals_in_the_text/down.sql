DROP TRIGGER passage_requests_kept ON passage_requests;
DROP FUNCTION passage_requests_kept();
DROP TRIGGER passage_requests_fixed ON passage_requests;
DROP FUNCTION passage_requests_fixed();
DROP TRIGGER passage_requests_closed ON passage_requests;
DROP FUNCTION passage_requests_closed();
