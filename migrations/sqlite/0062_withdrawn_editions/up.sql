-- An edition of a restitution that was taken back: it stays as it was published, and nobody is served it any more. Why, and when, is
-- public. Like an edition it is published by somebody who wrote none of the words that stand, and stays.

CREATE TABLE restitution_withdrawals (
  edition_id BIGINT PRIMARY KEY NOT NULL REFERENCES restitution_editions (id),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  withdrawn_by BIGINT NOT NULL REFERENCES accounts (id),
  withdrawn_at BIGINT NOT NULL
);

CREATE TRIGGER restitution_withdrawal_fixed BEFORE UPDATE ON restitution_withdrawals WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'what was withdrawn stays withdrawn'); END;

CREATE TRIGGER restitution_withdrawal_kept BEFORE DELETE ON restitution_withdrawals WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'what was withdrawn stays withdrawn'); END;

CREATE TRIGGER restitution_withdrawal_second BEFORE INSERT ON restitution_withdrawals WHEN EXISTS (SELECT 1 FROM restitution_points p JOIN restitution_editions e ON e.restitution_id = p.restitution_id WHERE e.id = NEW.edition_id AND p.written_by = NEW.withdrawn_by)
BEGIN SELECT RAISE(ABORT, 'who wrote a restitution does not withdraw it'); END;
