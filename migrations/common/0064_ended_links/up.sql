-- Links of letters whose term is over, by the SHA-256 of their token: who follows one is told so, and nothing says any more whose it was.
CREATE TABLE ended_links (
  token_hash TEXT PRIMARY KEY NOT NULL,
  ended_at BIGINT NOT NULL
);
