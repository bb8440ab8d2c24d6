/** A line of the benchmark: what was measured, what stands beside it, and what we hold ourselves to. */

/** One line. `ratio` is ready to read; `goal` is empty where none is set. */
export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: string;
  readonly goal: string;
}

const COLUMNS: readonly (keyof BenchRow)[] = ['what', 'ours', 'beside', 'ratio', 'goal'];
const HEAD: BenchRow = { what: 'what', ours: 'here', beside: 'beside it', ratio: 'ratio', goal: 'goal' };

/** The lines as an aligned table. */
export function benchTable(rows: readonly BenchRow[]): string {
  const all = [HEAD, ...rows];
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => row[column].length)));
  const lines = all.map((row) =>
    COLUMNS.map((column, n) => row[column].padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

/** The value below which `part` (0…1) of the numbers lie. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Milliseconds as people read them. */
export function ms(value: number): string {
  return value >= 10
    ? `${Math.round(value)} ms`
    : value >= 0.1
      ? `${value.toFixed(2)} ms`
      : `${(value * 1000).toFixed(1)} µs`;
}

/** How many times `many` is `one`. */
export function times(many: number, one: number): string {
  return `${(many / one).toFixed(1)}×`;
}
