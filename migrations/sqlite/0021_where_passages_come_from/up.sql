-- What was published of where passages come from and went does not change.

CREATE TRIGGER passage_ends_closed BEFORE INSERT ON passage_ends WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'where a passage of a published version went does not change'); END;

CREATE TRIGGER passage_origins_closed BEFORE INSERT ON passage_origins WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'where a passage of a published version comes from does not change'); END;

CREATE TRIGGER passage_origins_fixed BEFORE UPDATE ON passage_origins WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'where a passage of a published version comes from does not change'); END;

CREATE TRIGGER passage_origins_kept BEFORE DELETE ON passage_origins WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'where a passage of a published version comes from does not change'); END;

CREATE TRIGGER version_decided BEFORE UPDATE ON versions WHEN NEW.published_at IS NOT NULL AND OLD.published_at IS NULL AND (EXISTS (SELECT 1 FROM passage_ends e WHERE e.version_id = NEW.id AND e.said = 'unsure') OR EXISTS (SELECT 1 FROM passage_origins o WHERE o.version_id = NEW.id AND o.said = 'unsure') OR EXISTS (SELECT 1 FROM passage_texts t WHERE t.version_id = NEW.id AND t.matched = 'unsure'))
BEGIN SELECT RAISE(ABORT, 'a version is not published while a person is to say where its passages went or come from'); END;
