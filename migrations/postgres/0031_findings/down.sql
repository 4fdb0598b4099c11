DROP TRIGGER finding_fixed ON findings; DROP FUNCTION finding_fixed();
DROP TRIGGER finding_kept ON findings; DROP FUNCTION finding_kept();
DROP TRIGGER finding_rests_on_three ON findings; DROP FUNCTION finding_rests_on_three();
DROP TRIGGER theme_rests_on_three ON interview_themes; DROP FUNCTION theme_rests_on_three();
DROP TRIGGER source_is_published ON passage_sources; DROP FUNCTION source_is_published();
DROP TRIGGER source_fixed ON passage_sources; DROP FUNCTION source_fixed();
DROP TABLE passage_sources; DROP TABLE findings;
