ALTER TABLE guide_deliveries DROP COLUMN waiting;
ALTER TABLE enrolments DROP COLUMN reminded_at;
