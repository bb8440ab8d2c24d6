/** Commands of staff: each reads its case first, then acts under the policy. */
import { can, caseObject } from '../programme/policy.ts';
import type { Command } from '../understanding/command.ts';
import { actOnCase, actorOf } from './flow-act.ts';
import { saveCard } from './flow-card.ts';
import { saveListing } from './flow-listing.ts';
import { askSummary } from './flow-model.ts';
import { showCaseToStaff } from './flow-queue.ts';
import { shortlistSeveral, showBidders } from './flow-shortlist.ts';
import { staffWord, wordOnCase } from './flow-staff-words.ts';
import { takeActBack } from './flow-take-back.ts';
import type { CaseView } from './reducer-types.ts';
import { effect, line, query, say, type Work } from './work.ts';

type StaffName =
  | 'act'
  | 'take-back'
  | 'open-case'
  | 'save-listing'
  | 'staff-word'
  | 'shortlist'
  | 'answer-request'
  | 'close-request'
  | 'settle-message'
  | 'save-card'
  | 'summarise';
type StaffHandlers = { readonly [K in StaffName]: (work: Work, command: Extract<Command, { do: K }>) => Work };

/** Handlers of staff commands. */
export const STAFF_HANDLERS: StaffHandlers = {
  act: (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'take-back': (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'open-case': (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'staff-word': staffWord,
  shortlist: (work, command) => query(work, { type: 'case', by: command.listing, next: command }),
  'answer-request': (work, command) => query(work, { type: 'request', by: command.request, next: command }),
  'close-request': (work, command) => query(work, { type: 'request', by: command.request, next: command }),
  'settle-message': settleMessage,
  summarise: (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'save-card': (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'save-listing': (work, command) => {
    if (!can(actorOf(work), 'save-listing', { kind: 'programme' })) {
      const object = { kind: 'listing', id: command.listing ?? 'new' };
      const audited = effect(work, { type: 'audit', action: 'refused:save-listing', object, from: null, to: null });
      return say(audited, { lines: [line('act.not-yours')] });
    }
    if (command.listing === undefined) return saveListing(work, command, null);
    return query(work, { type: 'case', by: command.listing, next: command });
  },
};

/** The case that was asked for is here (or is not this person's): goes on with the command that asked. */
export function caseRead(work: Work, then: Command, view: CaseView | null): Work {
  switch (then.do) {
    case 'act':
      return namesNobody(then, view) ? showBidders(work, view) : actOnCase(work, then, view);
    case 'save-card':
      return saveCard(work, then, view);
    case 'staff-word':
      return wordOnCase(work, then, view);
    case 'shortlist':
      return shortlistSeveral(work, then, view);
    case 'take-back':
      return takeActBack(work, then, view);
    case 'summarise':
      return view && !view.record.offline && work.book.model !== null
        ? askSummary(work, view)
        : say(work, { lines: [line('case.not-found')] });
    case 'save-listing':
      return view ? editListing(work, then, view) : say(work, { lines: [line('case.not-found')] });
    default:
      return view ? showCaseToStaff(work, view) : say(work, { lines: [line('case.not-found')] });
  }
}

/** 推荐揭榜单位 pressed on a list of which no bidder is recommended yet: first the bidders are shown. */
function namesNobody(command: Extract<Command, { do: 'act' }>, view: CaseView | null): view is CaseView {
  if (view === null || command.action !== 'shortlist' || view.record.kind !== 'listing') return false;
  return view.record.status === 'under-review' && !view.siblings.some((each) => each.status === 'shortlisted');
}

/** A message that was put aside is tried again or left; the desk shows them (R37). */
function settleMessage(work: Work, { box, id, retry }: Extract<Command, { do: 'settle-message' }>): Work {
  const object = { kind: box, id: String(id) };
  const did = retry ? 'retry-message' : 'dismiss-message';
  const allowed = can(actorOf(work), 'settle-message', { kind: 'programme' });
  const action = allowed ? did : `refused:${did}`;
  const audited = effect(work, { type: 'audit', action, object, from: null, to: null });
  if (!allowed) return say(audited, { lines: [line('act.not-yours')] });
  return say(effect(audited, { type: 'settle-message', box, id, retry }), { lines: [line(`trouble.${did}`)] });
}

/** A draft list is changed only by those who may vet it, in its division and without a conflict; an offline one not at all. */
function editListing(work: Work, command: Extract<Command, { do: 'save-listing' }>, view: CaseView): Work {
  const object = caseObject(work.book.programme, view.record, { listing: view.listing, siblings: view.siblings });
  const allowed = can(actorOf(work), 'act:vet', object) && !view.record.offline;
  return allowed ? saveListing(work, command, view.record) : say(work, { lines: [line('act.not-yours')] });
}
