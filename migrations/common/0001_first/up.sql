-- Everything both databases can share. Instants are BIGINT microseconds since the Unix epoch, UTC;
-- identifiers are made by the application; structured text is JSON in TEXT.

CREATE TABLE secrets (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
);

CREATE TABLE accounts (
  id BIGINT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  password_hash TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('it', 'en')),
  administrator BOOLEAN NOT NULL DEFAULT FALSE,
  confirmed_at BIGINT,
  created_at BIGINT NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY NOT NULL,
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);

-- What was typed to register, until its own letter is answered: an account is made from the one row whose link and password
-- come together, so that nobody is given what a stranger typed about their address.
CREATE TABLE registrations (
  token_hash TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  password_hash TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('it', 'en')),
  organisation TEXT NOT NULL,
  category TEXT NOT NULL,
  zone TEXT NOT NULL,
  draft_key_hash TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX registrations_email ON registrations (email_key);

CREATE TABLE drafts (
  id BIGINT PRIMARY KEY NOT NULL,
  key_hash TEXT NOT NULL,
  account_id BIGINT REFERENCES accounts (id) ON DELETE CASCADE,
  payload TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX drafts_account ON drafts (account_id);
CREATE INDEX drafts_key ON drafts (key_hash);

CREATE TABLE tokens (
  token_hash TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reset')),
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX tokens_account ON tokens (account_id);

CREATE TABLE organisations (
  id BIGINT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  name_key TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL,
  zone TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE mandates (
  id BIGINT PRIMARY KEY NOT NULL,
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  organisation_id BIGINT NOT NULL REFERENCES organisations (id),
  created_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX mandates_account ON mandates (account_id);

CREATE TABLE processes (
  id BIGINT PRIMARY KEY NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  summary TEXT NOT NULL,
  founding_act TEXT NOT NULL,
  founded_on DATE,
  contact TEXT NOT NULL,
  facilitator TEXT NOT NULL,
  introduction TEXT NOT NULL,
  thanks TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT
);

CREATE TABLE counters (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  name TEXT NOT NULL,
  value BIGINT NOT NULL,
  PRIMARY KEY (process_id, name)
);

CREATE TABLE promoters (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  contact TEXT NOT NULL,
  act_kind TEXT NOT NULL,
  act_number TEXT NOT NULL,
  act_date DATE
);
CREATE INDEX promoters_process ON promoters (process_id, position);

CREATE TABLE phases (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('analysis', 'interviews', 'event', 'consultation', 'presentation')),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  description TEXT NOT NULL,
  starts_on DATE,
  ends_on DATE,
  CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX phases_process ON phases (process_id, position);

CREATE TABLE figures (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  phase_id BIGINT REFERENCES phases (id),
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  value TEXT NOT NULL
);
CREATE INDEX figures_process ON figures (process_id, position);

CREATE TABLE documents (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  note TEXT NOT NULL,
  link TEXT NOT NULL
);
CREATE INDEX documents_process ON documents (process_id, position);

CREATE TABLE acts (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  body TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  act_number TEXT NOT NULL,
  act_date DATE,
  note TEXT NOT NULL,
  entered_by BIGINT NOT NULL REFERENCES accounts (id),
  entered_at BIGINT NOT NULL
);
CREATE INDEX acts_process ON acts (process_id);

CREATE TABLE grants (
  id BIGINT PRIMARY KEY NOT NULL,
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  role TEXT NOT NULL CHECK (role IN ('facilitator', 'reviewer', 'promoter')),
  granted_by BIGINT,
  granted_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX grants_account ON grants (account_id);
CREATE INDEX grants_process ON grants (process_id);

CREATE TABLE subscriptions (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (process_id, account_id)
);

CREATE TABLE versions (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  title TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  import_report TEXT NOT NULL,
  note TEXT NOT NULL,
  imported_by BIGINT NOT NULL REFERENCES accounts (id),
  imported_at BIGINT NOT NULL,
  published_by BIGINT REFERENCES accounts (id),
  published_at BIGINT,
  UNIQUE (process_id, number)
);

CREATE TABLE passages (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  code INTEGER NOT NULL CHECK (code > 0),
  UNIQUE (process_id, code)
);

CREATE TABLE passage_texts (
  id BIGINT PRIMARY KEY NOT NULL,
  version_id BIGINT NOT NULL REFERENCES versions (id),
  position INTEGER NOT NULL,
  passage_id BIGINT REFERENCES passages (id),
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'list_item', 'table', 'quote', 'code', 'caption', 'footnote')),
  level INTEGER NOT NULL,
  number TEXT NOT NULL,
  block TEXT NOT NULL,
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  matched TEXT NOT NULL CHECK (matched IN ('new', 'equal', 'alike', 'by_hand', 'unsure')),
  likeness INTEGER NOT NULL,
  candidates TEXT NOT NULL,
  UNIQUE (version_id, position),
  UNIQUE (version_id, passage_id),
  CHECK (matched = 'unsure' OR passage_id IS NOT NULL)
);
CREATE INDEX passage_texts_passage ON passage_texts (passage_id);

CREATE TABLE passage_ends (
  version_id BIGINT NOT NULL REFERENCES versions (id),
  passage_id BIGINT NOT NULL REFERENCES passages (id),
  into_passage_id BIGINT REFERENCES passages (id),
  PRIMARY KEY (version_id, passage_id)
);

CREATE TABLE change_reasons (
  version_id BIGINT NOT NULL REFERENCES versions (id),
  passage_id BIGINT NOT NULL REFERENCES passages (id),
  kind TEXT NOT NULL CHECK (kind IN ('editorial', 'motion', 'law')),
  note TEXT NOT NULL CHECK (length(trim(note)) > 0),
  given_by BIGINT NOT NULL REFERENCES accounts (id),
  given_at BIGINT NOT NULL,
  PRIMARY KEY (version_id, passage_id)
);

CREATE TABLE consultations (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  version_id BIGINT NOT NULL UNIQUE REFERENCES versions (id),
  opens_at BIGINT NOT NULL,
  closes_at BIGINT NOT NULL,
  zone TEXT NOT NULL,
  opening_told_at BIGINT,
  closing_told_at BIGINT,
  set_by BIGINT NOT NULL REFERENCES accounts (id),
  set_at BIGINT NOT NULL,
  CHECK (closes_at > opens_at)
);
CREATE INDEX consultations_process ON consultations (process_id);

CREATE TABLE extensions (
  id BIGINT PRIMARY KEY NOT NULL,
  consultation_id BIGINT NOT NULL REFERENCES consultations (id),
  closed_at_before BIGINT NOT NULL,
  closes_at_after BIGINT NOT NULL,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  extended_by BIGINT NOT NULL REFERENCES accounts (id),
  extended_at BIGINT NOT NULL,
  CHECK (closes_at_after > closed_at_before)
);
CREATE INDEX extensions_consultation ON extensions (consultation_id);

CREATE TABLE contributions (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  consultation_id BIGINT NOT NULL REFERENCES consultations (id),
  channel TEXT NOT NULL CHECK (channel IN ('online', 'certified_mail', 'paper', 'other')),
  late BOOLEAN NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('appreciation', 'addition', 'rewording', 'question')),
  version_id BIGINT NOT NULL REFERENCES versions (id),
  passage_id BIGINT REFERENCES passages (id),
  account_id BIGINT REFERENCES accounts (id),
  organisation_id BIGINT REFERENCES organisations (id),
  sender TEXT NOT NULL,
  evidence TEXT NOT NULL,
  shown BOOLEAN NOT NULL,
  named_as TEXT NOT NULL CHECK (named_as IN ('organisation', 'anonymous', 'pseudonym')),
  pseudonym TEXT NOT NULL,
  revision INTEGER NOT NULL,
  moderation TEXT NOT NULL CHECK (moderation IN ('waiting', 'published', 'held', 'refused')),
  refusal TEXT NOT NULL,
  refusal_note TEXT NOT NULL,
  moderated_at BIGINT,
  withdrawn_at BIGINT,
  duplicate_of BIGINT REFERENCES contributions (id),
  received_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  told_at BIGINT,
  UNIQUE (process_id, number),
  CHECK (moderation <> 'refused' OR length(trim(refusal)) > 0),
  CHECK (named_as <> 'pseudonym' OR length(trim(pseudonym)) > 0),
  CHECK (named_as <> 'organisation' OR organisation_id IS NOT NULL),
  CHECK (channel = 'online' OR length(trim(evidence)) > 0),
  CHECK (duplicate_of IS NULL OR duplicate_of <> id)
);
CREATE INDEX contributions_passage ON contributions (passage_id);
CREATE INDEX contributions_account ON contributions (account_id);
CREATE INDEX contributions_version ON contributions (version_id);

CREATE TABLE contribution_texts (
  contribution_id BIGINT NOT NULL REFERENCES contributions (id),
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  proposed TEXT NOT NULL,
  redacted BOOLEAN NOT NULL,
  written_at BIGINT NOT NULL,
  PRIMARY KEY (contribution_id, revision)
);

CREATE TABLE seals (
  contribution_id BIGINT NOT NULL REFERENCES contributions (id),
  revision INTEGER NOT NULL,
  salt TEXT NOT NULL,
  sealed_text TEXT NOT NULL,
  sealed_proposed TEXT NOT NULL,
  PRIMARY KEY (contribution_id, revision)
);

CREATE TABLE register_entries (
  process_id BIGINT NOT NULL REFERENCES processes (id),
  seq INTEGER NOT NULL,
  at BIGINT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('received', 'edited', 'withdrawn', 'published', 'held', 'refused', 'redacted', 'duplicate', 'erased')),
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  commitment TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (process_id, seq)
);

CREATE TABLE supports (
  contribution_id BIGINT NOT NULL REFERENCES contributions (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (contribution_id, account_id)
);

CREATE TABLE responses (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'integrated', 'partially_integrated', 'already_present', 'noted', 'deferred', 'out_of_scope', 'not_accepted')),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  competence TEXT NOT NULL,
  deferred_step TEXT NOT NULL,
  deferred_owner TEXT NOT NULL,
  version_id BIGINT REFERENCES versions (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'published')),
  return_note TEXT NOT NULL,
  prepared_by BIGINT NOT NULL REFERENCES accounts (id),
  prepared_at BIGINT NOT NULL,
  approved_by BIGINT REFERENCES accounts (id),
  approved_at BIGINT,
  published_at BIGINT,
  supersedes BIGINT REFERENCES responses (id),
  UNIQUE (process_id, number),
  CHECK (approved_by IS NULL OR approved_by <> prepared_by),
  CHECK (state NOT IN ('approved', 'published') OR approved_by IS NOT NULL),
  CHECK (state <> 'published' OR published_at IS NOT NULL),
  CHECK (outcome <> 'deferred' OR (length(trim(deferred_step)) > 0 AND length(trim(deferred_owner)) > 0)),
  CHECK (outcome NOT IN ('integrated', 'partially_integrated', 'already_present') OR version_id IS NOT NULL)
);

