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
  bytes BYTEA NOT NULL,
  PRIMARY KEY (report_id, format)
);

CREATE FUNCTION version_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'a published version does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER version_immutable BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION version_immutable();

CREATE FUNCTION version_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'a published version is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER version_kept BEFORE DELETE ON versions FOR EACH ROW EXECUTE FUNCTION version_kept();

CREATE FUNCTION passage_text_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'the text of a published version does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_text_immutable BEFORE UPDATE ON passage_texts FOR EACH ROW EXECUTE FUNCTION passage_text_immutable();

CREATE FUNCTION passage_text_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'the text of a published version is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER passage_text_kept BEFORE DELETE ON passage_texts FOR EACH ROW EXECUTE FUNCTION passage_text_kept();

CREATE FUNCTION passage_text_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'nothing is added to a published version' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_text_closed BEFORE INSERT ON passage_texts FOR EACH ROW EXECUTE FUNCTION passage_text_closed();

CREATE FUNCTION response_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.state = 'published' THEN RAISE EXCEPTION 'a published response does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_immutable BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_immutable();

CREATE FUNCTION response_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.state = 'published' THEN RAISE EXCEPTION 'a published response is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER response_kept BEFORE DELETE ON responses FOR EACH ROW EXECUTE FUNCTION response_kept();

CREATE FUNCTION response_named_passages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' AND NEW.outcome IN ('integrated', 'partially_integrated', 'already_present') AND NOT EXISTS (SELECT 1 FROM response_passages p WHERE p.response_id = NEW.id) THEN RAISE EXCEPTION 'an outcome that claims the text names its passages' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_named_passages BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_named_passages();

CREATE FUNCTION response_not_born_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' THEN RAISE EXCEPTION 'a response is prepared before it is published' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_not_born_published BEFORE INSERT ON responses FOR EACH ROW EXECUTE FUNCTION response_not_born_published();

CREATE FUNCTION response_passages_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published') THEN RAISE EXCEPTION 'the passages of a published response do not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER response_passages_kept BEFORE DELETE ON response_passages FOR EACH ROW EXECUTE FUNCTION response_passages_kept();

CREATE FUNCTION response_passages_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responses r WHERE r.id = NEW.response_id AND r.state = 'published') THEN RAISE EXCEPTION 'the passages of a published response do not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_passages_closed BEFORE INSERT ON response_passages FOR EACH ROW EXECUTE FUNCTION response_passages_closed();

CREATE FUNCTION register_only_grows_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'the register only grows' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER register_only_grows_update BEFORE UPDATE ON register_entries FOR EACH ROW EXECUTE FUNCTION register_only_grows_update();

CREATE FUNCTION register_only_grows_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'the register only grows' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER register_only_grows_delete BEFORE DELETE ON register_entries FOR EACH ROW EXECUTE FUNCTION register_only_grows_delete();

CREATE FUNCTION contribution_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a received contribution is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER contribution_kept BEFORE DELETE ON contributions FOR EACH ROW EXECUTE FUNCTION contribution_kept();

CREATE FUNCTION audit_only_grows_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER audit_only_grows_update BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows_update();

CREATE FUNCTION audit_only_grows_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER audit_only_grows_delete BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows_delete();

CREATE FUNCTION report_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.withdrawn_at IS NOT NULL OR NEW.content <> OLD.content OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.number <> OLD.number OR NEW.process_id <> OLD.process_id OR NEW.published_by <> OLD.published_by OR NEW.published_at <> OLD.published_at THEN RAISE EXCEPTION 'a published report does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER report_immutable BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION report_immutable();

CREATE FUNCTION report_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published report is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER report_kept BEFORE DELETE ON reports FOR EACH ROW EXECUTE FUNCTION report_kept();

CREATE FUNCTION report_file_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published file does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER report_file_immutable BEFORE UPDATE ON report_files FOR EACH ROW EXECUTE FUNCTION report_file_immutable();

CREATE FUNCTION extension_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'an extension is a public act' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER extension_immutable BEFORE UPDATE ON extensions FOR EACH ROW EXECUTE FUNCTION extension_immutable();

CREATE FUNCTION extension_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'an extension is a public act' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER extension_kept BEFORE DELETE ON extensions FOR EACH ROW EXECUTE FUNCTION extension_kept();

CREATE FUNCTION response_passages_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published') THEN RAISE EXCEPTION 'the passages of a published response do not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_passages_fixed BEFORE UPDATE ON response_passages FOR EACH ROW EXECUTE FUNCTION response_passages_fixed();

CREATE FUNCTION passage_ends_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'where a passage of a published version went does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER passage_ends_fixed BEFORE UPDATE ON passage_ends FOR EACH ROW EXECUTE FUNCTION passage_ends_fixed();

