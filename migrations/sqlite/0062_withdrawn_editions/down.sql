DROP TABLE restitution_withdrawals;
