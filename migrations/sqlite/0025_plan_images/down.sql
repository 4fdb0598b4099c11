DROP TRIGGER version_images_kept;
DROP TRIGGER version_images_fixed;
DROP TRIGGER version_images_closed;
DROP TRIGGER plan_image_immutable;
DROP TABLE version_images;
DROP TABLE plan_images;
