/** How much of a case a reader sees, together with what belongs to it. */
import type { CaseView } from '../conversation/reducer-types.ts';
import { type Actor, type CaseObject, can, caseObject } from '../programme/policy.ts';
import type { Programme } from '../programme/programme.ts';
import type { CaseRecord } from '../programme/records.ts';
import { seenRecord } from '../programme/seen-record.ts';
import { staffRoles } from '../programme/standing.ts';

/** The record as the actor may see it. */
export function seenBy(actor: Actor, object: CaseObject): CaseRecord {
  return seenRecord(actor, object) ?? withoutContent(object.record);
}

/** The case with its list, people and moves as the actor may see them. */
export function viewSeenBy(actor: Actor, view: CaseView, object: CaseObject, programme: Programme): CaseView {
  const list = view.listing === null ? null : seenBy(actor, caseObject(programme, view.listing));
  const isStaff = staffRoles(actor).size > 0;
  return {
    record: seenBy(actor, object),
    siblings: view.siblings.map(withoutContent),
    listing: list?.kind === 'listing' ? list : null,
    owner: can(actor, 'read-contact', object) ? view.owner : null,
    ...(view.conflicts && { conflicts: view.conflicts }),
    moves: isStaff ? view.moves : view.moves.map((move) => ({ ...move, actor: '', actorName: null })),
  };
}

/** The case's columns alone. */
export function withoutContent<Case extends CaseRecord>(record: Case): Case {
  return { ...record, answers: {}, card: undefined };
}
