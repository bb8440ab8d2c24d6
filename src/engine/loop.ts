/** A loop whose pieces of work run side by side. */
import { makePump } from './pump.ts';

/** A running loop. */
export interface Loop {
  wake(): void;
  /** Resolves when nothing is running and nobody has woken it. */
  settled(): Promise<void>;
  /** Takes nothing new; resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Pieces of work taken so far. */
  count(): number;
}

/** The pieces of work under way, by id. */
export interface Crew {
  ids(): ReadonlySet<number>;
  size(): number;
  /** Runs `work`, which must not throw; the loop is woken when it ends. */
  begin(id: number, work: () => Promise<void>): void;
}

/** Makes a loop; `step` looks for work, begins it and tells when to look again, `failed` is told of its errors and tells the same. */
export function makeLoop(step: (crew: Crew) => Promise<number>, failed: (error: unknown) => number): Loop {
  const under = new Map<number, Promise<void>>();
  let taken = 0;
  const crew: Crew = {
    ids: () => new Set(under.keys()),
    size: () => under.size,
    begin(id, work) {
      taken += 1;
      const ended = (): void => {
        under.delete(id);
        pump.wake();
      };
      under.set(id, work().finally(ended));
    },
  };
  const pump = makePump(() => step(crew), failed);
  return {
    wake: pump.wake,
    count: () => taken,
    async settled() {
      await pump.settled();
      while (under.size > 0) {
        await Promise.all(under.values());
        await pump.settled();
      }
    },
    async stop() {
      await pump.stop();
      await Promise.all(under.values());
    },
  };
}
