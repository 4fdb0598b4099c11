DROP TABLE audit; DROP TABLE once_keys; DROP TABLE outbox; DROP TABLE participant_entries; DROP TABLE request_excerpts;
DROP TABLE requests; DROP TABLE response_passages; DROP TABLE responses; DROP TABLE supports; DROP TABLE register_entries;
DROP TABLE seals; DROP TABLE contribution_texts; DROP TABLE contributions; DROP TABLE extensions; DROP TABLE consultations;
DROP TABLE change_reasons; DROP TABLE passage_ends; DROP TABLE passage_texts; DROP TABLE passages; DROP TABLE versions;
DROP TABLE subscriptions; DROP TABLE grants; DROP TABLE acts; DROP TABLE documents; DROP TABLE figures; DROP TABLE phases;
DROP TABLE promoters; DROP TABLE counters; DROP TABLE processes; DROP TABLE mandates; DROP TABLE organisations;
DROP TABLE tokens; DROP TABLE registrations; DROP TABLE drafts; DROP TABLE sessions; DROP TABLE accounts; DROP TABLE secrets;
