-- What is said at the tables: the minutes of a session, their lines, the wordings these had before, and every act that made
-- them so. A line's key was made where it was typed, perhaps without network: that is why it is there once.

CREATE TABLE minutes (
  session_id BIGINT PRIMARY KEY NOT NULL REFERENCES table_sessions (id),
  changes BIGINT NOT NULL CHECK (changes >= 0)
);

CREATE TABLE minute_lines (
  key TEXT PRIMARY KEY NOT NULL CHECK (length(key) BETWEEN 8 AND 64),
  session_id BIGINT NOT NULL REFERENCES minutes (session_id),
  kind TEXT NOT NULL CHECK (kind IN ('need', 'criticism', 'proposal', 'agreement', 'heading')),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  enrolment_id BIGINT REFERENCES enrolments (id) ON DELETE SET NULL,
  organisation TEXT NOT NULL,
  objective TEXT NOT NULL,
  passage_id BIGINT REFERENCES passages (id),
  heading TEXT,
  position BIGINT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  changed BIGINT NOT NULL,
  said_at BIGINT NOT NULL,
  written_at BIGINT NOT NULL,
  written_by BIGINT NOT NULL REFERENCES accounts (id),
  removed_at BIGINT,
  UNIQUE (session_id, key),
  FOREIGN KEY (session_id, heading) REFERENCES minute_lines (session_id, key),
  CHECK (kind <> 'heading' OR (heading IS NULL AND enrolment_id IS NULL))
);
CREATE INDEX minute_lines_changed ON minute_lines (session_id, changed);
CREATE INDEX minute_lines_enrolment ON minute_lines (enrolment_id);

CREATE TABLE minute_wordings (
  line_key TEXT NOT NULL REFERENCES minute_lines (key),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('need', 'criticism', 'proposal', 'agreement', 'heading')),
  text TEXT NOT NULL,
  written_by BIGINT NOT NULL REFERENCES accounts (id),
  written_at BIGINT NOT NULL,
  PRIMARY KEY (line_key, revision)
);

-- Which contribution of the register a line became, and in which wording.
CREATE TABLE minute_contributions (
  line_key TEXT PRIMARY KEY NOT NULL REFERENCES minute_lines (key),
  revision INTEGER NOT NULL,
  contribution_id BIGINT NOT NULL REFERENCES contributions (id)
);
CREATE INDEX minute_contributions_contribution ON minute_contributions (contribution_id);

CREATE TABLE minute_acts (
  key TEXT PRIMARY KEY NOT NULL,
  session_id BIGINT NOT NULL REFERENCES minutes (session_id),
  act TEXT NOT NULL CHECK (act IN ('add', 'mend', 'move', 'remove', 'restore')),
  line_key TEXT NOT NULL REFERENCES minute_lines (key),
  done_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  done_by BIGINT NOT NULL REFERENCES accounts (id)
);
CREATE INDEX minute_acts_session ON minute_acts (session_id, recorded_at);
