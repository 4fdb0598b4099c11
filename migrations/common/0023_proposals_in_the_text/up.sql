-- From which request the words of a passage come: put into the draft by one act, whole as they were proposed or adapted.
-- A draft that is thrown away takes this along; a request that stands in a published version stays (the triggers of 0024).
CREATE TABLE passage_requests (
  version_id BIGINT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  passage_id BIGINT NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
  request_id BIGINT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
  whole BOOLEAN NOT NULL,
  put_by BIGINT NOT NULL REFERENCES accounts (id),
  put_at BIGINT NOT NULL,
  PRIMARY KEY (version_id, passage_id, request_id)
);
CREATE INDEX passage_requests_request ON passage_requests (request_id);
CREATE INDEX passage_requests_passage ON passage_requests (passage_id);
