DROP TRIGGER seat_gone;
DROP TRIGGER seat_changed;
DROP TRIGGER seat_given;
DROP TABLE guide_deliveries;
DROP TABLE event_guides;
