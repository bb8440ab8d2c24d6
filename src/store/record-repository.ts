/** Reads of the programme's records: each row's body is the whole record. */

import type { CaseFilter, CaseTally, RecordRepository } from '../ports/store.ts';
import type { Account, CaseRecord, Membership } from '../programme/records.ts';
import { type AuditRow, entryOf } from './audit-chain.ts';
import { casePage, caseQuery } from './case-query.ts';
import type { Database } from './database.ts';
import { personRows } from './person-rows.ts';
import { seatOf } from './seat.ts';
import type { SqlValue } from './sqlite-driver.ts';

const STAFF_ROLES = JSON.stringify(['viewer', 'reviewer', 'decider', 'admin']);

const TALLY = `SELECT kind, status, sector, turn, source, COUNT(*) AS n FROM case_record
  GROUP BY kind, status, sector, turn, source`;

/** Reads bodies of rows as records; the caller names what they are. */
type ReadBodies = <Record>(statement: string, params?: readonly SqlValue[]) => Promise<readonly Record[]>;

/** Makes the record repository. Memberships and consents are those in force; lists come in the order they were made. */
export function recordRepository(database: Database): RecordRepository {
  const bodies: ReadBodies = async <Record>(statement: string, params: readonly SqlValue[] = []) => {
    const rows = await database.read<{ body: string }>(statement, params);
    return rows.map((row): Record => JSON.parse(row.body));
  };
  const first = async <Record>(statement: string, params: readonly SqlValue[]): Promise<Record | null> =>
    (await bodies<Record>(statement, params))[0] ?? null;
  return {
    ...peopleReads(database, bodies),
    account: (id) => first('SELECT body FROM account WHERE id = ?', [id]),
    profileOf: (account) => first('SELECT body FROM profile WHERE account = ?', [account]),
    profiles: () => bodies('SELECT body FROM profile ORDER BY id'),
    drafts: (account) => bodies('SELECT body FROM draft WHERE account = ? ORDER BY updated_at, id', [account]),
    draft: (id) => first('SELECT body FROM draft WHERE id = ?', [id]),
    case: (by) => first('SELECT body FROM case_record WHERE id = ?1 OR reference = ?1', [by]),
    cases: (filter) => cases(bodies, filter),
    countCases: (filter) => countCases(database, filter),
    tally: () => database.read<CaseTally>(TALLY),
    batches: () => bodies('SELECT body FROM batch ORDER BY id'),
    audit: async (object, limit) => {
      const rows = await database.read<AuditRow>('SELECT * FROM audit WHERE object_id = ? ORDER BY n DESC LIMIT ?', [
        object,
        limit,
      ]);
      return rows.map(entryOf);
    },
    person: (account) => personRows(database, account),
    isEmpty: () => isEmpty(database),
  };
}

type PeopleReads = 'accountAt' | 'addresses' | 'memberships' | 'staff' | 'consents' | 'hasReturnLink';

function peopleReads(database: Database, bodies: ReadBodies): Pick<RecordRepository, PeopleReads> {
  return {
    accountAt: async (address) => {
      const [row] = await database.read<{ account: string }>('SELECT account FROM address_link WHERE address = ?', [
        seatOf(address),
      ]);
      return row?.account ?? null;
    },
    addresses: (account) =>
      bodies('SELECT body FROM address_link WHERE account = ? ORDER BY linked_at, address', [account]),
    memberships: (account) =>
      bodies('SELECT body FROM membership WHERE account = ? AND revoked_at IS NULL ORDER BY id', [account]),
    staff: () => staff(database),
    consents: (account) =>
      bodies('SELECT body FROM consent WHERE account = ? AND withdrawn_at IS NULL ORDER BY id', [account]),
    hasReturnLink: async (account) => {
      const rows = await database.read('SELECT 1 FROM return_link WHERE account = ? LIMIT 1', [account]);
      return rows.length > 0;
    },
  };
}

function cases(bodies: ReadBodies, filter: CaseFilter): Promise<readonly CaseRecord[]> {
  const [found, page] = [caseQuery(filter), casePage(filter)];
  return bodies(`SELECT body FROM case_record ${found.where} ${page.where}`, [...found.params, ...page.params]);
}

async function countCases(database: Database, filter: CaseFilter): Promise<number> {
  const { where, params } = caseQuery(filter);
  const [row] = await database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM case_record ${where}`, params);
  return row?.n ?? 0;
}

async function staff(database: Database) {
  const rows = await database.read<{ id: string; account: string; membership: string }>(
    `SELECT a.id, a.body AS account, m.body AS membership FROM membership AS m JOIN account AS a ON a.id = m.account
      WHERE m.revoked_at IS NULL AND m.role IN (SELECT value FROM json_each(?)) ORDER BY a.id, m.id`,
    [STAFF_ROLES],
  );
  const members = new Map<string, { readonly account: Account; readonly memberships: readonly Membership[] }>();
  for (const row of rows) {
    const membership: Membership = JSON.parse(row.membership);
    const account: Account = JSON.parse(row.account);
    const memberships = [...(members.get(row.id)?.memberships ?? []), membership];
    members.set(row.id, { account, memberships });
  }
  return [...members.values()];
}

/** True while there is nothing of a programme: staff and visitors alone do not count. */
async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.read(
    `SELECT 1 FROM batch UNION ALL SELECT 1 FROM case_record UNION ALL SELECT 1 FROM profile LIMIT 1`,
  );
  return rows.length === 0;
}
