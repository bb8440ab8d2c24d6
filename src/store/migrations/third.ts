/** Migration 3: the staff desk's side: wishes for a person with their thread, browsers that came by a link, messages left aside. */

// A wish is answered and closed by several hands: it has an id, a version and a state of its own now.
const handoffs = `
DROP INDEX handoff_account;
ALTER TABLE handoff RENAME TO handoff_before;
CREATE TABLE handoff (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX handoff_account ON handoff (account);
CREATE INDEX handoff_waiting ON handoff (at) WHERE status <> 'closed';
INSERT INTO handoff (id, account, version, status, at, body)
  SELECT 'before-' || h.id, h.account, 1, 'open', h.at, json_object(
    'id', 'before-' || h.id, 'reference', 'H-' || h.id, 'version', 1, 'account', h.account, 'name', a.body->>'name',
    'status', 'open', 'at', h.at, 'channel', 'web', 'from', NULL, 'doing', json('{"key":"request.doing-nothing"}'),
    'draft', NULL, 'words', json_array(json_object('at', h.at, 'side', 'person', 'name', NULL, 'text', h.body->>'text')))
  FROM handoff_before AS h JOIN account AS a ON a.id = h.account;
DROP TABLE handoff_before;
`;

const rest = `
ALTER TABLE web_session ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0;
-- From a thread on a platform to the notice it began with.
CREATE INDEX outbox_thread ON outbox (receipt->>'ts') WHERE receipt->>'ts' IS NOT NULL;
-- Messages that hold the secret of a return link: few, and none for long.
CREATE INDEX message_secret ON message (n) WHERE substr(body->'reply'->>'link', 1, 3) = '/r/';
`;

/** The statements of migration 3. */
export const thirdMigration: string = [handoffs, rest].join('\n');
