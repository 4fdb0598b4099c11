-- What the plan says in plain words, before its chapters; written while it is a draft, published with the version.
ALTER TABLE versions ADD COLUMN summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 6000);