CREATE FUNCTION passage_ends_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'where a passage of a published version went does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER passage_ends_kept BEFORE DELETE ON passage_ends FOR EACH ROW EXECUTE FUNCTION passage_ends_kept();

CREATE FUNCTION request_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published') AND (NEW.summary <> OLD.summary OR NEW.contribution_id <> OLD.contribution_id OR NEW.number <> OLD.number OR NEW.response_id IS NULL) THEN RAISE EXCEPTION 'a request with a published response does not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER request_fixed BEFORE UPDATE ON requests FOR EACH ROW EXECUTE FUNCTION request_fixed();

CREATE FUNCTION request_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responses r WHERE r.id = OLD.response_id AND r.state = 'published') THEN RAISE EXCEPTION 'a request with a published response is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER request_kept BEFORE DELETE ON requests FOR EACH ROW EXECUTE FUNCTION request_kept();

CREATE FUNCTION report_file_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TRUE THEN RAISE EXCEPTION 'a published file is not deleted' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER report_file_kept BEFORE DELETE ON report_files FOR EACH ROW EXECUTE FUNCTION report_file_kept();

CREATE FUNCTION response_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' AND OLD.state <> 'published' AND NOT EXISTS (SELECT 1 FROM requests q WHERE (q.response_id = NEW.id OR q.next_response_id = NEW.id)) THEN RAISE EXCEPTION 'a published response answers a request' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_answers BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_answers();

CREATE FUNCTION response_names_public() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' AND OLD.state <> 'published' AND EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NULL) THEN RAISE EXCEPTION 'a published response names a published version' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_names_public BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_names_public();

CREATE FUNCTION response_names_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' AND OLD.state <> 'published' AND NEW.outcome IN ('integrated', 'partially_integrated') AND EXISTS (SELECT 1 FROM requests q JOIN contributions c ON c.id = q.contribution_id JOIN versions b ON b.id = c.version_id JOIN versions a ON a.id = NEW.version_id WHERE (q.response_id = NEW.id OR q.next_response_id = NEW.id) AND (b.number >= a.number OR b.process_id <> a.process_id)) THEN RAISE EXCEPTION 'a request is integrated in a version later than the one it speaks of' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_names_later BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_names_later();

CREATE FUNCTION response_names_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' AND OLD.state <> 'published' AND NEW.outcome IN ('integrated', 'partially_integrated') AND EXISTS (SELECT 1 FROM response_passages p JOIN requests q ON (q.response_id = NEW.id OR q.next_response_id = NEW.id) JOIN contributions c ON c.id = q.contribution_id LEFT JOIN passage_texts b ON b.version_id = c.version_id AND b.passage_id = p.passage_id LEFT JOIN passage_texts a ON a.version_id = NEW.version_id AND a.passage_id = p.passage_id WHERE p.response_id = NEW.id AND ((a.id IS NULL AND b.id IS NULL) OR (a.text = b.text AND NOT EXISTS (SELECT 1 FROM passage_texts x JOIN passage_texts y ON y.passage_id = x.passage_id AND y.version_id = NEW.version_id WHERE x.version_id = c.version_id AND x.passage_id <> p.passage_id AND (x.position < b.position) <> (y.position < a.position))))) THEN RAISE EXCEPTION 'an integrated request names passages that changed or ended there' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_names_changed BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_names_changed();

CREATE FUNCTION response_names_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.state = 'published' AND OLD.state <> 'published' AND NEW.outcome = 'already_present' AND EXISTS (SELECT 1 FROM response_passages p LEFT JOIN passage_texts a ON a.version_id = NEW.version_id AND a.passage_id = p.passage_id WHERE p.response_id = NEW.id AND a.id IS NULL) THEN RAISE EXCEPTION 'what is present already names passages of its version' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER response_names_there BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION response_names_there();

CREATE FUNCTION request_joins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.response_id IS DISTINCT FROM OLD.response_id AND OLD.next_response_id IS DISTINCT FROM NEW.response_id AND EXISTS (SELECT 1 FROM responses r WHERE r.id = NEW.response_id AND r.state = 'published') THEN RAISE EXCEPTION 'a request is not added to a published response' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER request_joins BEFORE UPDATE ON requests FOR EACH ROW EXECUTE FUNCTION request_joins();

CREATE FUNCTION request_born_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responses r WHERE r.id = NEW.response_id AND r.state = 'published') THEN RAISE EXCEPTION 'a request is not added to a published response' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER request_born_open BEFORE INSERT ON requests FOR EACH ROW EXECUTE FUNCTION request_born_open();
