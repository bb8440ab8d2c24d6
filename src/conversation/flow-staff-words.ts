/** Staff who type instead of pressing: a decision on the case in hand, an answer in a request's thread, bidders by number. */
import { allowedActions } from '../programme/allowed-actions.ts';
import { can } from '../programme/policy.ts';
import { readReference } from '../programme/reference.ts';
import { staffRoles } from '../programme/standing.ts';
import { fold } from '../text/fold.ts';
import { changedBidders, readBidders } from '../understanding/bidder-choice.ts';
import type { Command, StaffWord } from '../understanding/command.ts';
import { readStaffWord, type StaffDecision } from '../understanding/staff-words.ts';
import { takesBack } from '../understanding/takes-back.ts';
import { actOnCase, actorOf, objectOf, refuseAct, refuseUnseen } from './flow-act.ts';
import { showCaseToStaff } from './flow-queue.ts';
import { movesSince } from './moves-since.ts';
import type { CaseView } from './reducer-types.ts';
import type { NoticeAbove } from './say.ts';
import { button, line, note, query, say, type Work, withState } from './work.ts';

type Act = Extract<Command, { do: 'act' }>['action'];
type Word = Extract<Command, { do: 'staff-word' }>;

/** The acts a word may mean, the likeliest first: the first one possible now is meant. */
export const MEANT: Readonly<Record<StaffWord, readonly Act[]>> = {
  approve: ['accept', 'recommend', 'vet', 'start-review'],
  return: ['return'],
  'ask-more': ['ask-more', 'return'],
  reject: ['return', 'not-select'],
  'not-select': ['not-select'],
  publish: ['publish'],
};

const CLOSING = /^(?:结束|关闭|办结|了结|已解决|close|done|resolved)[。.!！]*$/i;
/** How many waiting cases a word without one is compared with. */
const MOST_WAITING = 200;
/** A case shown longer ago is named and asked about before a word decides it: who wrote may mean another by now. */
const FRESH_MS = 30 * 60_000;
const BARE_NUMBER = /^\s*(?:第\s*)?[0-9０-９一二三四五六七八九十]{1,3}\s*[个家]?\s*$/;

/** What typed words of staff order; undefined where they are talk like anybody's. */
export function staffOrder(work: Work, text: string): Command | undefined {
  const { focus, inHand } = work.state;
  const { under } = work.event;
  if (staffRoles(actorOf(work)).size === 0)
    return under && under.kind !== 'request' ? strangersWord(text, under.id) : undefined;
  if (under?.kind === 'request') {
    return CLOSING.test(text)
      ? { do: 'close-request', request: under.id }
      : { do: 'answer-request', request: under.id, text };
  }
  if (focus.in === 'handoff' && focus.request !== undefined) return undefined;
  if (focus.in !== 'idle' && focus.in !== 'confirm') return undefined;
  const back = work.state.offered.find(({ command }) => command.do === 'take-back');
  if (back && takesBack(fold(text).trim())) return back.command;
  const reference = focus.in === 'idle' ? readReference(text) : null;
  if (reference !== null) return { do: 'open-case', case: reference };
  const several = inHand?.bidders ? bidders(work, text, inHand.case, inHand.bidders) : undefined;
  if (several) return several;
  const decided = readStaffWord(text);
  if (decided === null || (focus.in === 'confirm' && decided.word === 'approve')) return undefined;
  if (under && decided.about === undefined) return wordUnder(work, decided, under);
  if (!inHand || decided.about !== undefined) return { do: 'staff-word', ...decided };
  const { version, at } = inHand;
  const isOld = at !== undefined && Date.parse(work.event.at) - Date.parse(at) > FRESH_MS;
  return {
    do: 'staff-word',
    ...decided,
    case: inHand.case,
    ...(version !== undefined && { version }),
    ...(isOld && { unseen: true }),
  };
}

/** A word in a notice's thread is about the version the notice showed, or the later one its writer was shown since. */
function wordUnder({ state: { inHand } }: Work, decided: StaffDecision, { id, version }: NoticeAbove): Word {
  const shown = inHand?.case === id ? inHand.version : undefined;
  const seen = version === undefined ? undefined : Math.max(version, shown ?? 0);
  return { do: 'staff-word', ...decided, case: id, ...(seen !== undefined && { version: seen }) };
}

/** A decision typed under a notice by somebody who is no staff: refused, and written down. */
function strangersWord(text: string, about: string): Word | undefined {
  const decided = readStaffWord(text);
  return decided === null ? undefined : { do: 'staff-word', word: decided.word, case: about };
}

