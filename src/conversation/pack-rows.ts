/** Short numbered answers share a line, so that a form of a few questions is reviewed in one small message. */

/** Columns two answers may take together; a Chinese character takes two. */
const COLUMNS = 60;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** The rows in their order, two neighbours to a line where both are short. */
export function packRows(rows: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let isPair = true;
  for (const row of rows) {
    const before = lines.at(-1);
    const fits: boolean = before !== undefined && !isPair && columns(before) + columns(row) <= COLUMNS;
    if (fits) lines[lines.length - 1] = `${before}　${row}`;
    else lines.push(row);
    isPair = fits;
  }
  return lines;
}

function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}
