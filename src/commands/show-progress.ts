/** A bar on stderr for work that takes longer than people like to wait without a word. */
import type { SingleBar } from 'cli-progress';

/** Tells how far the work is; call `end` in any case. */
export interface Progress {
  at(done: number): void;
  end(): void;
}

const PATIENCE_MS = 1000;

/** Makes a progress display for `total` pieces: nothing is shown within the first second. */
export function showProgress(total: number): Progress {
  let done = 0;
  let bar: SingleBar | null = null;
  let ended = false;
  const timer = setTimeout(() => {
    void import('cli-progress').then(({ default: { SingleBar: Bar, Presets } }) => {
      if (ended) return;
      bar = new Bar(
        { format: '{bar} {value}/{total}', stream: process.stderr, noTTYOutput: false },
        Presets.shades_classic,
      );
      bar.start(total, done);
    });
  }, PATIENCE_MS);
  timer.unref();
  return {
    at(count) {
      done = count;
      bar?.update(count);
    },
    end() {
      ended = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}
