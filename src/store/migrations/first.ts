/** Migration 1: all tables. Plain SQL that PostgreSQL speaks too, but for AUTOINCREMENT, BLOB and the triggers. */

const caseTable = (name: string, extra = ''): string => `
CREATE TABLE ${name} (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  track TEXT NOT NULL,
  status TEXT NOT NULL,
  sector TEXT,
  owner TEXT,
  bidder TEXT,
  listing TEXT,
  turn TEXT NOT NULL,
  source TEXT NOT NULL,
  status_since TEXT NOT NULL,
  created_at TEXT NOT NULL,
  submitted_at TEXT,
  body TEXT NOT NULL
);
CREATE INDEX ${name}_owner ON ${name} (owner) WHERE owner IS NOT NULL;
CREATE INDEX ${name}_status ON ${name} (status, created_at);
CREATE INDEX ${name}_listing ON ${name} (listing) WHERE listing IS NOT NULL;
${extra}`;

// Only what waits or is parked: a handled message is deleted, its text lives on, redacted, in the transcript.
const inbox = `
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  turn TEXT NOT NULL,
  address TEXT NOT NULL,
  who TEXT NOT NULL,
  body TEXT NOT NULL,
  received_at TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  reason TEXT
);
CREATE INDEX inbox_who ON inbox (who, id) WHERE status = 'open';
CREATE TABLE inbox_key (key TEXT PRIMARY KEY) WITHOUT ROWID;
`;

const people = `
CREATE TABLE account (id TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE address_link (
  address TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  linked_at TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX address_link_account ON address_link (account);
CREATE TABLE past_link (
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  PRIMARY KEY (account, address)
);
CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  revoked_at TEXT,
  body TEXT NOT NULL
);
CREATE INDEX membership_account ON membership (account);
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  withdrawn_at TEXT,
  body TEXT NOT NULL
);
CREATE INDEX consent_account ON consent (account, kind);
CREATE TABLE profile (
  id TEXT PRIMARY KEY,
  account TEXT REFERENCES account (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  discoverable INTEGER NOT NULL,
  source TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX profile_account ON profile (account) WHERE account IS NOT NULL;
CREATE TABLE return_link (
  token_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL
);
CREATE INDEX return_link_account ON return_link (account);
CREATE TABLE owner_link (
  token_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  until TEXT NOT NULL,
  used_at TEXT
);
CREATE INDEX owner_link_account ON owner_link (account);
CREATE TABLE web_session (
  secret_hash TEXT PRIMARY KEY,
  room TEXT NOT NULL,
  staff TEXT REFERENCES account (id) ON DELETE CASCADE,
  opened_at TEXT NOT NULL,
  until TEXT NOT NULL
);
CREATE INDEX web_session_room ON web_session (room);
CREATE INDEX web_session_staff ON web_session (staff) WHERE staff IS NOT NULL;
CREATE TABLE suggestion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  purpose TEXT NOT NULL,
  listings TEXT NOT NULL
);
CREATE INDEX suggestion_account ON suggestion (account);
CREATE TABLE handoff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX handoff_account ON handoff (account);
`;

const talk = `
CREATE TABLE conversation (
  account TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  state TEXT NOT NULL
);
CREATE TABLE message (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  address TEXT NOT NULL,
  account TEXT,
  caused_by TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  at TEXT NOT NULL,
  notice INTEGER NOT NULL DEFAULT 0,
  replaced INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX message_id ON message (id, address) WHERE direction = 'out';
CREATE INDEX message_address ON message (address, at, n);
CREATE INDEX message_caused_by ON message (caused_by) WHERE caused_by IS NOT NULL;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY REFERENCES message (n) ON DELETE CASCADE,
  key TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  updates TEXT,
  cancel_group TEXT,
  due_at TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sent', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  sent_at TEXT,
  receipt TEXT,
  reason TEXT,
  forget INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outbox_waiting ON outbox (address, id) WHERE status = 'waiting';
CREATE INDEX outbox_due ON outbox (due_at) WHERE status = 'waiting';
CREATE INDEX outbox_parked ON outbox (id) WHERE status = 'parked';
CREATE INDEX outbox_group ON outbox (cancel_group) WHERE cancel_group IS NOT NULL;
`;

const papers = `
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  listing TEXT,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX draft_account ON draft (account);
CREATE UNIQUE INDEX draft_one_open_application ON draft (account, listing)
  WHERE purpose = 'application' AND status = 'open' AND listing IS NOT NULL;
${caseTable('listing')}
${caseTable('need')}
${caseTable('interest')}
${caseTable(
  'application',
  `CREATE UNIQUE INDEX application_one_live ON application (listing, bidder)
  WHERE bidder IS NOT NULL AND status NOT IN ('withdrawn', 'not-selected');`,
)}
CREATE VIEW case_record AS
  SELECT 'listing' AS kind, l.* FROM listing AS l
  UNION ALL SELECT 'need', n.* FROM need AS n
  UNION ALL SELECT 'interest', i.* FROM interest AS i
  UNION ALL SELECT 'application', a.* FROM application AS a;
CREATE TABLE batch (id TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE file (sha256 TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes INTEGER NOT NULL, stored_at TEXT NOT NULL);
CREATE TABLE file_chunk (
  sha256 TEXT NOT NULL REFERENCES file (sha256) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, n)
);
CREATE TABLE file_use (holder TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (holder, sha256)) WITHOUT ROWID;
CREATE INDEX file_use_sha256 ON file_use (sha256);
CREATE TABLE vector (
  embedder TEXT NOT NULL,
  key TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  vector BLOB NOT NULL,
  PRIMARY KEY (embedder, key)
);
CREATE INDEX vector_key ON vector (key);
CREATE TABLE upkeep (task TEXT PRIMARY KEY);
`;

const audit = `
CREATE TABLE audit (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  from_status TEXT,
  to_status TEXT,
  reason_hash TEXT,
  turn TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_object ON audit (object_id, n);
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit
  WHEN EXISTS (SELECT 1 FROM audit WHERE n = NEW.n)
  BEGIN SELECT RAISE(ABORT, 'audit rows are never replaced'); END;
`;

/** The statements of migration 1. */
export const firstMigration: string = [inbox, people, talk, papers, audit].join('\n');
