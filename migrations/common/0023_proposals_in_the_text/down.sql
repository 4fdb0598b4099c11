DROP TABLE passage_requests;
