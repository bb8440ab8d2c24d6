/** Long numbered lists are shown in pages. */

/** The most lines of one page below its heading. */
const LINES_A_PAGE = 6;
/** What takes no more lines than this is shown at once: turning a page for two lines is the greater bother. */
const LINES_AT_ONCE = 8;

/** One page of a list; `next` is left out on the last. */
export interface Page<Row> {
  readonly at: number;
  readonly pages: number;
  readonly next?: number;
  readonly shown: readonly Row[];
}

/** The page of that number, or the nearest there is; the last leaves room for `tail` lines (fewer than six) said below it. */
export function pageOf<Row>(rows: readonly Row[], page: number, tail = 0): Page<Row> {
  const starts = pageStarts(rows.length, tail);
  const pages = starts.length;
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const next = at < pages ? at + 1 : undefined;
  return { at, pages, shown: rows.slice(starts[at - 1], starts[at]), ...(next !== undefined && { next }) };
}

/** Full pages first; the last always holds a row beside its tail. */
function pageStarts(rows: number, tail: number): readonly number[] {
  const starts = [0];
  if (rows + tail <= LINES_AT_ONCE) return starts;
  let from = 0;
  while (rows - from > 1 && rows - from + tail > LINES_A_PAGE) {
    from += Math.min(LINES_A_PAGE, rows - from - 1);
    starts.push(from);
  }
  return starts;
}
