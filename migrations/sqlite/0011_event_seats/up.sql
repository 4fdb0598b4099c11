-- The guide to the discussion, edition after edition, to whom each went, and the count of seats that are taken.

CREATE TABLE event_guides (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  edition INTEGER NOT NULL CHECK (edition > 0),
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  published_by BIGINT NOT NULL REFERENCES accounts (id),
  published_at BIGINT NOT NULL,
  UNIQUE (event_id, edition)
);

CREATE TABLE guide_deliveries (
  guide_id BIGINT NOT NULL REFERENCES event_guides (id),
  enrolment_id BIGINT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
  letter_id BIGINT NOT NULL REFERENCES outbox (id),
  queued_at BIGINT NOT NULL,
  PRIMARY KEY (guide_id, enrolment_id)
);
CREATE INDEX guide_deliveries_enrolment ON guide_deliveries (enrolment_id);

CREATE TRIGGER guide_immutable BEFORE UPDATE ON event_guides WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published guide does not change'); END;

CREATE TRIGGER guide_kept BEFORE DELETE ON event_guides WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published guide is not deleted'); END;

CREATE TRIGGER seat_given AFTER INSERT ON enrolments WHEN NEW.state = 'seated'
BEGIN
  UPDATE events SET room_taken = room_taken + (NEW.mode = 'room'), remote_taken = remote_taken + (NEW.mode = 'remote') WHERE id = NEW.event_id;
  UPDATE event_tables SET taken = taken + 1 WHERE id = NEW.table_id;
END;

CREATE TRIGGER seat_changed AFTER UPDATE OF state, mode, table_id ON enrolments WHEN OLD.state = 'seated' OR NEW.state = 'seated'
BEGIN
  UPDATE events SET
    room_taken = room_taken + (NEW.state = 'seated' AND NEW.mode = 'room') - (OLD.state = 'seated' AND OLD.mode = 'room'),
    remote_taken = remote_taken + (NEW.state = 'seated' AND NEW.mode = 'remote') - (OLD.state = 'seated' AND OLD.mode = 'remote')
    WHERE id = NEW.event_id;
  UPDATE event_tables SET taken = taken - 1 WHERE OLD.state = 'seated' AND id = OLD.table_id;
  UPDATE event_tables SET taken = taken + 1 WHERE NEW.state = 'seated' AND id = NEW.table_id;
END;

CREATE TRIGGER seat_gone AFTER DELETE ON enrolments WHEN OLD.state = 'seated'
BEGIN
  UPDATE events SET room_taken = room_taken - (OLD.mode = 'room'), remote_taken = remote_taken - (OLD.mode = 'remote') WHERE id = OLD.event_id;
  UPDATE event_tables SET taken = taken - 1 WHERE id = OLD.table_id;
END;
