/** Waiting messages that were in hand when an earlier process died. */
import type { Inbound } from '../ports/message.ts';
import type { TurnRepository } from '../ports/turn.ts';
import type { Database } from './database.ts';
import { deathsOf, isDeadly, isSuspect } from './in-hand.ts';

interface SuspectRow {
  readonly id: number;
  readonly turn: string;
  readonly body: string;
  readonly reason: string;
  readonly account: string | null;
}

/** Reads them, oldest first. */
export async function suspectRows(database: Database): ReturnType<TurnRepository['suspects']> {
  const rows = await database.read<SuspectRow>(
    `SELECT i.id, i.turn, i.body, i.reason, l.account FROM inbox AS i LEFT JOIN address_link AS l ON l.address = i.address
     WHERE i.status = 'open' AND i.reason IS NOT NULL ORDER BY i.id`,
  );
  const counted = rows.map((row) => ({ ...row, deaths: deathsOf(row.reason) }));
  const died = counted.filter(({ deaths }) => isSuspect(deaths));
  const marked = died.filter(({ deaths }) => !isDeadly(deaths)).map((row) => row.id);
  const deadly = died
    .filter(({ deaths }) => isDeadly(deaths))
    .map(({ id, turn, body, account, reason }) => {
      const inbound: Inbound = JSON.parse(body);
      return { message: { inbox: id, turn, inbound }, account, reason };
    });
  return { deadly, marked, afterDeath: counted.some(({ deaths }) => deaths.inHand + deaths.alone > 0) };
}
