/** The row-by-row report of an import, as a table that opens in Excel. */
import type { Catalogue } from '../conversation/catalogue.ts';
import { safeCell } from '../documents/safe-cell.ts';
import type { Locale } from '../programme/records.ts';
import type { RowProblem } from './import-row.ts';

/** The report as CSV with a byte order mark, errors and notes in the order of the rows. */
export function importReport(
  errors: readonly RowProblem[],
  notes: readonly RowProblem[],
  catalogue: Catalogue,
  locale: Locale,
): string {
  const text = (key: string) => catalogue.text({ key: `import.${key}` }, locale);
  const lines = [
    ...errors.map((problem) => ({ ...problem, weight: text('error') })),
    ...notes.map((problem) => ({ ...problem, weight: text('note') })),
  ].toSorted((a, b) => a.line - b.line);
  const head = [text('head-line'), text('head-weight'), text('head-column'), text('head-what')];
  const rows = [head, ...lines.map(({ line, weight, column, what }) => [String(line), weight, column, what])];
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return `"${safeCell(cell).replaceAll('"', '""')}"`;
}
