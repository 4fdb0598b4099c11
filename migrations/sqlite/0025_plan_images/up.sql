-- The pictures of plans, each once in a process under the SHA-256 of its bytes, and which versions show them. A picture does not
-- change, and what a published version shows stays.

CREATE TABLE plan_images (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  bytes BLOB NOT NULL,
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

CREATE TRIGGER plan_image_immutable BEFORE UPDATE ON plan_images WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a picture does not change'); END;

CREATE TRIGGER version_images_closed BEFORE INSERT ON version_images WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = NEW.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the pictures of a published version do not change'); END;

CREATE TRIGGER version_images_fixed BEFORE UPDATE ON version_images WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the pictures of a published version do not change'); END;

CREATE TRIGGER version_images_kept BEFORE DELETE ON version_images WHEN EXISTS (SELECT 1 FROM versions v WHERE v.id = OLD.version_id AND v.published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the pictures of a published version do not change'); END;
