/** One of several targets said anew: added to the others or put in the place of all, as its owner chooses; until then nothing changes. */
import type { AnswerValue, RowAnswer } from '../programme/answer.ts';
import { isRows, valueAt } from '../programme/answer-path.ts';
import { indicatorText, readIndicators } from '../programme/indicator.ts';
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { shorten } from './shorten.ts';
import { shownValue } from './show-answer.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** Both readings are kept in the state while they are asked; longer ones are stored as said. */
const LONGEST_KEPT = 6000;
/** Where one target of a text ends and the next begins. */
const BETWEEN = /([；;。\n]+|[，,、]\s*)/;
const LONGEST_SHOWN = 60;

interface Part {
  readonly merged: AnswerValue;
  readonly n: number;
  readonly said: number;
  readonly shown: string;
}

/** Asks what becomes of the others when an answer that held several targets is given anew with fewer; null where that is not so. */
export function askPart(work: Work, draft: Draft, asked: Asked, value: AnswerValue): Work | null {
  const held = valueAt(draft.answers, asked.path);
  const part = partOfText(asked, held, value) ?? partOfRows(work, draft, asked, held, value);
  if (!part || JSON.stringify([part.merged, value]).length > LONGEST_KEPT) return null;
  const { path } = asked;
  const set = (chosen: AnswerValue) => ({ do: 'set', path, value: chosen, draft: draft.id }) as const;
  const options = [set(part.merged), set(value)];
  return say(withState(work, { focus: { in: 'choose', options, draft: draft.id, question: path, part: true } }), {
    lines: [line('part.ask', { n: part.n, said: part.said, shown: part.shown })],
    buttons: [
      button('button.part-add', set(part.merged), 'primary'),
      button('button.part-replace', set(value)),
      button('button.keep', { do: 'keep' }),
    ],
    asks: path,
  });
}

function partOfText(asked: Asked, held: unknown, value: AnswerValue): Part | null {
  if (asked.field.clinic !== 'indicators' || typeof held !== 'string' || typeof value !== 'string') return null;
  const [before, now] = [readIndicators(held), readIndicators(value)];
  if (before.length < 2 || now.length === 0 || now.length >= before.length) return null;
  const shown = now.map((each) => shorten(indicatorText(each), LONGEST_SHOWN)).join('；');
  return { merged: mergedText(held, value), n: before.length, said: now.length, shown };
}

/** The text with each target said anew in the place of its older wording, and new ones at its end. */
function mergedText(held: string, value: string): string {
  const pieces = held.split(BETWEEN);
  let left = value.trim().replace(/[；;，,。]+$/u, '');
  for (const said of left.split(BETWEEN).filter((_, n) => n % 2 === 0)) {
    const name = nameIn(said);
    const at = name === undefined ? -1 : pieces.findIndex((piece, n) => n % 2 === 0 && nameIn(piece) === name);
    if (at < 0) continue;
    pieces[at] = said.trim();
    left = left.replace(said, '');
  }
  const rest = left.replace(/^[；;，,、。\s]+|[；;，,、。\s]+$/gu, '');
  const text = pieces.join('');
  if (rest === '') return text;
  return `${text.replace(/[；;，,。\s]+$/u, '')}${/\p{Script=Han}/u.test(text) ? '；' : '; '}${rest}`;
}

/** The name of the only target in a piece of text. */
function nameIn(piece: string): string | undefined {
  const [only, ...others] = readIndicators(piece);
  return others.length === 0 ? only?.name : undefined;
}

function partOfRows(work: Work, draft: Draft, asked: Asked, held: unknown, value: AnswerValue): Part | null {
  const { field } = asked;
  const first = field.cells?.[0]?.id;
  if (field.kind !== 'rows' || field.rowPer || first === undefined || !areRows(held) || !areRows(value)) return null;
  if (held.length < 2 || value.length === 0 || value.length >= held.length) return null;
  const anew = new Map(value.map((row) => [JSON.stringify(row[first]), row]));
  const names = new Set(held.map((row) => JSON.stringify(row[first])));
  const merged = [
    ...held.map((row) => anew.get(JSON.stringify(row[first])) ?? row),
    ...value.filter((row) => !names.has(JSON.stringify(row[first]))),
  ];
  return { merged, n: held.length, said: value.length, shown: shownValue(work, draft, field, value, LONGEST_SHOWN) };
}

function areRows(value: unknown): value is readonly RowAnswer[] {
  return Array.isArray(value) && isRows(value);
}
