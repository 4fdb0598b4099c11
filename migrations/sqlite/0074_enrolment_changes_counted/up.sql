-- Whatever a door's list shows of somebody, when it changes, is a change of the event's.
CREATE TRIGGER enrolment_changed AFTER UPDATE OF name, organisation, needs, mode, table_id, state ON enrolments
WHEN (OLD.name, OLD.organisation, OLD.needs, OLD.mode, OLD.table_id, OLD.state) IS NOT (NEW.name, NEW.organisation, NEW.needs, NEW.mode, NEW.table_id, NEW.state)
BEGIN
  UPDATE events SET enrolment_changes = enrolment_changes + 1 WHERE id = NEW.event_id;
  UPDATE enrolments SET changed = (SELECT enrolment_changes FROM events WHERE id = NEW.event_id) WHERE id = NEW.id;
END;
