DROP TABLE restitution_withdrawals;
DROP FUNCTION restitution_withdrawal_fixed();
DROP FUNCTION restitution_withdrawal_second();
