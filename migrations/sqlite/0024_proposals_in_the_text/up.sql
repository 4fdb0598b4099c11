-- From which requests the words of a published version come does not change.

CREATE TRIGGER passage_requests_closed BEFORE INSERT ON passage_requests WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'from which request the words of a published version come does not change'); END;

CREATE TRIGGER passage_requests_fixed BEFORE UPDATE ON passage_requests WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'from which request the words of a published version come does not change'); END;

CREATE TRIGGER passage_requests_kept BEFORE DELETE ON passage_requests WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'from which request the words of a published version come does not change'); END;
