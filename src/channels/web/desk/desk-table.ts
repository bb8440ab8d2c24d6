/** A small table of plain text that scrolls by itself on narrow screens. */
import { type Html, html } from '../html.ts';

/** Heads and rows of text; the first cell of a row names it. */
export interface DeskTable {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table's markup. */
export function deskTable({ name, heads, rows }: DeskTable): Html {
  const body = rows.map(
    ([first = '', ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="long">${cell}</td>`)}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="small">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}
