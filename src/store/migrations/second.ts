/** Migration 2: looking after people: wishes for lists, quiet hours, codes between channels, colleagues on a draft. */

const wishes = `
CREATE TABLE care (
  account TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  body TEXT NOT NULL
);
CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  body TEXT NOT NULL
);
CREATE INDEX subscription_account ON subscription (account);
CREATE TABLE announced (
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  listing TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (account, listing)
) WITHOUT ROWID;
`;

// Of a code only the hash is here. Wrong tries outlive a deletion, without the person, so that guessing stays counted.
const codes = `
CREATE TABLE join_code (
  code_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  draft TEXT REFERENCES draft (id) ON DELETE CASCADE,
  until TEXT NOT NULL
);
CREATE INDEX join_code_account ON join_code (account);
CREATE INDEX join_code_draft ON join_code (draft) WHERE draft IS NOT NULL;
CREATE TABLE code_try (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT REFERENCES account (id) ON DELETE SET NULL,
  at TEXT NOT NULL
);
CREATE INDEX code_try_at ON code_try (at);
CREATE INDEX code_try_account ON code_try (account) WHERE account IS NOT NULL;
`;

const colleagues = `
CREATE TABLE draft_colleague (
  draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  added_at TEXT NOT NULL,
  PRIMARY KEY (draft, account)
) WITHOUT ROWID;
CREATE INDEX draft_colleague_account ON draft_colleague (account);
CREATE INDEX draft_open_listing ON draft (listing) WHERE status = 'open' AND listing IS NOT NULL;
`;

/** The statements of migration 2. */
export const secondMigration: string = [wishes, codes, colleagues].join('\n');
