/** A bar on stderr for work that takes longer than people like to wait without a word. */
import type { SingleBar } from 'cli-progress';

/** Tells how far the work is; call `end` in any case. */
export interface Progress {
  at(done: number): void;
  end(): void;
}

const PATIENCE_MS = 1000;

const BYTES_PER_MB = 1_000_000;

/** Makes a progress display for `total` pieces or bytes: nothing is shown within the first second. */
export function showProgress(total: number, unit: 'pieces' | 'bytes' = 'pieces'): Progress {
  let done = 0;
  let bar: SingleBar | null = null;
  let ended = false;
  const format = unit === 'bytes' ? '{bar} {value}/{total} MB, {eta_formatted} left' : '{bar} {value}/{total}';
  const timer = setTimeout(() => {
    void import('cli-progress').then(({ default: { SingleBar: Bar, Presets } }) => {
      if (ended) return;
      bar = new Bar(
        { format, stream: process.stderr, noTTYOutput: false, ...(unit === 'bytes' && { formatValue: inMegabytes }) },
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

function inMegabytes(value: number, _options: unknown, type: string): string {
  return type === 'value' || type === 'total' ? (value / BYTES_PER_MB).toFixed(1) : String(value);
}
