-- The wider CHECK stays: entries about files cannot be taken out of a chain.
DROP TRIGGER register_act_entry_says ON register_acts;
DROP FUNCTION register_act_entry_says();
DROP TRIGGER register_act_entry_fixed ON register_acts;
DROP FUNCTION register_act_entry_fixed();
ALTER TABLE register_acts DROP COLUMN entry_seq;
