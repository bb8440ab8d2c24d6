/** Takes waiting messages from the inbox and runs their turns side by side, one at a time per account. */
import type { ClaimedTurn, TurnResult } from '../ports/turn.ts';
import { attemptTurn, freeLeases } from './attempt-turn.ts';
import { makeCrowd } from './crowd.ts';
import { describeError } from './describe-error.ts';
import { type Crew, type Loop, makeLoop } from './loop.ts';
import { makeOutage } from './outage.ts';
import type { Running } from './parts.ts';
import type { Player } from './play.ts';
import { makeSuspects } from './suspects.ts';

/** Makes the loop. `committed` is told of every result that is on disk. */
export function makeTurnLoop(player: Player, committed: (result: TurnResult) => void, parts: Running): Loop {
  const { store, tuning, clock, crash, log } = parts;
  const outage = makeOutage(clock, tuning);
  const crowd = makeCrowd(tuning.perMinute);
  const suspects = makeSuspects(parts);

  async function step(crew: Crew): Promise<number> {
    const paused = (outage.until()?.getTime() ?? 0) - clock.now().getTime();
    if (paused > 0) return Math.max(paused, tuning.pollMs);
    await suspects.load();
    const room = suspects.sideBySide(tuning.turns) - crew.size();
    if (room <= 0) return tuning.pollMs;
    const claimed = await store.turns.claim(clock.now(), room, tuning.leaseMs);
    crash('turn:claimed');
    if (claimed.length === 0 && crew.size() === 0 && room === 1) suspects.clear();
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
    const later = Math.max(restMs, suspects.restMs(turn));
    if (later > 0) return rest(turn, later, parts);
    const stop = keepLeased(turn, parts);
    try {
      await suspects.begins(turn);
      await attemptTurn(turn, player, onDisk, parts, tells ? 'care.busy' : null);
      crowd.answered(turn, clock.now());
    } catch (error) {
      storeOut(error);
      await freeLeases(turn.messages, parts).catch(() => undefined);
    } finally {
      stop();
      suspects.handled(turn);
      await store.turns.reading(turn.messages[0]?.inbox ?? -1, []);
    }
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

/** Keeps the messages where they are, in their order, until their person's pace allows an answer. */
async function rest({ messages }: ClaimedTurn, ms: number, { store, clock }: Running): Promise<void> {
  await store.turns.renew(
    messages.map((message) => message.inbox),
    new Date(clock.now().getTime() + ms),
  );
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
