/** One loop: a step that is run when woken and now and then, never twice at a time. */

/** A running loop. */
export interface Pump {
  /** Runs the step soon; once more when it is running now. */
  wake(): void;
  /** Resolves when the step is not running and has not been woken again. */
  settled(): Promise<void>;
  /** No step begins any more; resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** Makes a loop. `step` returns after how many milliseconds it wants to run again unwoken; its errors go to `failed`, which returns the same. */
export function makePump(step: () => Promise<number>, failed: (error: unknown) => number): Pump {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    let wait = 0;
    do {
      again = false;
      wait = await step().catch(failed);
    } while (again && !stopped);
    running = null;
    if (!stopped) timer = setTimeout(wake, wait);
  }

  function wake(): void {
    if (stopped) return;
    clearTimeout(timer);
    again = true;
    running ??= run();
  }

  return {
    wake,
    async settled() {
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
