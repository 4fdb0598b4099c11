-- What was said at a table is received like anything else: one more channel.
ALTER TABLE contributions DROP CONSTRAINT contributions_channel_check;
ALTER TABLE contributions ADD CONSTRAINT contributions_channel_check
  CHECK (channel IN ('online', 'certified_mail', 'paper', 'table', 'other'));
