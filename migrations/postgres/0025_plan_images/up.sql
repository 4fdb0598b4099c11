-- The pictures of plans, each once in a process under the SHA-256 of its bytes, and which versions show them. A picture does not
-- change, and what a published version shows stays.

CREATE TABLE plan_images (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  bytes BYTEA NOT NULL,
  kept_at BIGINT NOT NULL,
  PRIMARY KEY (process_id, sha256)
);

CREATE TABLE version_images (
  version_id BIGINT NOT NULL REFERENCES versions (id),
  process_id BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (version_id, sha256),
  FOREIGN KEY (process_id, sha256) REFERENCES plan_images (process_id, sha256)
);
CREATE INDEX version_images_image ON version_images (process_id, sha256);

CREATE FUNCTION plan_image_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a picture does not change' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER plan_image_immutable BEFORE UPDATE ON plan_images FOR EACH ROW EXECUTE FUNCTION plan_image_immutable();

CREATE FUNCTION version_images_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'the pictures of a published version do not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER version_images_closed BEFORE INSERT ON version_images FOR EACH ROW EXECUTE FUNCTION version_images_closed();

CREATE FUNCTION version_images_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'the pictures of a published version do not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER version_images_fixed BEFORE UPDATE ON version_images FOR EACH ROW EXECUTE FUNCTION version_images_fixed();

CREATE FUNCTION version_images_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL) THEN RAISE EXCEPTION 'the pictures of a published version do not change' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$;
CREATE TRIGGER version_images_kept BEFORE DELETE ON version_images FOR EACH ROW EXECUTE FUNCTION version_images_kept();
