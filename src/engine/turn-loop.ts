/** Takes waiting messages from the inbox and runs their turns side by side, one at a time per account. */
import type { ClaimedTurn, TurnResult } from '../ports/turn.ts';
import { attemptTurn, freeLeases } from './attempt-turn.ts';
import { makeCrowd } from './crowd.ts';
import { describeError } from './describe-error.ts';
import { type Crew, type Loop, makeLoop } from './loop.ts';
import { makeOutage } from './outage.ts';
import type { Running } from './parts.ts';
import type { Player } from './play.ts';

/** Makes the loop. `committed` is told of every result that is on disk. */
export function makeTurnLoop(player: Player, committed: (result: TurnResult) => void, parts: Running): Loop {
  const { store, tuning, clock, crash, log } = parts;
  const outage = makeOutage(clock, tuning);
  const crowd = makeCrowd(tuning.perMinute);

  async function step(crew: Crew): Promise<number> {
    const room = tuning.turns - crew.size();
    const paused = (outage.until()?.getTime() ?? 0) - clock.now().getTime();
    if (room <= 0 || paused > 0) return Math.max(paused, tuning.pollMs);
    const claimed = await store.turns.claim(clock.now(), room, tuning.leaseMs);
    crash('turn:claimed');
    for (const turn of claimed) {
      const id = turn.messages[0]?.inbox;
      // A turn whose lease ran out while the process was busy is still in hand.
      if (id !== undefined && !crew.ids().has(id)) crew.begin(id, () => handle(turn));
    }
    return tuning.pollMs;
  }

  /** Never throws: whatever goes wrong ends in another try, a parked message, or a lease that runs out. */
  async function handle(turn: ClaimedTurn): Promise<void> {
    const { restMs, tells } = crowd.pace(turn, clock.now());
    if (restMs > 0) return rest(turn, restMs);
    const stop = keepLeased(turn, parts);
    try {
      await attemptTurn(turn, player, onDisk, parts, tells ? 'care.busy' : null);
      crowd.answered(turn, clock.now());
    } catch (error) {
      storeOut(error);
      await freeLeases(turn.messages, parts).catch(() => undefined);
    } finally {
      stop();
    }
  }

  /** Keeps the messages where they are, in their order, until their person's pace allows an answer. */
  async function rest({ messages }: ClaimedTurn, ms: number): Promise<void> {
    await store.turns.renew(
      messages.map((message) => message.inbox),
      new Date(clock.now().getTime() + ms),
    );
  }

  function onDisk(result: TurnResult): void {
    outage.worked();
    committed(result);
  }

  /** Nothing is lost by it: everything waits. */
  function storeOut(error: unknown): number {
    const waitMs = outage.failed(undefined).getTime() - clock.now().getTime();
    log.error({ reason: describeError(error), waitMs }, 'the store cannot be used; turns wait');
    return waitMs;
  }

  return makeLoop(step, storeOut);
}

/** Renews the turn's leases while it runs; the result ends that. */
function keepLeased(turn: ClaimedTurn, { store, clock, tuning }: Running): () => void {
  const inboxes = turn.messages.map((message) => message.inbox);
  const renew = (): void => {
    void store.turns.renew(inboxes, new Date(clock.now().getTime() + tuning.leaseMs)).catch(() => undefined);
  };
  const heartbeat = setInterval(renew, tuning.leaseMs / 3);
  return () => clearInterval(heartbeat);
}