CREATE TABLE response_passages (
  response_id BIGINT NOT NULL REFERENCES responses (id),
  passage_id BIGINT NOT NULL REFERENCES passages (id),
  PRIMARY KEY (response_id, passage_id)
);
CREATE INDEX response_passages_passage ON response_passages (passage_id);

CREATE TABLE requests (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  number INTEGER NOT NULL CHECK (number > 0),
  contribution_id BIGINT NOT NULL REFERENCES contributions (id),
  revision INTEGER NOT NULL,
  summary TEXT NOT NULL CHECK (length(trim(summary)) > 0),
  theme TEXT NOT NULL,
  response_id BIGINT REFERENCES responses (id),
  cut_by BIGINT NOT NULL REFERENCES accounts (id),
  cut_at BIGINT NOT NULL,
  UNIQUE (process_id, number)
);
CREATE INDEX requests_contribution ON requests (contribution_id);
CREATE INDEX requests_response ON requests (response_id);

CREATE TABLE request_excerpts (
  request_id BIGINT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  starts INTEGER NOT NULL CHECK (starts >= 0),
  ends INTEGER NOT NULL,
  PRIMARY KEY (request_id, position),
  CHECK (ends > starts)
);

CREATE TABLE participant_entries (
  id BIGINT PRIMARY KEY NOT NULL,
  process_id BIGINT NOT NULL REFERENCES processes (id),
  channel TEXT NOT NULL CHECK (channel IN ('interview', 'event', 'consultation', 'other')),
  organisation TEXT NOT NULL,
  citizens INTEGER NOT NULL CHECK (citizens >= 0),
  entered_by BIGINT NOT NULL REFERENCES accounts (id),
  entered_at BIGINT NOT NULL,
  CHECK (length(trim(organisation)) > 0 OR citizens > 0)
);
CREATE INDEX participant_entries_process ON participant_entries (process_id);

CREATE TABLE outbox (
  id BIGINT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  lang TEXT NOT NULL,
  params TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  sent_at BIGINT
);
CREATE INDEX outbox_due ON outbox (sent_at, due_at);

CREATE TABLE once_keys (
  key TEXT PRIMARY KEY NOT NULL,
  location TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE audit (
  id BIGINT PRIMARY KEY NOT NULL,
  at BIGINT NOT NULL,
  process_id BIGINT REFERENCES processes (id),
  account_id BIGINT,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX audit_process ON audit (process_id, id);
