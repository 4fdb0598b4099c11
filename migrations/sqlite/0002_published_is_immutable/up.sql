-- The frozen report and its files, and the rules no application may go round: what is published does not change,
-- the register and the audit trail only grow, and an outcome that claims a passage names it.

CREATE TABLE reports (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  content TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  published_by BIGINT NOT NULL REFERENCES accounts (id),
  published_at BIGINT NOT NULL,
  withdrawn_at BIGINT,
  withdrawn_reason TEXT NOT NULL,
  UNIQUE (process_id, number)
);

CREATE TABLE report_files (
  report_id BIGINT NOT NULL REFERENCES reports (id),
  format TEXT NOT NULL CHECK (format IN ('html', 'pdf', 'docx')),
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (report_id, format)
);

CREATE TRIGGER version_immutable BEFORE UPDATE ON versions WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published version does not change'); END;

CREATE TRIGGER version_kept BEFORE DELETE ON versions WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published version is not deleted'); END;

CREATE TRIGGER passage_text_immutable BEFORE UPDATE ON passage_texts WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the text of a published version does not change'); END;

CREATE TRIGGER passage_text_kept BEFORE DELETE ON passage_texts WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the text of a published version is not deleted'); END;

CREATE TRIGGER passage_text_closed BEFORE INSERT ON passage_texts WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a published version'); END;

CREATE TRIGGER response_immutable BEFORE UPDATE ON responses WHEN OLD.state = 'published'
BEGIN SELECT RAISE(ABORT, 'a published response does not change'); END;

CREATE TRIGGER response_kept BEFORE DELETE ON responses WHEN OLD.state = 'published'
BEGIN SELECT RAISE(ABORT, 'a published response is not deleted'); END;

CREATE TRIGGER response_named_passages BEFORE UPDATE ON responses WHEN NEW.state = 'published' AND NEW.outcome IN ('integrated', 'partially_integrated', 'already_present') AND NOT EXISTS (SELECT 1 FROM response_passages p WHERE p.response_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an outcome that claims the text names its passages'); END;

CREATE TRIGGER response_not_born_published BEFORE INSERT ON responses WHEN NEW.state = 'published'
BEGIN SELECT RAISE(ABORT, 'a response is prepared before it is published'); END;

CREATE TRIGGER response_passages_kept BEFORE DELETE ON response_passages WHEN EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published')
BEGIN SELECT RAISE(ABORT, 'the passages of a published response do not change'); END;

CREATE TRIGGER response_passages_closed BEFORE INSERT ON response_passages WHEN EXISTS (SELECT 1 FROM responses r WHERE r.id = NEW.response_id AND r.state = 'published')
BEGIN SELECT RAISE(ABORT, 'the passages of a published response do not change'); END;

CREATE TRIGGER register_only_grows_update BEFORE UPDATE ON register_entries WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;

CREATE TRIGGER register_only_grows_delete BEFORE DELETE ON register_entries WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;

CREATE TRIGGER contribution_kept BEFORE DELETE ON contributions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a received contribution is not deleted'); END;

CREATE TRIGGER audit_only_grows_update BEFORE UPDATE ON audit WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;

CREATE TRIGGER audit_only_grows_delete BEFORE DELETE ON audit WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;

CREATE TRIGGER report_immutable BEFORE UPDATE ON reports WHEN OLD.withdrawn_at IS NOT NULL OR NEW.content <> OLD.content OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.number <> OLD.number OR NEW.process_id <> OLD.process_id OR NEW.published_by <> OLD.published_by OR NEW.published_at <> OLD.published_at
BEGIN SELECT RAISE(ABORT, 'a published report does not change'); END;

CREATE TRIGGER report_kept BEFORE DELETE ON reports WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published report is not deleted'); END;

CREATE TRIGGER report_file_immutable BEFORE UPDATE ON report_files WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published file does not change'); END;

CREATE TRIGGER extension_immutable BEFORE UPDATE ON extensions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'an extension is a public act'); END;

CREATE TRIGGER extension_kept BEFORE DELETE ON extensions WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'an extension is a public act'); END;

CREATE TRIGGER response_passages_fixed BEFORE UPDATE ON response_passages WHEN EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published')
BEGIN SELECT RAISE(ABORT, 'the passages of a published response do not change'); END;

