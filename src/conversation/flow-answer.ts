/** Taking answers: read, check, store, echo; or say how to mend. */
import type { AnswerValue } from '../programme/answer.ts';
import { isRows, valueAt } from '../programme/answer-path.ts';
import { indicatorsOf } from '../programme/case-answers.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import { indicatorGaps, readIndicators } from '../programme/indicator.ts';
import { indicatorRows } from '../programme/indicator-clinic.ts';
import { type Asked, fieldAt, skipped } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { readValue, type ValueReading } from '../understanding/read-value.ts';
import { askTidy, isRambling } from './ask-tidy.ts';
import { contextOf, setAnswer } from './draft-change.ts';
import { askField } from './flow-ask.ts';
import { askIfRight } from './flow-doubt.ts';
import { mend } from './flow-mend.ts';
import { askNext } from './flow-next.ts';
import { askPart } from './flow-part.ts';
import { canPutOff } from './flow-put-off.ts';
import { readContext } from './focus.ts';
import { firstCell, rowsInstead } from './rows-reading.ts';
import type { Line } from './say.ts';
import { shorten } from './shorten.ts';
import { shownValue } from './show-answer.ts';
import { button, line, mine, note, say, type Work } from './work.ts';

/** A value whose JSON is longer is stored at once: the state must stay small, and 撤销 takes it back. */
const LONGEST_PENDING = 6000;

/** Longer words at "another row?" are the row itself, not a yes or no. */
const SHORT_REPLY = 4;

/** Reads typed text for the field at `path`: stores it and asks on, shows a doubtful reading, or says how to mend. */
export function answerText(work: Work, draft: Draft, path: string, text: string): Work {
  const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  if (!asked) return askNext(work, draft);
  const rows = rowsInstead(work, draft, asked, text);
  if (rows) return doubtful(work, draft, rows.path, rows.value, 'rows');
  const reading = readValue(asked.field, text, readContext(work));
  const nextRow =
    path.endsWith('#more') && reading.outcome === 'confirm' && text.length > SHORT_REPLY
      ? firstCell(draft, asked, text)
      : null;
  if (nextRow !== null) return answerText(work, draft, nextRow, text);
  const part = reading.outcome === 'reject' ? null : askPart(work, draft, asked, reading.value);
  if (part) return part;
  if (reading.outcome === 'confirm') return doubtful(work, draft, path, reading.value, reading.why);
  if (reading.outcome === 'accept' && isRambling(work, draft, asked, text))
    return askTidy(work, draft, asked, reading.value, text);
  if (reading.outcome === 'accept') return answerValue(work, draft, path, reading.value);
  const cell = firstCell(draft, asked, text);
  return cell === null ? mend(work, draft, asked, rejection(reading, text)) : answerText(work, draft, cell, text);
}

/** The sentence for a refused reading. */
export function rejection(reading: Extract<ValueReading, { outcome: 'reject' }>, text: string): Line {
  return line(`value.${reading.reason}`, { ...reading.vars, text: shorten(text) });
}

/** Takes a typed value (button, file, confirmed reading) for a path and asks on. */
export function answerValue(work: Work, draft: Draft, path: string, value: AnswerValue): Work {
  if (path.endsWith('#more'))
    return value === true ? answerAnotherRow(work, draft, path) : answerRowsDone(work, draft, path);
  const stored = storeValue(work, draft, path, value);
  return stored.ok ? askNext(stored.work, stored.draft) : stored.work;
}

/** Stores a value with its echo and asks nothing; a refused value says how to mend and `ok` is false. */
export function storeValue(
  work: Work,
  draft: Draft,
  path: string,
  value: AnswerValue,
): { ok: true; work: Work; draft: Draft } | { ok: false; work: Work } {
  const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  if (!asked) return { ok: false, work: askNext(work, draft) };
  const check = value === null ? { ok: true as const } : checkAnswer(asked.field, value, contextOf(work, draft));
  if (!check.ok) return { ok: false, work: mend(work, draft, asked, line(`value.${check.reason}`, check.vars)) };
  const offer = isFirstAnswer(work) ? [line('link.offer')] : [];
  const set = setAnswer(work, draft, path, value);
  const echoed = note(set.work, echo(work, draft, asked, value), ...offer);
  return { ok: true, ...withIndicators(echoed, set.draft, asked, value) };
}

/** The very first answer of a person: the only time the way back from another device is offered unasked. */
function isFirstAnswer(work: Work): boolean {
  const { drafts, cases, hasReturnLink } = mine(work);
  return !hasReturnLink && cases.length === 0 && drafts.every((each) => Object.keys(each.answers).length === 0);
}

