/** What a file or a pasted text holds once it is taken apart: lines and tables in their order, nothing read into them yet. */

/** A stretch of lines, or a table of cells; cells may hold several lines. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** A document taken apart. */
export interface Paper {
  readonly blocks: readonly Block[];
}

/** Why a file cannot be read; message `intake.problem.<reason>`. */
export type PaperProblem = 'bomb' | 'encrypted' | 'image-only' | 'unreadable' | 'too-long' | 'slow' | 'no-reader';

/** The outcome of opening a file. */
export type PaperReading =
  | { readonly ok: true; readonly paper: Paper }
  | { readonly ok: false; readonly problem: PaperProblem };

/** The most characters of one document that are looked at; an application of thirty pages has half of it. */
export const LONGEST_PAPER = 120_000;

/** Word files; one locked with a password is packed like those of before 2007. */
export const WORD: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
]);

/** The media types that are looked into; an old Word file only for whether it is locked. */
export const READABLE: ReadonlySet<string> = new Set([...WORD, 'application/pdf', 'text/plain', 'text/csv']);

/** All words of a paper, a line for each line and for each row of a table. */
export function paperText({ blocks }: Paper): string {
  return blocks
    .flatMap((block) => (block.kind === 'lines' ? block.lines : block.rows.map((row) => row.join('\t'))))
    .join('\n');
}

/** How many characters a paper holds. */
export function paperLength({ blocks }: Paper): number {
  return blocks
    .flatMap((block) => (block.kind === 'lines' ? block.lines : block.rows.flat()))
    .reduce((sum, words) => sum + words.length, 0);
}
