/** Handing out waiting messages: per account in order, never two turns of one account at once. */
import type { State } from '../conversation/reducer-types.ts';
import type { ClaimedMessage, ClaimedTurn } from '../ports/turn.ts';
import { type Database, promiseLock } from './database.ts';

/** Messages one turn takes at most; the rest of a burst makes the next turn. */
const PER_TURN = 20;

interface Lease {
  readonly who: string;
  readonly until: number;
}

interface OpenRow {
  readonly id: number;
  readonly turn: string;
  readonly body: string;
  readonly who: string;
  readonly account: string | null;
  readonly attempts: number;
  readonly state: string | null;
  readonly version: number | null;
}

/** A head is the oldest open message of someone whom no lease holds; with it come the next ones of the same person. */
export const CLAIM = `WITH head AS (
    SELECT i.id, i.who FROM inbox AS i
    WHERE i.status = 'open'
      AND i.who NOT IN (SELECT value FROM json_each(?1))
      AND i.id NOT IN (SELECT value FROM json_each(?2))
      AND NOT EXISTS (SELECT 1 FROM inbox AS b WHERE b.who = i.who AND b.status = 'open' AND b.id < i.id)
    ORDER BY i.id LIMIT ?3)
  SELECT i.id, i.turn, i.body, i.who, i.attempts, l.account, c.state, c.version
  FROM head AS h
  JOIN inbox AS i ON i.id IN
    (SELECT k.id FROM inbox AS k WHERE k.who = h.who AND k.status = 'open' ORDER BY k.id LIMIT ${PER_TURN})
  LEFT JOIN address_link AS l ON l.address = i.address
  LEFT JOIN conversation AS c ON c.account = l.account
  ORDER BY h.id, i.id`;

/** Leases of open messages. */
export interface Leases {
  claim(now: Date, limit: number, leaseMs: number): Promise<readonly ClaimedTurn[]>;
  renew(inboxes: readonly number[], until: Date): void;
  /** Ends leases of handled messages. */
  drop(inboxes: readonly number[]): void;
}

/**
 * Keeps leases in memory: one process writes a database, so a dead holder's leases are gone with it and
 * its messages are open again at the next start, without a sync of the disk for every claim.
 */
export function inboxLeases(database: Database): Leases {
  const leases = new Map<number, Lease>();
  const oneAtATime = promiseLock();
  const claim = async (now: Date, limit: number, leaseMs: number): Promise<readonly ClaimedTurn[]> => {
    for (const [inbox, lease] of leases) if (lease.until <= now.getTime()) leases.delete(inbox);
    const busy = [...new Set([...leases.values()].map((lease) => lease.who))];
    const rows = await database.read<OpenRow>(CLAIM, [JSON.stringify(busy), JSON.stringify([...leases.keys()]), limit]);
    for (const row of rows) leases.set(row.id, { who: row.who, until: now.getTime() + leaseMs });
    return byPerson(rows).map(claimedTurn);
  };
  return {
    claim: (now, limit, leaseMs) => oneAtATime(() => claim(now, limit, leaseMs)),
    renew: (inboxes, until) => {
      for (const inbox of inboxes) {
        const lease = leases.get(inbox);
        if (lease) leases.set(inbox, { who: lease.who, until: until.getTime() });
      }
    },
    drop: (inboxes) => {
      for (const inbox of inboxes) leases.delete(inbox);
    },
  };
}

function byPerson(rows: readonly OpenRow[]): readonly (readonly OpenRow[])[] {
  const groups = new Map<string, OpenRow[]>();
  for (const row of rows) groups.set(row.who, [...(groups.get(row.who) ?? []), row]);
  return [...groups.values()];
}

function claimedTurn(rows: readonly OpenRow[]): ClaimedTurn {
  const [first] = rows;
  const state: State | null = first?.state ? JSON.parse(first.state) : null;
  const messages = rows.map(
    (row): ClaimedMessage => ({ inbox: row.id, turn: row.turn, inbound: JSON.parse(row.body) }),
  );
  const { account = null, version = null, attempts = 0 } = first ?? {};
  return { account, messages, state, version: version ?? 0, attempts };
}
