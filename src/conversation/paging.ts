/** Long numbered lists are shown in pages. */

/** The most numbered lines of one message. */
const ROWS_A_PAGE = 20;
/** A last page of so few lines joins the one before. */
const STRAY_ROWS = 1;

/** One page of a list; `next` is left out on the last. */
export interface Page<Row> {
  readonly at: number;
  readonly pages: number;
  readonly next?: number;
  readonly shown: readonly Row[];
}

/** The page of that number, or the nearest there is. */
export function pageOf<Row>(rows: readonly Row[], page: number): Page<Row> {
  const pages = Math.max(1, Math.ceil((rows.length - STRAY_ROWS) / ROWS_A_PAGE));
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const next = at < pages ? at + 1 : undefined;
  const shown = rows.slice((at - 1) * ROWS_A_PAGE, next === undefined ? undefined : at * ROWS_A_PAGE);
  return { at, pages, shown, ...(next !== undefined && { next }) };
}
