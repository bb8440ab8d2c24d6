/** Messages that were in hand at several deaths of the process: read late and alone, so that one that kills is known by the next death. */
import type { ClaimedTurn } from '../ports/turn.ts';
import type { Running } from './parts.ts';
import { putAside } from './set-back.ts';

/** What is known of them in this life of the process. */
export interface Suspects {
  /** The first call looks for them and parks, with an apology, what killed again and again while it was read alone; later calls do nothing. */
  load(): Promise<void>;
  /** How many turns may run side by side now, of `most`: few for a while after a death, one while suspects are read. */
  sideBySide(most: number): number;
  /** Milliseconds a turn has to wait since it holds a suspect: everybody else is answered first. */
  restMs(turn: ClaimedTurn): number;
  /** Tells the store that this turn runs alone, if it does for its suspect's sake. */
  begins(turn: ClaimedTurn): Promise<void>;
  handled(turn: ClaimedTurn): void;
  /** Nothing waits any more. */
  clear(): void;
}

/** After a death few messages at a time are in hand, so that the next one tells more. */
const FEW = 4;

/** Makes the watcher. */
export function makeSuspects(parts: Running): Suspects {
  const { store, log, clock, tuning } = parts;
  const waiting = new Set<number>();
  let due: number | null = null;
  let careful = false;
  const restMs = (): number => Math.max(0, (due ?? 0) - clock.now().getTime());
  const holds = (turn: ClaimedTurn): boolean => turn.messages.some(({ inbox }) => waiting.has(inbox));
  return {
    async load() {
      if (due !== null) return;
      const { deadly, marked, afterDeath } = await store.turns.suspects();
      careful = afterDeath;
      for (const each of deadly) {
        log.error({ inbox: each.message.inbox, reason: each.reason }, 'a message ended the process and was put aside');
        await putAside(each, parts);
      }
      for (const inbox of marked) waiting.add(inbox);
      if (marked.length > 0)
        log.warn({ messages: marked.length }, 'the process died again and again; what was in hand is read last, alone');
      due = clock.now().getTime() + tuning.suspectMs;
    },
    sideBySide(most) {
      if (restMs() > 0) return careful ? Math.min(FEW, most) : most;
      return waiting.size > 0 ? 1 : most;
    },
    restMs: (turn) => (holds(turn) ? restMs() : 0),
    async begins(turn) {
      if (holds(turn)) await store.turns.alone(turn.messages[0]?.inbox ?? -1);
    },
    handled(turn) {
      for (const message of turn.messages) waiting.delete(message.inbox);
    },
    clear: () => waiting.clear(),
  };
}
