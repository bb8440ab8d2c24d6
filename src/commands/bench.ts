/** `jiebang bench`: what things cost on this machine, side by side with what one would pick instead, in one run. */
import { cpus } from 'node:os';
import { type BenchRow, benchTable } from './bench-row.ts';
import { showProgress } from './show-progress.ts';

type Part = (tick: () => void) => Promise<readonly BenchRow[]>;

/** Steps all parts tell of, for the bar. */
const STEPS = 24;

/** Runs all measurements one after the other and prints the table. */
export async function bench(): Promise<void> {
  const progress = showProgress(STEPS);
  let done = 0;
  const tick = (): void => {
    done += 1;
    progress.at(Math.min(done, STEPS));
  };
  const rows: BenchRow[] = [];
  try {
    for (const part of await parts()) rows.push(...(await part(tick)));
  } finally {
    progress.end();
  }
  const [cpu] = cpus();
  process.stdout.write(
    `${benchTable(rows)}\n\nNode ${process.version}, ${cpus().length} × ${cpu?.model ?? 'CPU'}. Trust the ratios; times move with what else runs.\n`,
  );
}

async function parts(): Promise<readonly Part[]> {
  const { benchStart } = await import('./bench-start.ts');
  const { benchTurns } = await import('./bench-turns.ts');
  const { benchMatch } = await import('./bench-match.ts');
  const { benchCore } = await import('./bench-core.ts');
  return [benchStart, benchTurns, benchMatch, benchCore];
}
