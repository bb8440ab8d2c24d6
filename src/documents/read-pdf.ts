/** The words of a PDF, line by line; wide gaps in a line are the columns of a table. */
import type { PaperReading } from '../intake/paper.ts';
import { textPaper } from '../intake/text-blocks.ts';
import { isModestPdf } from './safe-pdf.ts';
import { inside } from './template-tags.ts';

/** An application has thirty pages. */
const MOST_PAGES = 60;
/** Characters a page must have on average to be more than a picture of itself. */
const LEAST_WORDS = 8;

/** Lines every page repeats. */
const PAGE_NUMBER = /^\s*(?:第\s*\d+\s*页|[-–—]?\s*\d{1,3}\s*[-–—]?|page\s+\d+)\s*(?:[共/of]+\s*\d+\s*页?)?\s*$/iu;

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a PDF; one that is locked or holds only pictures is told apart. */
export async function readPdf(bytes: Uint8Array): Promise<PaperReading> {
  if (!isModestPdf(bytes)) return { ok: false, problem: 'bomb' };
  const { getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false });
    const pages = Math.min(document.numPages, MOST_PAGES);
    const lines: string[] = [];
    for (let n = 1; n <= pages; n += 1) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      lines.push(...linesOf(items.flatMap(pieceOf)).filter((line) => !PAGE_NUMBER.test(line)));
      page.cleanup();
    }
    await document.cleanup();
    const text = lines.join('\n');
    if (text.replace(/\s/g, '').length < LEAST_WORDS * pages) return { ok: false, problem: 'image-only' };
    return { ok: true, paper: textPaper(text) };
  } catch (error) {
    const name = inside(error, 'name');
    return { ok: false, problem: name === 'PasswordException' ? 'encrypted' : 'unreadable' };
  }
}

function pieceOf(item: unknown): readonly Piece[] {
  const transform = inside(item, 'transform');
  const text = inside(item, 'str');
  if (typeof text !== 'string' || !Array.isArray(transform) || text.trim() === '') return [];
  const [, , , scale, x, y] = transform.map(Number);
  const height = Math.abs(scale ?? 0) || Number(inside(item, 'height')) || 10;
  return [{ text, x: x ?? 0, y: y ?? 0, width: Number(inside(item, 'width')) || 0, height }];
}

/** Pieces of one height are a line, from the top down. */
function linesOf(pieces: readonly Piece[]): readonly string[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.find(
      ([first]) => first && Math.abs(first.y - piece.y) < Math.max(first.height, piece.height) * 0.5,
    );
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.toSorted(([a], [b]) => (b?.y ?? 0) - (a?.y ?? 0)).map(lineOf);
}

function lineOf(row: readonly Piece[]): string {
  let line = '';
  let end = Number.NaN;
  for (const piece of row.toSorted((a, b) => a.x - b.x)) {
    const gap = piece.x - end;
    if (!Number.isNaN(gap)) line += gap > piece.height * 1.6 ? '\t' : gap > piece.height * 0.25 ? ' ' : '';
    line += piece.text;
    end = piece.x + piece.width;
  }
  return line;
}
