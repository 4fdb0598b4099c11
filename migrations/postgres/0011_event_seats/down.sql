DROP TRIGGER seat_changed ON enrolments;
DROP TRIGGER seat_given ON enrolments;
DROP FUNCTION count_seats();
DROP TABLE guide_deliveries;
DROP TABLE event_guides;
DROP FUNCTION guide_does_not_change();
