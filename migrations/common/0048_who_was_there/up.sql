-- Whether the organisation somebody comes for may stand among those who took part: asked of whoever enrols, and no unless said.
ALTER TABLE enrolments ADD COLUMN organisation_listed BOOLEAN NOT NULL DEFAULT FALSE;

-- The organisations that agreed and were there, once it is forgotten who came for them: names of organisations, nobody's.
CREATE TABLE event_organisations (
  event_id BIGINT NOT NULL REFERENCES events (id),
  organisation TEXT NOT NULL CHECK (length(trim(organisation)) > 0),
  PRIMARY KEY (event_id, organisation)
);
