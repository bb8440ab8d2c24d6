/** Reads of wishes, quiet hours, codes and colleagues. */
import type { CareRepository, CodeFound, DraftDue } from '../ports/care.ts';
import { type CareSettings, type Colleague, type Subscription, USUAL_CARE } from '../programme/care.ts';
import type { Draft } from '../programme/records.ts';
import type { Database } from './database.ts';

const STAFF = `EXISTS (SELECT 1 FROM membership AS m WHERE m.account = c.account AND m.revoked_at IS NULL
  AND m.role IN ('viewer', 'reviewer', 'decider', 'admin'))`;

const CODE = `SELECT c.account, c.draft, ${STAFF} AS isStaff,
    (SELECT COUNT(*) FROM draft AS d WHERE d.account = c.account AND d.status = 'open') AS drafts,
    (SELECT COUNT(*) FROM case_record AS k WHERE k.owner = c.account) AS cases
  FROM join_code AS c WHERE c.code_hash = ?1 AND c.until > ?2`;

/** Drafts with everybody who writes on them: their lead, and the colleagues the lead invited. */
const WRITERS = `SELECT d.id AS draft, d.account AS account, d.account AS lead, l.body AS listing, d.body AS body
    FROM draft AS d JOIN listing AS l ON l.id = d.listing WHERE d.status = 'open' AND d.listing IS NOT NULL
  UNION ALL SELECT d.id, c.account, d.account, l.body, d.body
    FROM draft AS d JOIN listing AS l ON l.id = d.listing JOIN draft_colleague AS c ON c.draft = d.id
    WHERE d.status = 'open' AND d.listing IS NOT NULL`;

const ENDING = `SELECT draft, account, lead FROM (${WRITERS})
  WHERE listing->'details'->>'deadline' = ?1 AND COALESCE(body->>'noReminder', 0) = 0 ORDER BY draft, account`;

const OVER = `SELECT draft, account, lead FROM (${WRITERS})
  WHERE listing->'details'->>'deadline' < ?1 AND account = lead AND body->>'case' IS NULL ORDER BY draft`;

const COLLEAGUES = `SELECT c.draft, c.account, a.body->>'name' AS name, c.added_at AS addedAt
  FROM draft_colleague AS c JOIN account AS a ON a.id = c.account JOIN draft AS d ON d.id = c.draft
  WHERE d.account = ?1 OR c.account = ?1 ORDER BY c.added_at, c.account`;

/** Makes the repository. */
export function careRepository(database: Database): CareRepository {
  const bodies = async <Row>(statement: string, account: string): Promise<readonly Row[]> =>
    (await database.read<{ body: string }>(statement, [account])).map((row): Row => JSON.parse(row.body));
  return {
    of: async (account) => {
      const [settings, subscriptions, colleagues] = await Promise.all([
        bodies<Partial<CareSettings>>('SELECT body FROM care WHERE account = ?', account),
        bodies<Subscription>('SELECT body FROM subscription WHERE account = ? ORDER BY rowid', account),
        database.read<Colleague>(COLLEAGUES, [account]),
      ]);
      return { settings: { ...USUAL_CARE, ...settings[0] }, subscriptions, colleagues };
    },
    sharedDrafts: (account) =>
      bodies<Draft>(
        `SELECT d.body FROM draft AS d JOIN draft_colleague AS c ON c.draft = d.id
          WHERE c.account = ? AND d.status = 'open' ORDER BY d.updated_at, d.id`,
        account,
      ),
    code: async (hash, at) => {
      const [row] = await database.read<Omit<CodeFound, 'isStaff'> & { isStaff: number }>(CODE, [hash, at]);
      return row ? { ...row, isStaff: row.isStaff === 1 } : null;
    },
    wrongCodes: async (account, since) => {
      const [row] = await database.read<{ own: number; all: number }>(
        `SELECT COUNT(*) AS "all", COUNT(CASE WHEN account = ?1 THEN 1 END) AS own FROM code_try WHERE at > ?2`,
        [account, since],
      );
      return row ?? { own: 0, all: 0 };
    },
    draftsEnding: (day) => database.read<DraftDue>(ENDING, [day]),
    draftsOver: (day) => database.read<DraftDue>(OVER, [day]),
    subscribers: async () => {
      const rows = await database.read<{ account: string; body: string | null }>(
        `SELECT s.account, c.body FROM (SELECT DISTINCT account FROM subscription) AS s
          LEFT JOIN care AS c ON c.account = s.account ORDER BY s.account`,
      );
      return rows.map(({ account, body }) => ({ account, care: { ...USUAL_CARE, ...(body && JSON.parse(body)) } }));
    },
    announced: async (account) => {
      const rows = await database.read<{ listing: string }>('SELECT listing FROM announced WHERE account = ?', [
        account,
      ]);
      return rows.map((row) => row.listing);
    },
  };
}
