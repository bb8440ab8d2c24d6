/** Records of a scene under the suite's words. */

import type { Answers, StoredFile } from '../../programme/answer.ts';
import { LIFECYCLES } from '../../programme/lifecycle.ts';
import type { AuditEntry, CaseKind, CaseRecord, Draft } from '../../programme/records.ts';
import { suiteId } from '../suite-records.ts';
import type { Playing } from './playing.ts';
import { accountsOf } from './seats.ts';

/** One record, reduced to what checks look at. */
export interface SeenRecord {
  readonly id: string;
  /** Form by which its fields are named. */
  readonly form: string;
  readonly answers: Answers;
  readonly status: string;
  readonly title: string;
  readonly listing: string | null;
  readonly owner: string | null;
  readonly at: string;
}

type Where = Readonly<Record<string, unknown>>;

/** The records of a kind that fit, newest last; `thisList` is the list last spoken of. */
export async function recordsOf(
  playing: Playing,
  what: string,
  where: Where,
  thisList: string | null,
): Promise<readonly SeenRecord[]> {
  const all = await readAll(playing, what);
  const key = where.by;
  const accounts = typeof key === 'string' ? await accountsOf(playing.scene, key, playing.known) : null;
  const list = listId(where.list, thisList);
  return all
    .filter((each) => accounts === null || (each.owner !== null && accounts.has(each.owner)))
    .filter((each) => list === undefined || each.listing === list)
    .filter((each) => where.status === undefined || each.status === where.status)
    .filter((each) => where.title === undefined || each.title === where.title)
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

function listId(list: unknown, thisList: string | null): string | null | undefined {
  if (typeof list !== 'string') return undefined;
  return list === 'this' ? thisList : suiteId(list);
}

async function readAll(playing: Playing, what: string): Promise<readonly SeenRecord[]> {
  switch (what) {
    case 'need':
      return (await cases(playing, 'need')).map((record) => seenCase(playing, record, 'need'));
    case 'application':
      return (await cases(playing, 'application')).map((record) => seenCase(playing, record, 'apply'));
    case 'list':
      return (await cases(playing, 'listing')).map((record) => ({
        ...seenCase(playing, record, 'need'),
        listing: record.id,
      }));
    case 'shortlisted':
      return (await cases(playing, 'application'))
        .filter(({ status }) => status === 'shortlisted')
        .map((record) => seenCase(playing, record, 'apply'));
    case 'need_draft':
      return (await drafts(playing, 'need')).map((draft) => seenDraft(draft, 'need'));
    case 'application_draft':
      return (await drafts(playing, 'application')).map((draft) => seenDraft(draft, 'apply'));
    case 'profile':
      return profiles(playing);
    case 'decision':
      return decisions(playing);
    case 'attachment':
      return attachments(playing);
    default:
      return [];
  }
}

async function cases({ scene }: Playing, kind: CaseKind): Promise<readonly CaseRecord[]> {
  return scene.store.records.cases({ kinds: [kind] });
}

function seenCase({ scene }: Playing, record: CaseRecord, form: string): SeenRecord {
  return {
    id: record.id,
    form,
    answers: record.answers,
    status: statusOf(record, scene.names.statuses[record.kind] ?? {}),
    title: record.title,
    listing: record.kind === 'application' ? record.listing : null,
    owner: record.owner,
    at: record.createdAt,
  };
}

/** The suite's word for where a case stands. A posted need whose turn is its owner's was asked for more, or was taken in hand. */
function statusOf(record: CaseRecord, words: Readonly<Record<string, string>>): string {
  const asked = record.turn === 'owner' || record.turn === 'applicant';
  if (
    (record.kind === 'need' || record.kind === 'application') &&
    asked &&
    record.reason !== null &&
    !['returned', 'not-selected', 'withdrawn'].includes(record.status)
  )
    return 'needs_info';
  if (record.kind === 'need' && record.status === 'posted' && record.turn === 'owner') return 'approved';
  return words[record.status] ?? record.status;
}

async function drafts(playing: Playing, purpose: Draft['purpose']): Promise<readonly Draft[]> {
  const { scene, known } = playing;
  const found = new Map<string, Draft>();
  for (const key of Object.keys(scene.fixture.people)) {
    for (const account of await accountsOf(scene, key, known)) {
      for (const draft of await scene.store.records.drafts(account))
        if (draft.purpose === purpose && draft.status === 'open') found.set(draft.id, draft);
    }
  }
  return [...found.values()];
}

function seenDraft(draft: Draft, form: string): SeenRecord {
  const { id, answers, status, listing, account: owner, updatedAt: at } = draft;
  return { id, form, answers, status, title: '', listing, owner, at };
}

async function profiles(playing: Playing): Promise<readonly SeenRecord[]> {
  const { scene, known } = playing;
  const rows: SeenRecord[] = [];
  for (const key of Object.keys(scene.fixture.people)) {
    for (const account of await accountsOf(scene, key, known)) {
      const profile = await scene.store.records.profileOf(account);
      if (profile)
        rows.push({
          id: profile.id,
          form: 'profile',
          answers: profile.answers,
          status: '',
          title: profile.name,
          listing: null,
          owner: account,
          at: profile.updatedAt,
        });
    }
  }
  return rows;
}

const OFFICE_ACTS = new Set(
  Object.values(LIFECYCLES)
    .flat()
    .filter((step) => step.by.some((mover) => mover === 'reviewer' || mover === 'decider'))
    .map((step): string => step.action),
);

/** Acts of the office that still stand: one taken back is none. */
async function decisions(playing: Playing): Promise<readonly SeenRecord[]> {
  const { records } = playing.scene.store;
  const rows: SeenRecord[] = [];
  for (const record of await records.cases({})) {
    const audit = (await records.audit(record.id, 100)).filter(({ at }) => at > record.createdAt);
    rows.push(
      ...standing(audit).map((entry) => ({
        ...seenCase(playing, record, 'need'),
        id: `${record.id}:${entry.turn}`,
        owner: entry.actor,
        status: entry.action,
        at: entry.at,
      })),
    );
  }
  return rows;
}

function standing(newestFirst: readonly AuditEntry[]): readonly AuditEntry[] {
  let taken = 0;
  return newestFirst.filter(({ action, actor }) => {
    if (action.startsWith('take-back:')) taken += 1;
    if (!OFFICE_ACTS.has(action) || actor === 'system') return false;
    const gone = taken > 0;
    taken -= gone ? 1 : 0;
    return !gone;
  });
}

async function attachments(playing: Playing): Promise<readonly SeenRecord[]> {
  const holders = [
    ...(await readAll(playing, 'need')),
    ...(await readAll(playing, 'application')),
    ...(await readAll(playing, 'need_draft')),
    ...(await readAll(playing, 'application_draft')),
  ];
  return holders.flatMap((holder) =>
    filesIn(holder.answers).map((file) => ({ ...holder, id: `${holder.id}:${file.sha256}`, title: file.name })),
  );
}

/** Every stored file of a set of answers. */
export function filesIn(answers: Answers): readonly StoredFile[] {
  return Object.values(answers).flatMap((value) =>
    Array.isArray(value)
      ? value.filter((each): each is StoredFile => typeof each === 'object' && each !== null && 'sha256' in each)
      : [],
  );
}
