/** Sample data as records: every case takes its steps through the real rules, so nothing in it is impossible. */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { botError } from '../errors.ts';
import type { Answers, AnswerValue } from '../programme/answer.ts';
import { textAnswer } from '../programme/case-answers.ts';
import { listingDetails } from '../programme/listing-details.ts';
import { move } from '../programme/move.ts';
import { newApplication, newInterest, newListing, newNeed } from '../programme/new-case.ts';
import type { Programme } from '../programme/programme.ts';
import type { Account, AuditEntry, Batch, CaseRecord, Listing, Profile } from '../programme/records.ts';
import { addDays, dayIn } from '../programme/working-days.ts';
import type { DemoCase, DemoFile, DemoList, DemoStep } from './demo-file.ts';

/** Where and when samples are made. */
export interface DemoSetting {
  readonly programme: Programme;
  readonly now: Date;
}

/** Records and their history, for one load. */
export interface DemoRecords {
  readonly batches: readonly Batch[];
  readonly accounts: readonly Account[];
  readonly profiles: readonly Profile[];
  readonly cases: readonly CaseRecord[];
  readonly audit: readonly AuditEntry[];
}

interface History {
  readonly record: CaseRecord;
  readonly audit: readonly AuditEntry[];
}

/** Samples come in the morning of their day. */
const HOUR = 10;
const EARLIEST_DAYS = 90;

/** Makes all records of the demo; ids depend on keys alone. */
export function demoRecords(file: DemoFile, setting: DemoSetting): DemoRecords {
  const lists = new Map(file.lists.lists.map((list) => [list.key, listHistory(list, file.lists.batch.name, setting)]));
  const cases = file.cases.map((each) => caseHistory(each, listingOf(lists, each), setting));
  const histories = [...lists.values(), ...cases];
  return {
    batches: [
      batchOf(
        file,
        [...lists.values()].map(({ record }) => record),
        setting,
      ),
    ],
    accounts: file.people.accounts.map(({ key, name }) => account(key, name, setting)),
    profiles: file.people.profiles.map((each) => profile(each, setting)),
    cases: histories.map(({ record }) => record),
    audit: histories.flatMap(({ audit }) => audit).toSorted((a, b) => a.at.localeCompare(b.at)),
  };
}

/** The id of a sample: the same on every machine. */
export function sampleId(key: string): string {
  return createHash('sha256').update(`jiebang-sample:${key}`).digest('hex').slice(0, 32);
}

function listHistory(list: DemoList, batch: string, setting: DemoSetting): History {
  const at = instant(list.draftedDaysAgo, setting);
  const answers = dated({ ...list.answers, batch }, setting);
  const form = setting.programme.listingForm;
  const made = newListing(
    { account: '', form, formVersion: 1, answers },
    list.track,
    listingDetails(answers, setting.programme, at),
    seed(list.key, at, setting),
  );
  const drafted: Listing = {
    ...made,
    organisation: list.organisation,
    owner: list.owner ? sampleId(list.owner) : null,
  };
  return stepped(first(drafted, 'draft', 'system'), list.steps, null, setting);
}

function caseHistory(demo: DemoCase, listing: Listing | null, setting: DemoSetting): History {
  const { programme } = setting;
  const at = instant(demo.daysAgo, setting);
  const form = listing ? programme.tracks[listing.track].applicationForm : programme.needForm;
  const draft = { account: sampleId(demo.account), form, formVersion: 1, answers: dated(demo.answers, setting) };
  const made = newCase(demo, draft, listing, seed(demo.key, at, setting));
  return stepped(first(made, 'submit', draft.account), demo.steps, listing, setting);
}

function newCase(
  demo: DemoCase,
  draft: Parameters<typeof newNeed>[0],
  listing: Listing | null,
  from: ReturnType<typeof seed>,
): CaseRecord {
  if (demo.kind === 'need') return newNeed(draft, from);
  if (listing === null) throw botError('data', `the sample ${demo.key} names no list`);
  return demo.kind === 'interest' ? newInterest(draft, listing, from) : newApplication(draft, listing, null, from);
}

