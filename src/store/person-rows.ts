/** Everything kept of one person, for their own export (R39): the mirror of what deletion takes away. */
import type { PersonRows } from '../ports/store.ts';
import type { Database } from './database.ts';

/** Kind of record → its rows as one column of JSON; `?1` is the account. Token hashes and secrets are not among them. */
const READS: Readonly<Record<string, string>> = {
  addresses: `SELECT json_object('address', json(body), 'linkedAt', linked_at) AS row FROM address_link WHERE account = ?1`,
  pastAddresses: `SELECT json_object('address', address) AS row FROM past_link WHERE account = ?1`,
  memberships: `SELECT body AS row FROM membership WHERE account = ?1 ORDER BY id`,
  consents: `SELECT json_patch(body, json_object('withdrawnAt', coalesce(withdrawn_at, ''))) AS row FROM consent WHERE account = ?1 ORDER BY id`,
  profile: `SELECT body AS row FROM profile WHERE account = ?1`,
  drafts: `SELECT body AS row FROM draft WHERE account = ?1 ORDER BY updated_at, id`,
  cases: `SELECT body AS row FROM case_record WHERE owner = ?1 ORDER BY created_at, id`,
  conversation: `SELECT state AS row FROM conversation WHERE account = ?1`,
  messages: `SELECT json_object('at', m.at, 'direction', m.direction, 'text', coalesce(m.body->>'text', m.body->'reply'->>'text'),
      'delivery', o.status, 'sentAt', o.sent_at) AS row
    FROM message AS m LEFT JOIN outbox AS o ON o.id = m.n
    WHERE m.account = ?1 OR m.address IN (SELECT address FROM address_link WHERE account = ?1) ORDER BY m.at, m.n`,
  suggestions: `SELECT json_object('at', at, 'purpose', purpose, 'listings', json(listings)) AS row FROM suggestion WHERE account = ?1 ORDER BY id`,
  handoffs: `SELECT json_object('at', at, 'status', status, 'words', body->'words') AS row FROM handoff WHERE account = ?1 ORDER BY at, id`,
  returnLinks: `SELECT json_object('madeAt', made_at) AS row FROM return_link WHERE account = ?1 ORDER BY made_at`,
  modelQuestions: `SELECT json_object('day', day, 'calls', calls) AS row FROM model_call WHERE account = ?1`,
  care: `SELECT body AS row FROM care WHERE account = ?1`,
  subscriptions: `SELECT body AS row FROM subscription WHERE account = ?1 ORDER BY rowid`,
  announcedLists: `SELECT json_object('listing', listing, 'at', at) AS row FROM announced WHERE account = ?1 ORDER BY at, listing`,
  codes: `SELECT json_object('until', until, 'draft', draft) AS row FROM join_code WHERE account = ?1 ORDER BY until`,
  wrongCodes: `SELECT json_object('at', at) AS row FROM code_try WHERE account = ?1 ORDER BY id`,
  colleagues: `SELECT json_object('draft', c.draft, 'as', CASE c.account WHEN ?1 THEN 'colleague' ELSE 'lead' END, 'addedAt', c.added_at) AS row
    FROM draft_colleague AS c JOIN draft AS d ON d.id = c.draft WHERE c.account = ?1 OR d.account = ?1 ORDER BY c.added_at`,
  sessions: `SELECT json_object('openedAt', opened_at, 'until', until) AS row FROM web_session
    WHERE staff = ?1 OR room IN (SELECT body->>'room' FROM address_link WHERE account = ?1 AND body->>'channel' = 'web')`,
  files: `SELECT json_object('sha256', f.sha256, 'mime', f.mime, 'bytes', f.bytes, 'storedAt', f.stored_at) AS row
    FROM file AS f WHERE f.sha256 IN (SELECT sha256 FROM file_use WHERE holder IN (
      SELECT id FROM case_record WHERE owner = ?1 UNION SELECT id FROM draft WHERE account = ?1
      UNION SELECT id FROM profile WHERE account = ?1
      UNION SELECT 'seat:' || address FROM address_link WHERE account = ?1)) ORDER BY f.stored_at`,
  audit: `SELECT json_object('at', at, 'action', action, 'by', CASE actor WHEN ?1 THEN 'you' ELSE 'programme' END,
      'object', object_kind, 'id', object_id, 'from', from_status, 'to', to_status) AS row
    FROM audit WHERE actor = ?1 OR object_id = ?1
      OR object_id IN (SELECT id FROM case_record WHERE owner = ?1 UNION SELECT id FROM profile WHERE account = ?1) ORDER BY n`,
};

/** Reads all of it; kinds without rows are there and empty. */
export async function personRows(database: Database, account: string): Promise<PersonRows> {
  const kinds = await Promise.all(
    Object.entries(READS).map(async ([kind, statement]) => {
      const rows = await database.read<{ row: string }>(statement, [account]);
      return [kind, rows.map(({ row }): unknown => JSON.parse(row))] as const;
    }),
  );
  return Object.fromEntries(kinds);
}
