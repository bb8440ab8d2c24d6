/** Commands of staff: each reads its case first, then acts under the policy. */
import { can, caseObject } from '../programme/policy.ts';
import type { Command } from '../understanding/command.ts';
import { actOnCase, actorOf } from './flow-act.ts';
import { saveListing } from './flow-listing.ts';
import { showCaseToStaff } from './flow-queue.ts';
import { takeActBack } from './flow-take-back.ts';
import type { CaseView } from './reducer-types.ts';
import { effect, line, query, say, type Work } from './work.ts';

type StaffName = 'act' | 'take-back' | 'open-case' | 'save-listing';
type StaffHandlers = { readonly [K in StaffName]: (work: Work, command: Extract<Command, { do: K }>) => Work };

/** Handlers of staff commands. */
export const STAFF_HANDLERS: StaffHandlers = {
  act: (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'take-back': (work, command) => query(work, { type: 'case', by: command.case, next: command }),
  'open-case': (work, command) => query(work, { type: 'case', by: command.case, next: command }),
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
      return actOnCase(work, then, view);
    case 'take-back':
      return takeActBack(work, then, view);
    case 'save-listing':
      return view ? editListing(work, then, view) : say(work, { lines: [line('case.not-found')] });
    default:
      return view ? showCaseToStaff(work, view) : say(work, { lines: [line('case.not-found')] });
  }
}

/** A draft list is changed only by those who may vet it, in its division and without a conflict; an offline one not at all. */
function editListing(work: Work, command: Extract<Command, { do: 'save-listing' }>, view: CaseView): Work {
  const object = caseObject(work.book.programme, view.record, { listing: view.listing, siblings: view.siblings });
  const allowed = can(actorOf(work), 'act:vet', object) && !view.record.offline;
  return allowed ? saveListing(work, command, view.record) : say(work, { lines: [line('act.not-yours')] });
}
