/** Long work cut in steps: done at once, or between other things so that nobody waits for it. */

/** Work that pauses (`yield`) every few milliseconds at most; its return value is the result. */
export type Steps<T> = Generator<void, T, void>;

/** How long work may go on before others have their turn, in milliseconds. */
const TURN_MS = 8;

/** Does all of it now. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does it in the background: after every 8 ms the event loop goes on first. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  }
}
