-- Whatever a door's list shows of somebody, when it changes, is a change of the event's. The event's row is held until the change is
-- seen, so that a later number is never seen before an earlier one.
CREATE FUNCTION number_enrolment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events SET enrolment_changes = enrolment_changes + 1 WHERE id = NEW.event_id RETURNING enrolment_changes INTO NEW.changed;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolment_changed BEFORE UPDATE OF name, organisation, needs, mode, table_id, state ON enrolments
  FOR EACH ROW
  WHEN ((OLD.name, OLD.organisation, OLD.needs, OLD.mode, OLD.table_id, OLD.state) IS DISTINCT FROM (NEW.name, NEW.organisation, NEW.needs, NEW.mode, NEW.table_id, NEW.state))
  EXECUTE FUNCTION number_enrolment_change();
