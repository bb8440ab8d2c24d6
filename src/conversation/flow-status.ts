/** Where things stand: each case with its stage, day, whose turn it is and what is promised (R22); withdrawing one. */
import { daysInStatus, isOverdue } from '../programme/days-in-status.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import { stageOf } from '../programme/stage-of.ts';
import { draftName } from './flow-start.ts';
import { openDrafts } from './focus.ts';
import type { Line, SayButton } from './say.ts';
import { button, line, mine, ownCase, say, type Work } from './work.ts';

const ENDED = ['withdrawn', 'grown', 'not-selected'];

/** The person's cases and drafts, each in one line; one case in full when it is named or the only one. */
export function showStatus(work: Work, by: string | undefined): Work {
  const cases = mine(work).cases.filter((each) => !ENDED.includes(each.status));
  const named = by === undefined ? undefined : ownCase(work, by);
  if (by !== undefined && !named) return say(work, { lines: [line('case.not-found')] });
  const drafts = openDrafts(work);
  const only = cases.length === 1 && drafts.length === 0 ? cases[0] : undefined;
  const one = named ?? only;
  if (one) return showCase(work, one);
  if (cases.length === 0 && drafts.length === 0) return nothingYet(work);
  return say(work, {
    lines: [
      line('status.head', { cases: cases.length, drafts: drafts.length }),
      ...cases.slice(0, 4).map((each) => statusLine(work, each)),
      ...drafts.slice(0, 2).map((each) => line('status.draft', { name: draftName(work, each) })),
    ],
    buttons: statusButtons(cases, drafts),
  });
}

function nothingYet(work: Work): Work {
  return say(work, {
    lines: [line('status.nothing')],
    buttons: [button('button.open-lists', { do: 'find' }), button('button.post-need', { do: 'post-need' })],
  });
}

function statusButtons(cases: readonly CaseRecord[], drafts: readonly Draft[]): readonly SayButton[] {
  const first = drafts[0];
  return [
    ...(first ? [button('button.resume', { do: 'resume', draft: first.id }, 'primary')] : []),
    ...cases.slice(0, 3).map((each) => ({
      label: line('text', { text: each.reference }),
      command: { do: 'status', case: each.id } as const,
    })),
  ];
}

function showCase(work: Work, record: CaseRecord): Work {
  const draft = mine(work).drafts.find((each) => each.case?.id === record.id);
  const lines: Line[] = [line('status.title', { title: record.title }), statusLine(work, record)];
  if (record.reason && ['returned', 'not-selected'].includes(record.status)) {
    lines.push(line('status.reason', { reason: record.reason }));
  }
  return say(work, {
    lines,
    buttons: [
      ...(draft?.status === 'open' ? [button('button.resume', { do: 'resume', draft: draft.id }, 'primary')] : []),
      ...(draft ? [button('button.review', { do: 'review', draft: draft.id })] : []),
      ...(canWithdraw(record) ? [button('button.withdraw', { do: 'withdraw', case: record.id })] : []),
    ],
  });
}

/** "编号 …：专家论证（第 2/5 步），第12天，轮到工作人员，11月30日前答复". */
export function statusLine(work: Work, record: CaseRecord): Line {
  const { programme } = work.book;
  const place = stageOf(programme, record);
  const late = isOverdue(record, work.event.at, programme.timeZone);
  const promise: Line = record.promisedOn
    ? line(late ? 'status.promise-late' : 'status.promise', { day: { day: record.promisedOn } })
    : line('status.no-promise');
  return line(place ? 'status.line' : 'status.line-off-track', {
    reference: record.reference,
    status: { key: `status.${record.kind}.${record.status}` },
    stage: place ? { bilingual: place.label } : '',
    index: place?.index ?? 0,
    of: place?.of ?? 0,
    day: daysInStatus(record, work.event.at, programme.timeZone) + 1,
    turn: { key: `party.${record.turn}` },
    promise,
  });
}

const WITHDRAWABLE: Readonly<Record<string, readonly string[]>> = {
  need: ['posted', 'complete', 'recommended', 'vetted', 'returned'],
  interest: ['declared'],
  application: ['submitted', 'accepted', 'returned'],
};

/** True while its own person may take the case back. */
export function canWithdraw(record: CaseRecord): boolean {
  return WITHDRAWABLE[record.kind]?.includes(record.status) ?? false;
}
