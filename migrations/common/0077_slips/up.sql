-- Who spoke at a table and left no address is handed the link on a slip; a slip made again takes the place of the one before, and
-- whoever follows that one is told so.
ALTER TABLE rereading_links ADD COLUMN slip BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE rereading_links ADD COLUMN replaced_at BIGINT;
