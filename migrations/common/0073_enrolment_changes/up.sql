-- What changed about those who enrolled, in its order: doors that stand open are told what is new since they heard last.
ALTER TABLE events ADD COLUMN enrolment_changes INTEGER NOT NULL DEFAULT 0 CHECK (enrolment_changes >= 0);
-- Which of the event's changes was the last about this one; 0 where it stands as it came.
ALTER TABLE enrolments ADD COLUMN changed INTEGER NOT NULL DEFAULT 0 CHECK (changed >= 0);
