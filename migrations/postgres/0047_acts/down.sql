DROP TRIGGER contribution_stays_an_act ON contributions; DROP FUNCTION contribution_stays_an_act();
DROP TABLE register_act_parts;
DROP TABLE register_acts;
DROP FUNCTION register_act_is_an_act();
DROP FUNCTION register_act_fixed();
DROP FUNCTION register_act_kept();
DROP FUNCTION register_act_part_fixed();
DROP FUNCTION register_act_part_kept();
ALTER TABLE contributions DROP CONSTRAINT contributions_act_check;
ALTER TABLE contributions DROP CONSTRAINT contributions_kind_check;
ALTER TABLE contributions ADD CONSTRAINT contributions_kind_check
  CHECK (kind IN ('appreciation', 'addition', 'rewording', 'question'));
