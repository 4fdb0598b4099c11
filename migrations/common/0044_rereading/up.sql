-- Who was at a table reads again what was taken down as theirs, and asks for it to be corrected until an instant the staff set.

CREATE TABLE rereadings (
  session_id BIGINT PRIMARY KEY NOT NULL REFERENCES minutes (session_id),
  opened_at BIGINT NOT NULL,
  opened_by BIGINT NOT NULL REFERENCES accounts (id),
  until_at BIGINT NOT NULL,
  CHECK (until_at > opened_at)
);

CREATE TABLE rereading_links (
  token_hash TEXT PRIMARY KEY NOT NULL,
  session_id BIGINT NOT NULL REFERENCES rereadings (session_id),
  enrolment_id BIGINT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE INDEX rereading_links_enrolment ON rereading_links (enrolment_id);

CREATE TABLE line_corrections (
  id BIGINT PRIMARY KEY NOT NULL,
  session_id BIGINT NOT NULL REFERENCES rereadings (session_id),
  line_key TEXT NOT NULL,
  before TEXT NOT NULL,
  enrolment_id BIGINT REFERENCES enrolments (id) ON DELETE SET NULL,
  wording TEXT NOT NULL CHECK (length(trim(wording)) > 0),
  note TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined')),
  reason TEXT NOT NULL,
  decided_by BIGINT REFERENCES accounts (id),
  decided_at BIGINT,
  FOREIGN KEY (session_id, line_key) REFERENCES minute_lines (session_id, key),
  CHECK (state = 'asked' OR (decided_by IS NOT NULL AND decided_at IS NOT NULL)),
  CHECK (state <> 'declined' OR length(trim(reason)) > 0)
);
CREATE UNIQUE INDEX line_corrections_once ON line_corrections (line_key, enrolment_id) WHERE state = 'asked';
CREATE INDEX line_corrections_session ON line_corrections (session_id, state);
