-- Where what led to one place of a draft leads since its passages were decided on or joined: for what is typed, or was typed before.
CREATE TABLE passage_leads (
    version_id BIGINT NOT NULL REFERENCES versions (id),
    from_link TEXT NOT NULL,
    to_link TEXT NOT NULL,
    PRIMARY KEY (version_id, from_link)
);
