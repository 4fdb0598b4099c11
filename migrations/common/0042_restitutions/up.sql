-- What the facilitators make of the minutes: the restitution of a session, and one of the whole event. Each sentence, each action of
-- the plan that emerged, rests on lines of the minutes; a sentence of the event's, on what the sessions' restitutions say.

CREATE TABLE restitutions (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  session_id BIGINT UNIQUE REFERENCES minutes (session_id),
  changes BIGINT NOT NULL CHECK (changes >= 0)
);
CREATE UNIQUE INDEX restitutions_whole ON restitutions (event_id) WHERE session_id IS NULL;

CREATE TABLE restitution_points (
  id BIGINT PRIMARY KEY NOT NULL,
  restitution_id BIGINT NOT NULL REFERENCES restitutions (id),
  kind TEXT NOT NULL CHECK (kind IN ('sentence', 'action')),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  objective TEXT NOT NULL,
  who TEXT NOT NULL,
  by_when TEXT NOT NULL,
  means TEXT NOT NULL,
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  written_by BIGINT NOT NULL REFERENCES accounts (id),
  written_at BIGINT NOT NULL,
  CHECK (kind = 'sentence' OR length(trim(objective)) > 0)
);
CREATE INDEX restitution_points_of ON restitution_points (restitution_id, position);

-- On which lines a point rests, each in the wording in which it was read.
CREATE TABLE restitution_lines (
  point_id BIGINT NOT NULL REFERENCES restitution_points (id) ON DELETE CASCADE,
  line_key TEXT NOT NULL REFERENCES minute_lines (key),
  revision INTEGER NOT NULL,
  PRIMARY KEY (point_id, line_key)
);
CREATE INDEX restitution_lines_line ON restitution_lines (line_key);

-- On which points of the sessions' restitutions a sentence of the event's rests, each as it was read.
CREATE TABLE restitution_sources (
  point_id BIGINT NOT NULL REFERENCES restitution_points (id) ON DELETE CASCADE,
  source_id BIGINT NOT NULL REFERENCES restitution_points (id),
  revision INTEGER NOT NULL,
  PRIMARY KEY (point_id, source_id),
  CHECK (point_id <> source_id)
);
CREATE INDEX restitution_sources_source ON restitution_sources (source_id);

-- Lines that stand behind a sentence, and are not shown to the public.
CREATE TABLE withheld_lines (
  line_key TEXT PRIMARY KEY NOT NULL REFERENCES minute_lines (key),
  withheld_by BIGINT NOT NULL REFERENCES accounts (id),
  withheld_at BIGINT NOT NULL
);

-- Organisations that agreed to be named beside what was said for them at an event.
CREATE TABLE event_voices (
  event_id BIGINT NOT NULL REFERENCES events (id),
  organisation TEXT NOT NULL CHECK (length(trim(organisation)) > 0),
  recorded_by BIGINT REFERENCES accounts (id),
  recorded_at BIGINT NOT NULL,
  PRIMARY KEY (event_id, organisation)
);
