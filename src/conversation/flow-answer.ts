/** Taking answers: read, check, store, echo; or say how to mend. */
import type { AnswerValue } from '../programme/answer.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import { type Asked, fieldAt, skipped } from '../programme/next-field.ts';
import { indicatorRows } from '../programme/indicator-clinic.ts';
import { indicatorGaps, readIndicators } from '../programme/indicator.ts';
import type { Draft } from '../programme/records.ts';
import { showValue } from '../programme/show-value.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf, setAnswer } from './draft-change.ts';
import { localeOf } from './focus.ts';
import { askField } from './flow-ask.ts';
import { askNext } from './flow-next.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { button, line, note, say, withState, type Work } from './work.ts';
import { dayIn } from '../programme/working-days.ts';

/** Reads typed text for the field at `path`: stores it and asks on, shows a doubtful reading, or says how to mend. */
export function answerText(work: Work, draft: Draft, path: string, text: string): Work {
  const asked = fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  if (!asked) return askNext(work, draft);
  const reading = readValue(asked.field, text, {
    today: dayIn(work.book.programme.timeZone, work.event.at),
    locale: localeOf(work),
    programme: work.book.programme,
  });
  if (reading.outcome === 'accept') return answerValue(work, draft, path, reading.value);
  if (reading.outcome === 'confirm') return confirmValue(work, draft, asked, reading.value, reading.why);
  return mend(work, draft, asked, line(`value.${reading.reason}`, { ...reading.vars, text: shorten(text) }));
}

/** Takes a typed value (button, file, confirmed reading) for a path and asks on. */
export function answerValue(work: Work, draft: Draft, path: string, value: AnswerValue): Work {
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
  const set = setAnswer(work, draft, path, value);
  const echoed = note(set.work, echo(work, draft, asked, value));
  return { ok: true, ...withIndicators(echoed, set.draft, asked, value) };
}

/** The half line that shows what was stored, normalised. */
function echo(work: Work, draft: Draft, asked: Asked, value: AnswerValue): Line {
  const label = { bilingual: asked.field.label };
  if (value === null) return line('form.echo-skipped', { label });
  const shown = shorten(showValue(asked.field, value, localeOf(work), contextOf(work, draft)), 60);
  return line('form.echo', { label, value: shown });
}

/** R36: targets written as prose become indicator rows, so that later stages ask only for what is missing. */
function withIndicators(work: Work, draft: Draft, asked: Asked, value: AnswerValue): { work: Work; draft: Draft } {
  if (asked.field.clinic !== 'indicators' || typeof value !== 'string') return { work, draft };
  const read = readIndicators(value);
  if (read.length === 0) return { work: note(work, line('clinic.none')), draft };
  const set = setAnswer(work, draft, 'indicators', indicatorRows(read));
  const gaps = read.reduce((sum, each) => sum + indicatorGaps(each).length, 0);
  return { ...set, work: note(set.work, line(gaps > 0 ? 'clinic.read-gaps' : 'clinic.read', { n: read.length, gaps })) };
}

/** Shows a doubtful reading and asks; nothing is stored until yes. */
function confirmValue(work: Work, draft: Draft, asked: Asked, value: AnswerValue, why: string): Work {
  const shown = showValue(asked.field, value, localeOf(work), contextOf(work, draft));
  const held = withState(work, { focus: { in: 'confirm-value', draft: draft.id, path: asked.path, value } });
  return say(held, {
    lines: [line(`value.confirm.${why}`, { value: shown, label: { bilingual: asked.field.label } })],
    buttons: [
      button('button.right', { do: 'affirm' }, 'primary'),
      button('button.wrong', { do: 'deny' }),
    ],
    asks: asked.path,
  });
}

/** Says what is wrong and how to mend it; the second miss helps more, the third offers ways out. */
export function mend(work: Work, draft: Draft, asked: Asked, problem: Line): Work {
  const { focus } = work.state;
  const misses = (focus.in === 'field' && focus.path === asked.path ? focus.misses : 0) + 1;
  const { field } = asked;
  const lines: Line[] = [problem];
  if (misses >= 2 && field.help) lines.push(line('form.help-line', { help: { bilingual: field.help } }));
  if (field.example) lines.push(line('form.example', { example: { bilingual: field.example } }));
  const held = withState(work, { focus: { in: 'field', draft: draft.id, path: asked.path, misses } });
  if (misses < 3) return say(held, { lines, buttons: skipButton(field.required), asks: asked.path });
  return say(held, {
    lines: [...lines, line('form.third-miss')],
    buttons: [
      ...skipButton(field.required),
      button('button.pause', { do: 'pause' }),
      button('button.handoff', { do: 'handoff' }),
    ],
    asks: asked.path,
  });
}

function skipButton(required: boolean): readonly SayButton[] {
  return required ? [] : [button('button.skip', { do: 'skip' })];
}

/** 跳过: at once when optional, else why not and the ways on. */
export function skipField(work: Work, draft: Draft, asked: Asked): Work {
  const wholeRows = asked.of !== undefined && !asked.of.required;
  if (asked.path.endsWith('#more') || !asked.field.required || wholeRows) return passOver(work, draft, asked);
  return say(work, {
    lines: [line('form.cannot-skip', { label: { bilingual: asked.field.label } })],
    buttons: [
      button('button.pause', { do: 'pause' }),
      button('button.help', { do: 'help' }),
      button('button.handoff', { do: 'handoff' }),
    ],
    asks: asked.path,
  });
}

function passOver(work: Work, draft: Draft, asked: Asked): Work {
  const { path, value } = skipped(asked, draft.answers);
  const set = setAnswer(work, draft, path, value);
  const label = { bilingual: (path === asked.path ? asked.field : (asked.of ?? asked.field)).label };
  return askNext(value === null ? note(set.work, line('form.echo-skipped', { label })) : set.work, set.draft);
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
