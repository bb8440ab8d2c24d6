/** From what a paper says to what it proposes: each field once, in the order of the form, only where it differs. */
import type { Answers, AnswerValue, RowAnswer } from '../programme/answer.ts';
import { isRows, rowsAt } from '../programme/answer-path.ts';
import type { Proposal, Proposals, Unread } from '../programme/draft-intake.ts';
import type { Field, Form } from '../programme/form.ts';
import { isVisible, withOptions } from '../programme/form-fields.ts';
import { readIndicators } from '../programme/indicator.ts';
import { indicatorRows } from '../programme/indicator-clinic.ts';
import { cut } from '../text/cut.ts';
import { hasResidentId } from '../text/redact.ts';
import type { Findings } from './findings.ts';

import { type FoundValue, type IntakeContext, readFound } from './read-found.ts';
import { readFoundRows } from './read-found-rows.ts';

/** A table in a file stands for the whole list; a pasted one is added to what is there. */
export type RowsManner = 'replace' | 'append';

const SHOWN_UNREAD = 20;

/** Reads findings against a draft's answers. */
export function propose(
  found: Findings,
  form: Form,
  answers: Answers,
  context: IntakeContext,
  manner: RowsManner = 'replace',
): Proposals {
  const entries: Proposal[] = [];
  const unread: Unread[] = [];
  let same = 0;
  let now: Answers = answers;
  const fields = form.stages.flatMap((stage) => stage.fields).filter((field) => field.kind !== 'file');
  for (const plain of fields) {
    const field = withOptions(plain, context.form.programme);
    const read = readField(field, found, now[field.id], context);
    if (read.is === 'empty' || !isVisible(form, field, now, context.form)) continue;
    if (read.is === 'unread') {
      unread.push({ path: field.id, text: read.text, reason: read.reason });
      continue;
    }
    const value = manner === 'append' ? appended(now, field, read.value) : read.value;
    if (isSame(value, now[field.id])) same += 1;
    else {
      entries.push({ path: field.id, value, ...(read.why !== undefined && { why: read.why }) });
      now = { ...now, [field.id]: value };
    }
  }
  return { entries: [...entries, ...targetsOf(entries, form, answers)], unread, same };
}

type FieldReading = Exclude<FoundValue, { is: 'unread' }> | { is: 'unread'; reason: string; text: string };

/** One value for a field that may stand several times: the one that says something new; two new ones are doubtful. */
function readField(
  field: Field,
  found: Findings,
  present: AnswerValue | undefined,
  context: IntakeContext,
): FieldReading {
  const rows = found.rows.get(field.id);
  const fromRows = rows && field.kind === 'rows' ? readFoundRows(rows, field, context) : null;
  if (fromRows && fromRows.is !== 'empty') return fromRows.is === 'unread' ? { ...fromRows, text: '' } : fromRows;
  const texts = found.texts.get(field.id) ?? [];
  const readings = texts.map((each) => ({ ...readFound(each, field, context), text: each.text }));
  const values = readings.filter((each) => each.is === 'value');
  const fresh = values.filter((each) => !isSame(each.value, present));
  const last = fresh.at(-1) ?? values.at(-1);
  if (last) {
    const differ = fresh.some((each) => !isSame(each.value, last.value));
    const why = differ ? 'paper-differs' : last.why;
    return { is: 'value', value: last.value, ...(why !== undefined && { why }) };
  }
  const wrong = readings.find((each) => each.is === 'unread');
  if (!wrong) return { is: 'empty' };
  const text = hasResidentId(wrong.text) ? '' : cut(wrong.text.replace(/\s+/g, ' ').trim(), SHOWN_UNREAD);
  return { is: 'unread', reason: wrong.reason, text };
}

function appended(answers: Answers, field: Field, value: AnswerValue): AnswerValue {
  if (field.kind !== 'rows' || field.rowPer || !isRows(value)) return value;
  const before = rowsAt(answers, field.id);
  return [...before, ...value.filter((row) => !before.some((each) => isSame([each], [row])))];
}

/** Targets written as prose become rows too, shown like everything else, unless the paper has them as a table. */
function targetsOf(entries: readonly Proposal[], form: Form, answers: Answers): readonly Proposal[] {
  const fields = form.stages.flatMap((stage) => stage.fields);
  const goal = entries.find((each) => fields.some((field) => field.id === each.path && field.clinic === 'indicators'));
  const taken = entries.some((each) => each.path === 'indicators') || rowsAt(answers, 'indicators').length > 0;
  if (typeof goal?.value !== 'string' || taken || !fields.some((field) => field.id === 'indicators')) return [];
  const read = readIndicators(goal.value);
  return read.length > 0 ? [{ path: 'indicators', value: indicatorRows(read), why: 'rows' }] : [];
}

/** True for values that say the same; a cell left open and one never seen are the same. */
export function isSame(one: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other));
}

function bare(value: AnswerValue | undefined): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (value === undefined) return undefined;
  return isRows(value) ? value.map(bareRow) : sorted(value);
}

function bareRow(row: RowAnswer): unknown {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, cell]) => cell !== null && cell !== undefined && cell !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, cell]) => [id, typeof cell === 'string' ? cell.trim() : sorted(cell)]),
  );
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
