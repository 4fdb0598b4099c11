ALTER TABLE rereading_links DROP COLUMN replaced_at;
ALTER TABLE rereading_links DROP COLUMN slip;
