DROP TRIGGER finding_fixed;
DROP TRIGGER finding_kept;
DROP TRIGGER finding_rests_on_three;
DROP TRIGGER finding_becomes_public;
DROP TRIGGER theme_rests_on_three;
DROP TRIGGER source_is_published;
DROP TRIGGER source_fixed;
DROP TABLE passage_sources; DROP TABLE findings;
