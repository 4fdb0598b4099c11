-- By when somebody had the letter that tells them of the event a day before at most: the reminder, or a confirmation that came as late.
ALTER TABLE enrolments ADD COLUMN reminded_at BIGINT;

-- Whether somebody was still waiting for a seat when the guide was sent to them.
ALTER TABLE guide_deliveries ADD COLUMN waiting BOOLEAN NOT NULL DEFAULT FALSE;
