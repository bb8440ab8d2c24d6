/** The inbox, the conversations and the outbox as the engine sees them. */
import type { Effect } from '../conversation/reducer-types.ts';
import type { Clock, RandomId } from '../ports/clock.ts';
import type { Inbound } from '../ports/message.ts';
import type { TurnRepository } from '../ports/turn.ts';
import { commitUnits } from './commit-turns.ts';
import type { Database } from './database.ts';
import { groupWriter } from './group-write.ts';
import type { InHand } from './in-hand.ts';
import { acceptBatches } from './inbox-accept.ts';
import { inboxLeases } from './inbox-claim.ts';
import { suspectRows } from './inbox-suspects.ts';
import { outboxQueue } from './outbox-queue.ts';
import { saveOutgoing } from './outbox-rows.ts';
import type { Unit } from './turn-checks.ts';

/** What a turn repository needs of the world. */
export interface TurnWorld {
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly inHand: InHand;
  /** Called after a commit that deleted a person or purged a secret matter, to wipe what the file still holds of it. */
  readonly wipe: () => Promise<void>;
}

/**
 * Makes the turn repository. Calls of `accept` and of `commit` that wait together share one transaction, so many
 * single commits in flight are as fast as one large batch, and a conflict costs only the call that met it.
 */
export function turnRepository(database: Database, world: TurnWorld): TurnRepository {
  const leases = inboxLeases(database);
  const accept = groupWriter<readonly Inbound[]>(database, async (sql, batches) => {
    await acceptBatches(sql, batches, world.randomId);
    return new Map();
  });
  const commit = groupWriter<Unit>(database, (sql, units) => commitUnits(sql, units, world.clock.now().toISOString()));
  return {
    ...outboxQueue(database, world.wipe),
    accept: async (messages) => {
      if (messages.length > 0) await accept(messages);
    },
    claim: leases.claim,
    renew: async (inboxes, until) => leases.renew(inboxes, until),
    reading: async (turn, inboxes) => world.inHand.note(turn, inboxes),
    alone: async (turn) => world.inHand.alone(turn),
    suspects: () => suspectRows(database),
    commit: async (results) => {
      if (results.length === 0) return;
      await commit(results);
      leases.drop(inboxesOf(results));
      if (results.some((result) => result.effects.some(isForgetting))) await world.wipe();
    },
    release: async (inboxes, retryAt, reason) => {
      await database.write((sql) =>
        sql.run(
          `UPDATE inbox SET attempts = attempts + 1, reason = ? WHERE status = 'open' AND id IN (SELECT value FROM json_each(?))`,
          [reason, JSON.stringify(inboxes)],
        ),
      );
      leases.renew(inboxes, retryAt);
    },
    park: async (inbox, reason, apology) => {
      await database.write(async (sql) => {
        await sql.run(`UPDATE inbox SET status = 'parked', reason = ? WHERE id = ? AND status = 'open'`, [
          reason,
          inbox,
        ]);
        if (apology) await saveOutgoing(sql, [{ out: apology, by: null }]);
      });
      leases.drop([inbox]);
    },
    parked: () => parkedRows(database),
    pending: async () => {
      const [counts] = await database.read<{ inbox: number; outbox: number }>(PENDING);
      return counts ?? { inbox: 0, outbox: 0 };
    },
  };
}

/** True for what must leave no shreds in the file. */
function isForgetting(effect: Effect): boolean {
  if (effect.type === 'save-case') return effect.action === 'mark-offline';
  return effect.type === 'delete-account' || effect.type === 'forget-talk';
}

const PENDING = `SELECT (SELECT COUNT(*) FROM inbox WHERE status = 'open') AS inbox,
  (SELECT COUNT(*) FROM outbox WHERE status = 'waiting') AS outbox`;

function inboxesOf(results: Unit): readonly number[] {
  return results.flatMap((result) => result.turn.messages.map((message) => message.inbox));
}

async function parkedRows(database: Database) {
  const rows = await database.read<{ id: number; body: string; reason: string | null; received_at: string }>(
    `SELECT id, body, reason, received_at FROM inbox WHERE status = 'parked' ORDER BY id`,
  );
  return rows.map((row) => {
    const { address }: Inbound = JSON.parse(row.body);
    return { inbox: row.id, address, reason: row.reason ?? '', at: row.received_at };
  });
}
