/** Plain text taken apart: rows copied from a spreadsheet, Markdown tables, and lines. */
import { clean } from '../text/clean.ts';
import type { Block, Paper } from './paper.ts';

const RULE = /^[\s|:+=-]*-[\s|:+=-]*$/;

/** Takes pasted or plain text apart. A quoted spreadsheet cell may hold several lines. */
export function textPaper(text: string): Paper {
  const blocks: Block[] = [];
  for (const line of logicalLines(clean(text))) {
    const cells = cellsOf(line);
    if (cells === null) addLine(blocks, line);
    else if (cells.length > 0) addRow(blocks, cells);
  }
  return { blocks };
}

/** Lines, except that a cell a spreadsheet put in quotes keeps its own line ends. */
function logicalLines(text: string): readonly string[] {
  if (!text.includes('\t"')) return text.split('\n');
  return text
    .replace(/(^|\t)"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=\t|\n|$)/gm, (_, before: string, cell: string) => {
      return `${before}${cell.replaceAll('""', '"').replaceAll('\n', '\u000b')}`;
    })
    .split('\n');
}

/** The cells of a row, none for a ruled line between rows, null for words that are no row. */
function cellsOf(line: string): readonly string[] | null {
  const isMarkdown = /^\s*\|.*\|\s*$/.test(line);
  if (isMarkdown && RULE.test(line)) return [];
  const cells = isMarkdown
    ? line.trim().slice(1, -1).split('|')
    : line.includes('\t')
      ? line.replace(/\t+$/, '').split('\t')
      : null;
  if (cells === null || cells.length < 2) return null;
  return cells.map((cell) =>
    cell
      .replaceAll('\u000b', '\n')
      .replace(/<br\s*\/?>/gi, '\n')
      .trim(),
  );
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  if (last?.kind === 'lines') blocks[blocks.length - 1] = { kind: 'lines', lines: [...last.lines, line] };
  else blocks.push({ kind: 'lines', lines: [line] });
}

function addRow(blocks: Block[], cells: readonly string[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'table') blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, cells] };
  else blocks.push({ kind: 'table', rows: [cells] });
}