/** The half line that shows what was stored, normalised. */
function echo(work: Work, draft: Draft, asked: Asked, value: AnswerValue): Line {
  const label = { bilingual: asked.field.label };
  if (value === null) return line('form.echo-skipped', { label });
  const shown = shownValue(work, draft, asked.field, value, 40);
  const before = valueAt(draft.answers, asked.path);
  const changed = before !== undefined && before !== null && !isRows(before) && !isRows(value);
  if (!changed || JSON.stringify(before) === JSON.stringify(value)) return line('form.echo', { label, value: shown });
  return line('form.echo-changed', { label, before: shownValue(work, draft, asked.field, before, 20), value: shown });
}

/** R36: targets written as prose become indicator rows, so that later stages ask only for what is missing. */
function withIndicators(work: Work, draft: Draft, asked: Asked, value: AnswerValue): { work: Work; draft: Draft } {
  if (asked.field.clinic !== 'indicators' || typeof value !== 'string') return { work, draft };
  const read = readIndicators(value);
  if (read.length === 0) return { work: note(work, line('clinic.none')), draft };
  const known = indicatorsOf(draft.answers);
  // What the clinic learned of a target that stays as it was is not asked again.
  const rows = read.map((each) => {
    const same = known.find(({ name, value: figure }) => name === each.name && figure === each.value);
    return same ? { ...each, unit: each.unit || same.unit, method: each.method || same.method } : each;
  });
  const set = setAnswer(work, draft, 'indicators', indicatorRows(rows));
  const gaps = rows.reduce((sum, each) => sum + indicatorGaps(each).length, 0);
  return {
    ...set,
    work: note(set.work, line(gaps > 0 ? 'clinic.read-gaps' : 'clinic.read', { n: read.length, gaps })),
  };
}

/** Shows a doubtful reading and asks; nothing is stored until yes. */
export function doubtful(work: Work, draft: Draft, path: string, value: AnswerValue, why: string): Work {
  const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  if (!asked || JSON.stringify(value).length > LONGEST_PENDING) return answerValue(work, draft, path, value);
  const check = checkAnswer(asked.field, value, contextOf(work, draft));
  if (!check.ok) return mend(work, draft, asked, line(`value.${check.reason}`, check.vars));
  return askIfRight(work, draft, asked, value, why);
}

/** 跳过: at once when optional, else why not and the ways on. */
export function skipField(work: Work, draft: Draft, asked: Asked): Work {
  const { of, row, path, field } = asked;
  const droppedRow = of !== undefined && row !== undefined && field.id === of.id;
  const wholeRow = of !== undefined && !of.required;
  if (path.endsWith('#more') || droppedRow || !field.required || wholeRow) return passOver(work, draft, asked);
  return say(work, {
    lines: [line('form.cannot-skip', { label: { bilingual: field.label } })],
    buttons: [
      canPutOff(asked)
        ? button('button.put-off', { do: 'skip', later: true }, 'primary')
        : button('button.help', { do: 'help' }),
      button('button.pause', { do: 'pause' }),
      button('button.handoff', { do: 'handoff' }),
    ],
    asks: path,
  });
}

function passOver(work: Work, draft: Draft, asked: Asked): Work {
  const { path, value } = skipped(asked, draft.answers);
  const set = setAnswer(work, draft, path, value);
  const field = path === asked.path ? asked.field : (asked.of ?? asked.field);
  const told =
    field.id === asked.of?.id && asked.row !== undefined && path === asked.path
      ? 'form.row-dropped'
      : 'form.echo-skipped';
  return askNext(
    value === null
      ? note(set.work, line(told, { label: { bilingual: field.label }, row: (asked.row ?? 0) + 1 }))
      : set.work,
    set.draft,
  );
}

/** "No more rows": ends a rows field. */
export function answerRowsDone(work: Work, draft: Draft, morePath: string): Work {
  const set = setAnswer(work, draft, `${morePath.replace(/#more$/, '')}#done`, true);
  return askNext(set.work, set.draft);
}

/** "One more row": asks the first cell of the next row. */
export function answerAnotherRow(work: Work, draft: Draft, morePath: string): Work {
  const id = morePath.replace(/#more$/, '');
  const rows = draft.answers[id];
  const next = Array.isArray(rows) ? rows.length : 0;
  const form = work.book.form(draft.form);
  const of = fieldAt(form, id, contextOf(work, draft))?.field;
  const first = of?.cells?.[0];
  const asked = first ? fieldAt(form, `${id}[${next}].${first.id}`, contextOf(work, draft)) : null;
  return asked ? askField(work, draft, asked, 'fresh') : askNext(work, draft);
}