function first(record: CaseRecord, action: string, actor: string): History {
  return { record, audit: [entry(record, action, actor, null, record.createdAt)] };
}

function stepped(from: History, steps: readonly DemoStep[], listing: Listing | null, setting: DemoSetting): History {
  return steps.reduce<History>((history, step) => take(history, step, listing, setting), from);
}

function take({ record, audit }: History, step: DemoStep, listing: Listing | null, setting: DemoSetting): History {
  const at = instant(step.daysAgo, setting);
  const { programme } = setting;
  const facts = {
    at,
    programme,
    actorRole: step.by,
    siblings: [],
    listing,
    ...(step.reason && { reason: step.reason }),
  };
  const result = move(record, step.action, facts);
  if (!result.ok)
    throw botError('data', `the sample "${record.title}" cannot take the step ${step.action}: ${result.reason}`);
  const actor = step.by === 'owner' && record.owner !== null ? record.owner : 'system';
  return {
    record: result.record,
    audit: [...audit, entry(result.record, step.action, actor, record.status, at, step.reason)],
  };
}

function entry(
  record: CaseRecord,
  action: string,
  actor: string,
  from: string | null,
  at: string,
  reason?: string,
): AuditEntry {
  const reasonHash = reason === undefined ? null : createHash('sha256').update(reason).digest('hex');
  const turn = sampleId(`${record.id}:${action}:${record.version}`);
  return { at, actor, action, object: { kind: record.kind, id: record.id }, from, to: record.status, reasonHash, turn };
}

function listingOf(lists: ReadonlyMap<string, History>, { listing, key }: DemoCase): Listing | null {
  if (listing === undefined) return null;
  const found = lists.get(listing)?.record;
  if (found?.kind !== 'listing')
    throw botError('data', `the sample ${key} names the list ${listing}, which is not there`);
  return found;
}

function batchOf({ lists }: DemoFile, records: readonly CaseRecord[], { programme, now }: DemoSetting): Batch {
  const open = records.flatMap((record) =>
    record.kind === 'listing' && record.status === 'published' ? [record] : [],
  );
  const yuan = open.reduce((sum, { details }) => sum + (details.money?.max ?? 0), 0);
  return {
    id: sampleId(lists.batch.key),
    name: lists.batch.name,
    year: Number(dayIn(programme.timeZone, now.toISOString()).slice(0, 4)),
    announced: { lists: open.length, yuan, note: lists.batch.note },
    source: 'sample',
  };
}

function account(key: string, name: string, setting: DemoSetting): Account {
  return {
    id: sampleId(key),
    locale: 'zh',
    localeChosen: false,
    name,
    createdAt: instant(EARLIEST_DAYS, setting),
    source: 'sample',
  };
}

function profile(
  { key, account: owner, answers }: DemoFile['people']['profiles'][number],
  setting: DemoSetting,
): Profile {
  return {
    id: sampleId(key),
    account: owner === null ? null : sampleId(owner),
    name: textAnswer(answers, 'name') ?? key,
    answers,
    formVersion: 1,
    version: 1,
    updatedAt: instant(EARLIEST_DAYS, setting),
    discoverable: true,
    source: 'sample',
  };
}

function seed(key: string, at: string, { programme }: DemoSetting) {
  return { id: sampleId(key), at, programme, source: 'sample' } as const;
}

function instant(daysAgo: number, { programme, now }: DemoSetting): string {
  const day = DateTime.fromJSDate(now, { zone: programme.timeZone }).minus({ days: daysAgo }).startOf('day');
  const at = daysAgo === 0 ? DateTime.fromJSDate(now) : day.set({ hour: HOUR });
  return at.toJSDate().toISOString();
}

/** Answers with `{"inDays": 30}` turned into that day, counted from the programme's today. */
function dated(answers: Answers, setting: DemoSetting): Answers {
  return Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, datedValue(value, setting)]));
}

function datedValue(value: AnswerValue, { programme, now }: DemoSetting): AnswerValue {
  const today = dayIn(programme.timeZone, now.toISOString());
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) => {
    const days = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'inDays') : undefined;
    if (typeof days !== 'number') return inner;
    const day = addDays(today, days);
    return { start: day, end: day, precision: 'day' };
  });
}
