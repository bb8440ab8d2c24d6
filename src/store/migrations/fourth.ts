/** Migration 4: how much of a day's share of questions to the language model is spent, so that a restart gives no new share. */

// No reference to account: a newcomer's first message is put to the model before the account is written down.
// The day's whole names nobody, and stays when a person goes.
/** The statements of migration 4. */
export const fourthMigration = `
CREATE TABLE model_call (
  account TEXT NOT NULL,
  day TEXT NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (account, day)
) WITHOUT ROWID;
CREATE TABLE model_day (
  day TEXT PRIMARY KEY,
  calls INTEGER NOT NULL
) WITHOUT ROWID;
`;
