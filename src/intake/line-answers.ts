/** Lines of a paper: 标签：内容, labels on a line of their own, and what goes on over several lines. */
import type { Field } from '../programme/form.ts';
import type { FormBook, Gathering } from './findings.ts';
import { bareLabel, isOwnName } from './label.ts';
import { isListNumber } from './list-number.ts';

const HEADING =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部分]|#{1,6}\s)/u;
const LABELLED = /^\s*(?<label>[^:：]{1,40}?)\s*[:：](?!\/\/)\s*(?<text>.*)$/su;
const IN_BRACKETS = /^\s*(?<label>[【[][^】\]]{1,30}[】\]])\s*[:：]?\s*(?<text>.*)$/su;
/** Where a further label may begin inside a line. */
const GAP = /(?:\s{2,}|[\u3000；;]\s*)(?=[^\s:：；;]{2,16}\s*[:：])/u;

/** A label that waits for the lines below it. */
interface Open {
  readonly field: Field;
  readonly note: string;
  readonly lines: readonly string[];
}

/** Walks through lines; the last line, when it is the name of a list, is given back as the caption of a table that may follow. */
export function labelledLines(lines: readonly string[], book: FormBook, found: Gathering): string {
  let open: Open | null = null as Open | null;
  for (const line of lines.flatMap((each) => parts(each, book))) {
    const begun = begins(line, book, found);
    if (begun === 'number') open = close(open, found);
    else if (begun) {
      close(open, found);
      open = begun;
    } else if (HEADING.test(line)) open = close(open, found);
    else if (open && goesOn(open, line)) open = { ...open, lines: [...open.lines, line] };
    else open = line.trim() === '' ? open : close(open, found);
  }
  const caption =
    open && open.field.kind === 'rows' && isEmpty(open) ? (lines.findLast((line) => line.trim() !== '') ?? '') : '';
  close(open, found);
  return caption === '' ? (lines.findLast((line) => line.trim() !== '') ?? '') : caption;
}

/** One line, or several where further labels stand in it. */
function parts(line: string, book: FormBook): readonly string[] {
  const pieces = line.split(GAP);
  const known = pieces.slice(1).every((piece) => labelOf(piece, book) !== null);
  return pieces.length > 1 && known && labelOf(pieces[0] ?? '', book) !== null ? pieces : [line];
}

function labelOf(
  line: string,
  book: FormBook,
): { readonly field: Field; readonly note: string; readonly text: string } | null {
  for (const shape of [LABELLED, IN_BRACKETS]) {
    const { label = '', text = '' } = shape.exec(line)?.groups ?? {};
    const field = label === '' ? null : book.labels(label);
    if (field) return { field, note: bareLabel(label).note, text };
  }
  return null;
}

function begins(line: string, book: FormBook, found: Gathering): Open | 'number' | null {
  const { label = '', text = '' } = LABELLED.exec(line)?.groups ?? {};
  if (label !== '' && isListNumber(label)) {
    found.listNumber(text);
    return 'number';
  }
  const labelled = labelOf(line, book);
  if (labelled)
    return { field: labelled.field, note: labelled.note, lines: labelled.text === '' ? [] : [labelled.text] };
  const alone = line.trim().length <= 30 ? book.labels(line.trim()) : null;
  return alone && isOwnName(line, alone) ? { field: alone, note: bareLabel(line).note, lines: [] } : null;
}

function isEmpty({ lines }: Open): boolean {
  return lines.every((line) => line.trim() === '');
}

/** Kinds whose answer may stand as boxes. */
const CHOSEN: readonly Field['kind'][] = ['choice', 'multi-choice', 'yes-no'];

/** Long answers and lists take all lines below, a short one only the first. */
function goesOn(open: Open, line: string): boolean {
  if (open.field.kind === 'long-text' || open.field.kind === 'rows') return true;
  if (!isEmpty(open) || line.trim() === '' || /[:：]\s*$/.test(line)) return false;
  return CHOSEN.includes(open.field.kind) || !/[□☐☑■]/u.test(line);
}

function close(open: Open | null, found: Gathering): null {
  if (open) found.text(open.field, { text: open.lines.join('\n').trim(), note: open.note });
  return null;
}