CREATE TRIGGER passage_ends_fixed BEFORE UPDATE ON passage_ends WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'where a passage of a published version went does not change'); END;

CREATE TRIGGER passage_ends_kept BEFORE DELETE ON passage_ends WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'where a passage of a published version went does not change'); END;

CREATE TRIGGER request_fixed BEFORE UPDATE ON requests WHEN EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published') AND (NEW.summary <> OLD.summary OR NEW.contribution_id <> OLD.contribution_id OR NEW.number <> OLD.number OR NEW.response_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'a request with a published response does not change'); END;

CREATE TRIGGER request_kept BEFORE DELETE ON requests WHEN EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published')
BEGIN SELECT RAISE(ABORT, 'a request with a published response is not deleted'); END;

CREATE TRIGGER report_file_kept BEFORE DELETE ON report_files WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a published file is not deleted'); END;

CREATE TRIGGER response_answers BEFORE UPDATE ON responses WHEN NEW.state = 'published' AND OLD.state <> 'published' AND NOT EXISTS (SELECT 1 FROM requests q WHERE (q.response_id = NEW.id OR q.next_response_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'a published response answers a request'); END;

CREATE TRIGGER response_names_public BEFORE UPDATE ON responses WHEN NEW.state = 'published' AND OLD.state <> 'published' AND EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'a published response names a published version'); END;

CREATE TRIGGER response_names_later BEFORE UPDATE ON responses WHEN NEW.state = 'published' AND OLD.state <> 'published' AND NEW.outcome IN ('integrated', 'partially_integrated') AND EXISTS (SELECT 1 FROM requests q JOIN contributions c ON c.id = q.contribution_id JOIN versions b ON b.id = c.version_id JOIN versions a ON a.id = NEW.version_id WHERE (q.response_id = NEW.id OR q.next_response_id = NEW.id) AND (b.number >= a.number OR b.process_id <> a.process_id))
BEGIN SELECT RAISE(ABORT, 'a request is integrated in a version later than the one it speaks of'); END;

CREATE TRIGGER response_names_changed BEFORE UPDATE ON responses WHEN NEW.state = 'published' AND OLD.state <> 'published' AND NEW.outcome IN ('integrated', 'partially_integrated') AND EXISTS (SELECT 1 FROM response_passages p JOIN requests q ON (q.response_id = NEW.id OR q.next_response_id = NEW.id) JOIN contributions c ON c.id = q.contribution_id LEFT JOIN passage_texts b ON b.version_id = c.version_id AND b.passage_id = p.passage_id LEFT JOIN passage_texts a ON a.version_id = NEW.version_id AND a.passage_id = p.passage_id WHERE p.response_id = NEW.id AND ((a.id IS NULL AND b.id IS NULL) OR (a.text = b.text AND NOT EXISTS (SELECT 1 FROM passage_texts x JOIN passage_texts y ON y.passage_id = x.passage_id AND y.version_id = NEW.version_id WHERE x.version_id = c.version_id AND x.passage_id <> p.passage_id AND (x.position < b.position) <> (y.position < a.position)))))
BEGIN SELECT RAISE(ABORT, 'an integrated request names passages that changed or ended there'); END;

CREATE TRIGGER response_names_there BEFORE UPDATE ON responses WHEN NEW.state = 'published' AND OLD.state <> 'published' AND NEW.outcome = 'already_present' AND EXISTS (SELECT 1 FROM response_passages p LEFT JOIN passage_texts a ON a.version_id = NEW.version_id AND a.passage_id = p.passage_id WHERE p.response_id = NEW.id AND a.id IS NULL)
BEGIN SELECT RAISE(ABORT, 'what is present already names passages of its version'); END;

CREATE TRIGGER request_joins BEFORE UPDATE ON requests WHEN NEW.response_id IS DISTINCT FROM OLD.response_id AND OLD.next_response_id IS DISTINCT FROM NEW.response_id AND EXISTS (SELECT 1 FROM responses r WHERE r.id = NEW.response_id AND r.state = 'published')
BEGIN SELECT RAISE(ABORT, 'a request is not added to a published response'); END;

CREATE TRIGGER request_born_open BEFORE INSERT ON requests WHEN EXISTS (SELECT 1 FROM responses r WHERE r.id = NEW.response_id AND r.state = 'published')
BEGIN SELECT RAISE(ABORT, 'a request is not added to a published response'); END;
