/** Where things stand: each case with its stage, day, whose turn it is and what is promised (R22), and what can be done. */
import type { CaseRecord, Draft } from '../programme/records.ts';
import { filledOf, goOnButton, openFormOf } from './case-draft.ts';
import { draftName, stageName } from './draft-name.ts';
import { openDrafts } from './focus.ts';
import { mayChange } from './resubmit.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { isOwnTurn, statusLine } from './status-line.ts';
import { button, line, mine, ownCase, say, type Work } from './work.ts';

const ENDED: readonly string[] = ['withdrawn', 'grown'];
/** Statuses whose reason is owed to the person at any time. */
const REFUSED: readonly string[] = ['returned', 'not-selected'];
const CASES_SHOWN = 3;
const BUTTONS_SHOWN = 4;

/** The person's cases and drafts, each in one line; one case in full when it is named or the only one. */
export function showStatus(work: Work, by: string | undefined): Work {
  const cases = mine(work)
    .cases.filter((each) => !ENDED.includes(each.status))
    .toSorted(byTurn);
  const named = by === undefined ? undefined : ownCase(work, by);
  if (by !== undefined && !named)
    return say(work, { lines: [line('case.not-found')], buttons: [button('button.status', { do: 'status' })] });
  const drafts = openDrafts(work);
  const only = cases.length === 1 && drafts.every((each) => each.case?.id === cases[0]?.id) ? cases[0] : undefined;
  const one = named ?? only;
  if (one) return showCase(work, one);
  const [withdrawn] = mine(work)
    .cases.filter((each) => each.status === 'withdrawn')
    .toSorted(byTurn);
  if (cases.length === 0 && drafts.length === 0) return withdrawn ? showCase(work, withdrawn) : nothingYet(work);
  const loose = drafts.filter((each) => each.case === null);
  return say(work, {
    lines: [
      line('status.head', { cases: cases.length, drafts: loose.length }),
      ...cases.slice(0, CASES_SHOWN).map((each) => caseRow(work, each)),
      ...loose
        .slice(0, 2)
        .map((each) => line('status.draft', { name: draftName(work, each), ...filledOf(work, each) })),
    ],
    buttons: statusButtons(work, cases, loose),
  });
}

/** One case, with what is still to be filled in and what staff ask for. */
function caseRow(work: Work, record: CaseRecord): Line {
  const draft = openFormOf(work, record);
  return line('status.row', {
    title: shorten(titleOf(record), 18),
    line: statusLine(work, record),
    filled: draft ? line('status.filled', { ...filledOf(work, draft) }) : '',
    asked: record.reason && isOwnTurn(record) ? line('status.asked', { reason: shorten(record.reason, 40) }) : '',
  });
}

/** Cases that wait for the person come first, then the latest. */
function byTurn(a: CaseRecord, b: CaseRecord): number {
  const own = (each: CaseRecord) => (isOwnTurn(each) ? 0 : 1);
  return own(a) - own(b) || b.createdAt.localeCompare(a.createdAt);
}

function titleOf(record: CaseRecord): string {
  return record.offline ? record.reference : record.title;
}

function nothingYet(work: Work): Work {
  return say(work, {
    lines: [line('status.nothing')],
    buttons: [button('button.open-lists', { do: 'find' }), button('button.post-need', { do: 'post-need' })],
  });
}

/** The cases in the order of their rows, then what can be gone on with at once. */
function statusButtons(work: Work, cases: readonly CaseRecord[], loose: readonly Draft[]): readonly SayButton[] {
  const forms = cases.flatMap((each) => {
    const draft = openFormOf(work, each);
    return draft ? [goOnButton(each, draft)] : [];
  });
  const drafts = loose.map((each) => button('button.resume', { do: 'resume', draft: each.id }, 'primary'));
  const goOn = [...forms.slice(0, 1), ...drafts.slice(0, 1)];
  const shown = cases.slice(0, Math.min(CASES_SHOWN, BUTTONS_SHOWN - goOn.length));
  return [
    ...shown.map((each) => ({
      label: line('text', { text: each.reference }),
      command: { do: 'status', case: each.id } as const,
    })),
    ...goOn,
  ];
}

function showCase(work: Work, record: CaseRecord): Work {
  const draft = mine(work).drafts.find((each) => each.case?.id === record.id && each.status !== 'discarded');
  const lines: Line[] = [
    line(record.offline ? 'status.title-offline' : 'status.title', {
      title: record.title,
      reference: record.reference,
    }),
    statusLine(work, record),
  ];
  if (record.reason && (REFUSED.includes(record.status) || isOwnTurn(record)))
    lines.push(line('status.reason', { reason: record.reason }));
  if (draft?.status === 'open')
    lines.push(line('status.draft', { name: stageName(work, draft), ...filledOf(work, draft) }));
  return say(work, { lines, buttons: caseButtons(work, record, draft) });
}

function caseButtons(work: Work, record: CaseRecord, draft: Draft | undefined): readonly SayButton[] {
  const buttons: SayButton[] = [];
  if (draft?.status === 'open') buttons.push(goOnButton(record, draft));
  if (draft?.status === 'submitted') {
    const label = mayChange(work, record) ? 'button.change' : 'button.review';
    buttons.push(button(label, { do: 'review', draft: draft.id }));
  }
  if (canWithdraw(record)) buttons.push(button('button.withdraw', { do: 'withdraw', case: record.id }));
  return buttons.length > 0
    ? buttons
    : [button('button.open-lists', { do: 'find' }), button('button.handoff', { do: 'handoff' })];
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
