-- The guide to the discussion, edition after edition, to whom each went, and the count of seats that are taken.

CREATE TABLE event_guides (
  id BIGINT PRIMARY KEY NOT NULL,
  event_id BIGINT NOT NULL REFERENCES events (id),
  edition INTEGER NOT NULL CHECK (edition > 0),
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BYTEA NOT NULL,
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

CREATE FUNCTION guide_does_not_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published guide does not change' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER guide_immutable BEFORE UPDATE OR DELETE ON event_guides
  FOR EACH ROW EXECUTE FUNCTION guide_does_not_change();

CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'seated' THEN
    UPDATE events SET room_taken = room_taken - (OLD.mode = 'room')::int, remote_taken = remote_taken - (OLD.mode = 'remote')::int WHERE id = OLD.event_id;
    UPDATE event_tables SET taken = taken - 1 WHERE id = OLD.table_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'seated' THEN
    UPDATE events SET room_taken = room_taken + (NEW.mode = 'room')::int, remote_taken = remote_taken + (NEW.mode = 'remote')::int WHERE id = NEW.event_id;
    UPDATE event_tables SET taken = taken + 1 WHERE id = NEW.table_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER seat_given AFTER INSERT OR DELETE ON enrolments
  FOR EACH ROW EXECUTE FUNCTION count_seats();
CREATE TRIGGER seat_changed AFTER UPDATE OF state, mode, table_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION count_seats();
