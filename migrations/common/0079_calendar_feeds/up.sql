-- The address at which a calendar program reads the events somebody may know of: one for an account, kept as the SHA-256 of its token.
CREATE TABLE calendar_feeds (
  account_id BIGINT PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  made_at BIGINT NOT NULL
);