/** Numbers after the numbered bidders; a number alone still opens that bid. */
function bidders(work: Work, text: string, listing: string, shown: readonly string[]): Command | undefined {
  const said = changed(work, text, shown) ?? readBidders(text, shown.length);
  if (said === null || said.length === 0 || (BARE_NUMBER.test(text) && said.length < 2)) return undefined;
  const cases = said === 'all' ? shown : said.map((n) => shown[n - 1] ?? '');
  return { do: 'shortlist', listing, cases };
}

/** 第2家也加上, under the screen that names the chosen ones. */
function changed({ state: { focus } }: Work, text: string, shown: readonly string[]): readonly number[] | null {
  if (focus.in !== 'confirm' || focus.command.do !== 'shortlist') return null;
  return changedBidders(
    text,
    focus.command.cases.map((id) => shown.indexOf(id) + 1).filter((n) => n > 0),
  );
}

/** A word without a case is never obeyed: its case is looked for among what waits. */
export function staffWord(work: Work, command: Word): Work {
  if (staffRoles(actorOf(work)).size === 0)
    return refuseUnseen(work, { case: command.case ?? '', action: command.word });
  if (command.case === undefined) return query(work, { type: 'queue', limit: MOST_WAITING, next: command });
  return query(work, { type: 'case', by: command.case, next: command });
}

/** The case is read: the act the word means there, if it is still as it was on screen; or what can be done instead. */
export function wordOnCase(work: Work, command: Word, view: CaseView | null): Work {
  if (!view) return refuseUnseen(work, { case: command.case ?? '', action: command.word });
  const { record } = view;
  const object = objectOf(work, view);
  const facts = { at: work.event.at, programme: work.book.programme };
  const possible = allowedActions(actorOf(work), object, facts);
  const action = MEANT[command.word].find((each) => possible.includes(each));
  if (possible.length === 0 && MEANT[command.word].every((each) => !can(actorOf(work), `act:${each}`, object)))
    return refuseAct(work, { case: record.id, action: command.word }, record);
  if (command.version !== undefined && command.version !== record.version)
    return lookAgain(work, view, command.version);
  const held = withState(work, { inHand: { case: record.id, version: record.version } });
  if (action !== undefined && command.unseen && (command.reason !== undefined || needsNoReason(command.word)))
    return askFirst(held, command, action, view);
  if (action !== undefined) {
    const reason = command.reason === undefined ? {} : { reason: command.reason };
    return actOnCase(held, { do: 'act', case: record.id, action, version: record.version, ...reason }, view);
  }
  return say(held, {
    lines: [
      line(possible.length > 0 ? 'act.not-now' : 'act.nothing-now', {
        reference: record.reference,
        status: { key: `status.${record.kind}.${record.status}` },
      }),
    ],
    buttons: possible
      .slice(0, 4)
      .map((each) => button(`act.${each}`, { do: 'act', case: record.id, action: each, version: record.version })),
  });
}

function needsNoReason(word: StaffWord): boolean {
  return word === 'approve' || word === 'publish';
}

/** The case nobody had on screen is named, with what would be done and why; a yes does it. */
function askFirst(work: Work, command: Word, action: Act, { record }: CaseView): Work {
  const { about: _, unseen: __, ...plain } = command;
  const meant: Word = { ...plain, case: record.id, version: record.version };
  return say(withState(work, { focus: { in: 'confirm', command: meant } }), {
    lines: [
      line('act.sure', { action: { key: `act.${action}` }, reference: record.reference, title: record.title }),
      ...(command.reason === undefined ? [] : [line('told.reason', { reason: command.reason })]),
    ],
    buttons: [
      button(`act.${action}`, meant, 'primary'),
      button('button.open-case', { do: 'open-case', case: record.id }),
      button('button.never-mind', { do: 'deny' }),
    ],
  });
}

/** Its person or a colleague changed it after it was read: nothing is decided unseen; it is shown as it is now, with what happened since. */
function lookAgain(work: Work, view: CaseView, seen: number): Work {
  const { id, reference, kind, status } = view.record;
  const key = work.event.under?.id === id ? 'act.changed-since' : 'act.changed';
  const changed = line(key, { reference, status: { key: `status.${kind}.${status}` } });
  return showCaseToStaff(note(work, changed, ...movesSince(work, view, seen)), view);
}
