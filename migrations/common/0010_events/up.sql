-- Events, their tables and sessions, who enrolled, and what was done at the door.
-- `taken` and its sisters are kept by triggers on enrolments (0011): their CHECK is why a seat is never given twice.

CREATE TABLE events (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('participatory', 'seminar', 'evening', 'desk', 'steering')),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  programme TEXT NOT NULL,
  place TEXT NOT NULL,
  address TEXT NOT NULL,
  accessibility TEXT NOT NULL,
  online_link TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  admission TEXT NOT NULL CHECK (admission IN ('names', 'headcount')),
  closes_at BIGINT NOT NULL,
  room_seats INTEGER NOT NULL CHECK (room_seats >= 0),
  room_taken INTEGER NOT NULL DEFAULT 0,
  remote_seats INTEGER NOT NULL CHECK (remote_seats >= 0),
  remote_taken INTEGER NOT NULL DEFAULT 0,
  last_turn INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('planned', 'moved_online', 'held', 'cancelled')),
  state_reason TEXT NOT NULL,
  moved_online_at BIGINT,
  ended_at BIGINT,
  revision INTEGER NOT NULL,
  guide_text TEXT NOT NULL,
  reminded_at BIGINT,
  created_by BIGINT NOT NULL REFERENCES accounts (id),
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  UNIQUE (process_id, number),
  CHECK (ends_at > starts_at),
  CHECK (room_taken BETWEEN 0 AND room_seats),
  CHECK (remote_taken BETWEEN 0 AND remote_seats),
  CHECK (length(trim(place)) > 0 OR length(trim(online_link)) > 0),
  CHECK (state NOT IN ('moved_online', 'cancelled') OR length(trim(state_reason)) > 0),
  CHECK (moved_online_at IS NULL OR length(trim(online_link)) > 0)
);
CREATE INDEX events_process ON events (process_id, starts_at);
CREATE INDEX events_starts ON events (starts_at);

CREATE TABLE event_documents (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  note TEXT NOT NULL,
  link TEXT NOT NULL
);
CREATE INDEX event_documents_event ON event_documents (event_id, position);

-- Who, besides the staff, may know of a restricted event.
CREATE TABLE event_guests (
  event_id BIGINT NOT NULL REFERENCES events (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  PRIMARY KEY (event_id, account_id)
);
CREATE INDEX event_guests_account ON event_guests (account_id);

CREATE TABLE event_tables (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  number INTEGER NOT NULL CHECK (number > 0),
  theme TEXT NOT NULL CHECK (length(trim(theme)) > 0),
  room TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats > 0),
  taken INTEGER NOT NULL DEFAULT 0,
  UNIQUE (event_id, number),
  UNIQUE (event_id, id),
  CHECK (taken BETWEEN 0 AND seats)
);

CREATE TABLE table_facilitators (
  table_id BIGINT NOT NULL REFERENCES event_tables (id) ON DELETE CASCADE,
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  PRIMARY KEY (table_id, account_id)
);

CREATE TABLE table_sessions (
  id BIGINT PRIMARY KEY NOT NULL,
  table_id BIGINT NOT NULL REFERENCES event_tables (id),
  position INTEGER NOT NULL,
  question TEXT NOT NULL CHECK (length(trim(question)) > 0),
  starts_at BIGINT,
  ends_at BIGINT,
  CHECK (starts_at IS NULL OR ends_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX table_sessions_table ON table_sessions (table_id, position);

CREATE TABLE enrolments (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  turn INTEGER NOT NULL CHECK (turn > 0),
  code TEXT NOT NULL UNIQUE,
  account_id BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('it', 'en')),
  organisation TEXT NOT NULL,
  category TEXT NOT NULL,
  zone TEXT NOT NULL,
  needs TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('room', 'remote')),
  first_table BIGINT,
  second_table BIGINT,
  table_id BIGINT,
  state TEXT NOT NULL CHECK (state IN ('seated', 'waiting', 'walk_in', 'cancelled')),
  consented_at BIGINT NOT NULL,
  enrolled_at BIGINT NOT NULL,
  cancelled_at BIGINT,
  present BOOLEAN NOT NULL DEFAULT FALSE,
  door_at BIGINT,
  forgotten_at BIGINT,
  UNIQUE (event_id, turn),
  FOREIGN KEY (event_id, first_table) REFERENCES event_tables (event_id, id),
  FOREIGN KEY (event_id, second_table) REFERENCES event_tables (event_id, id),
  FOREIGN KEY (event_id, table_id) REFERENCES event_tables (event_id, id),
  CHECK (forgotten_at IS NOT NULL OR length(trim(name)) > 0),
  CHECK (state IN ('seated', 'walk_in') OR table_id IS NULL),
  CHECK (mode = 'room' OR (first_table IS NULL AND second_table IS NULL AND table_id IS NULL)),
  CHECK (first_table IS NOT NULL OR second_table IS NULL),
  CHECK (second_table IS NULL OR second_table <> first_table),
  CHECK (state <> 'cancelled' OR NOT present)
);
CREATE INDEX enrolments_waiting ON enrolments (event_id, state, turn);
CREATE INDEX enrolments_name ON enrolments (event_id, name_key);
CREATE INDEX enrolments_account ON enrolments (account_id);
-- One address, one enrolment that stands.
CREATE UNIQUE INDEX enrolments_address ON enrolments (event_id, email_key) WHERE email_key <> '' AND state <> 'cancelled';

-- Each letter has a link of its own; only its SHA-256 is kept.
CREATE TABLE enrolment_links (
  token_hash TEXT PRIMARY KEY NOT NULL,
  enrolment_id BIGINT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE INDEX enrolment_links_enrolment ON enrolment_links (enrolment_id);

-- What was done at the door, each act once: its key was made where it was done, perhaps without network.
CREATE TABLE door_acts (
  key TEXT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  enrolment_id BIGINT REFERENCES enrolments (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('in', 'undo', 'walk_in', 'heads')),
  heads INTEGER NOT NULL,
  done_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  done_by BIGINT NOT NULL REFERENCES accounts (id),
  CHECK ((kind = 'heads') = (enrolment_id IS NULL)),
  CHECK ((kind = 'heads') = (heads <> 0))
);
CREATE INDEX door_acts_event ON door_acts (event_id, done_at);
CREATE INDEX door_acts_enrolment ON door_acts (enrolment_id);

INSERT INTO counters (process_id, name, value) SELECT id, 'event', 0 FROM processes;
