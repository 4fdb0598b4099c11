-- Interviews: who was heard, the grid of questions, and the themes. What was learnt stands in `findings` (0031), which know
-- of none of these but their theme. Identifiers are drawn at random and no instant of entry is kept: nothing here may be laid
-- beside what was learnt.

CREATE TABLE interviews (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  name TEXT NOT NULL CHECK (name <> ''),
  organisation TEXT NOT NULL,
  organisation_listed BOOLEAN NOT NULL,
  held_on DATE NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('in_person', 'online')),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  conducted_by TEXT NOT NULL CHECK (conducted_by <> ''),
  consent TEXT NOT NULL CHECK (consent IN ('written', 'recorded', 'spoken')),
  CHECK (organisation <> '' OR NOT organisation_listed)
);
CREATE INDEX interviews_process ON interviews (process_id, held_on);

CREATE TABLE interview_questions (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  position INTEGER NOT NULL,
  question TEXT NOT NULL CHECK (question <> ''),
  PRIMARY KEY (process_id, position)
);

-- `interviews` is how many interviews a theme rests on: a number the staff keep, not derived from any interview.
CREATE TABLE interview_themes (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  interviews INTEGER NOT NULL CHECK (interviews BETWEEN 0 AND 10000)
);
CREATE INDEX interview_themes_process ON interview_themes (process_id, position);
