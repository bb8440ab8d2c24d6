/** Plays typed answers through `readValue`. */
import { z } from 'zod';
import { fold } from '../../text/fold.ts';
import { readOrdinal } from '../../understanding/ordinal.ts';
import { type ReadContext, readValue } from '../../understanding/read-value.ts';
import type { Checked, SuiteOutcome } from '../outcome.ts';
import { readSuiteRows } from '../read-suite.ts';
import { readSuiteSetting } from '../suite-forms.ts';
import type { SuitePlay } from '../suite-play.ts';
import { suiteLocale } from '../suite-records.ts';
import { sameReason } from './same-reason.ts';
import { sameValue, shownValue } from './shown-value.ts';
import { suiteValueField } from './suite-field.ts';

const wantedSchema = z.looseObject({
  outcome: z.enum(['accept', 'confirm', 'reject']),
  value: z.unknown().optional(),
  reason: z.string().optional(),
});
const rowSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  lang: z.string(),
  text: z.string(),
  context: z.string().optional(),
  today: z.string(),
  expect: wantedSchema.extend({ also_ok: z.array(wantedSchema).optional() }),
  also_ok: z.array(wantedSchema).optional(),
});
type Row = z.infer<typeof rowSchema>;
type Wanted = z.infer<typeof wantedSchema>;

/** A reading in the suite's words. */
interface Got {
  readonly outcome: Wanted['outcome'];
  readonly value?: unknown;
  readonly reason?: string;
}

/** Plays `values.jsonl`. */
export async function playValues({ folder, progress }: SuitePlay): Promise<SuiteOutcome> {
  const rows = readSuiteRows(folder, 'values.jsonl', rowSchema);
  const { programme } = readSuiteSetting();
  const played = rows.map((row, index) => {
    const got = reading(row, { today: row.today, locale: suiteLocale(row.lang), programme });
    progress(index + 1, rows.length);
    return { row, got, checked: judged(row, got) };
  });
  return {
    suite: 'values',
    checked: played.map(({ checked }) => checked),
    grave: [],
    judge: [],
    numbers: {
      'needless questions': played.filter(({ row, got, checked }) => !checked.ok && isNeedless(row, got)).length,
      'accepted wrong without showing': played.filter(({ checked }) => checked.grave !== undefined).length,
    },
    notes: [
      'A question where the suite wants the right value accepted at once counts as wrong, and apart as needless.',
    ],
    transcripts: {},
  };
}

function reading(row: Row, context: ReadContext): Got {
  if (row.type === 'list_ordinal') {
    const n = readOrdinal(fold(row.text).trim());
    return n === null ? { outcome: 'reject', reason: 'not-a-choice' } : { outcome: 'accept', value: { ordinal: n } };
  }
  const field = suiteValueField(row.type, row.context ?? '', context.programme);
  if (field === null) return { outcome: 'reject', reason: `no field of type ${row.type}` };
  const read = readValue(field, row.text, context);
  if (read.outcome === 'reject') return read;
  const value = shownValue(row.type, read.value, context.programme);
  return read.outcome === 'confirm' ? { outcome: 'confirm', value, reason: read.why } : { outcome: 'accept', value };
}

function wantedOf(row: Row): readonly Wanted[] {
  return [row.expect, ...(row.expect.also_ok ?? []), ...(row.also_ok ?? [])];
}

function fits(wanted: Wanted, got: Got): boolean {
  if (wanted.outcome !== got.outcome) return false;
  if (wanted.outcome === 'reject') return wanted.reason === undefined || sameReason(wanted.reason, got.reason ?? '');
  return wanted.value === undefined || sameValue(wanted.value, got.value);
}

function isNeedless(row: Row, got: Got): boolean {
  return got.outcome === 'confirm' && row.expect.outcome === 'accept' && sameValue(row.expect.value, got.value);
}

function judged(row: Row, got: Got): Checked {
  const wanted = wantedOf(row);
  const ok = wanted.some((each) => fits(each, got));
  const known = wanted.some((each) => each.outcome !== 'reject' && sameValue(each.value, got.value));
  const grave = !ok && got.outcome === 'accept' && !known ? 'a value accepted that nobody said' : undefined;
  return {
    id: row.id,
    ok,
    groups: [`type ${row.type}`, `language ${row.lang}`, `outcome ${row.expect.outcome}`],
    say: `${row.expect.outcome} ${row.expect.reason ?? JSON.stringify(row.expect.value)}`,
    got: `${isNeedless(row, got) ? 'needless question: ' : ''}${got.outcome} ${got.reason ?? ''} ${JSON.stringify(got.value) ?? ''}`,
    at: `${row.type} «${row.text}»`,
    ...(grave !== undefined && { grave }),
  };
}
