/** What somebody may do to a case right now: the buttons of cards and of the desk. */
import { type StaffAction, transitionsFor } from './lifecycle.ts';
import { type MoveFacts, move } from './move.ts';
import { type Actor, type CaseObject, moverFor } from './policy.ts';

/** Stands in where a reason or a day is asked only after the button. */
const LATER = '9999-12-31';

/** The acts that would go through now, in the order of the lifecycle; those that ask for a reason or a day count as possible. */
export function allowedActions(
  actor: Actor,
  object: CaseObject,
  facts: Pick<MoveFacts, 'at' | 'programme'>,
): readonly StaffAction[] {
  const { record, listing, siblings } = object;
  const named = new Set(transitionsFor(record.kind, record.track).map((step) => step.action));
  return [...named].filter(isStaffAction).filter((action) => {
    const actorRole = moverFor(actor, action, object);
    if (actorRole === null) return false;
    return move(record, action, { ...facts, actorRole, listing, siblings, reason: LATER, deadline: LATER }).ok;
  });
}

function isStaffAction(action: string): action is StaffAction {
  return action !== 'complete' && action !== 'resubmit' && action !== 'grow';
}

const ASIDE: ReadonlySet<string> = new Set(['mark-offline', 'stamped', 'withdraw', 'unshortlist']);

/** False for steps that are open most of the time and no reason to look at a case. */
export function isWork(action: string): boolean {
  return !ASIDE.has(action);
}
