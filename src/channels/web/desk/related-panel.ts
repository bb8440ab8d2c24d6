/** What stands around a case: its papers, the cases it belongs to, and what happened so far. */
import type { CaseView } from '../../../conversation/reducer-types.ts';
import { can } from '../../../programme/policy.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { CaseRecord } from '../../../programme/records.ts';
import { caseObject } from '../../../programme/standing.ts';
import { type Html, html } from '../html.ts';
import { stepName } from './case-acts.ts';
import { clockOf, statusChip, titleOf } from './case-labels.ts';
import type { StaffMember } from './staff-member.ts';

/** Links to the papers made from the case; none where the reader may not have them. */
export function papers(record: CaseRecord, programme: Programme, { say, actor }: StaffMember): Html | null {
  const document = record.kind === 'need' ? 'need' : record.kind === 'application' ? 'application' : null;
  const object = caseObject(programme, record);
  if (document === null || !can(actor, document === 'need' ? 'read-contact' : 'read-bid-content', object)) return null;
  const href = `/desk/document/${document}/${record.reference}`;
  return html`<p><a class="act" href="${href}" download>${say(`desk.paper.${document}`)}</a></p>`;
}

/** Other cases of the same list or need, each with its own state only. */
export function relatedPanel(record: CaseRecord, related: readonly CaseRecord[], staff: StaffMember): Html | null {
  if (related.length === 0) return null;
  const { say } = staff;
  const rows = related.map(
    (each) => html`<li><a href="/desk/case/${each.reference}">${nameIn(record, each, staff)}</a>
<span class="soft">${say(`kind.${each.kind}`)} · ${each.reference}</span> ${statusChip(each, staff)}</li>`,
  );
  return html`<section class="panel related" id="related"><h2>${say('desk.related')}</h2><ul>${rows}</ul></section>`;
}

/** Where the work is on a list under review: its bids that wait for a decision; null where none does. */
export function bidsToReview(record: CaseRecord, related: readonly CaseRecord[], { say }: StaffMember): Html | null {
  if (record.kind !== 'listing') return null;
  const waiting = related.filter((each) => each.kind === 'application' && each.status === 'under-review');
  const [first] = waiting;
  if (!first) return null;
  const href = waiting.length === 1 ? `/desk/case/${first.reference}` : '#related';
  return html`${say('desk.bids-elsewhere')} <a href="${href}">${say('desk.bids-wait', { n: waiting.length })}</a>`;
}

/** Bids on one list share its title: their units tell them apart. */
function nameIn(record: CaseRecord, other: CaseRecord, staff: StaffMember): string {
  const isSame = other.title === record.title && other.organisation !== null && !other.offline;
  return isSame ? (other.organisation?.name ?? '') : titleOf(other, staff);
}

/** What only the case's own person does; done by an account that is gone, it is still theirs. */
const OWN_STEPS: readonly string[] = ['submit', 'submit-offline', 'complete', 'resubmit', 'grow'];

/** The case's own person is named by their side, not as a colleague; null for everybody else. */
function sideOf(record: CaseRecord, actor: string, action: string, { say }: StaffMember): string | null {
  if (actor !== record.owner && !OWN_STEPS.includes(action)) return null;
  return say(record.kind === 'need' || record.kind === 'listing' ? 'desk.side.owner' : 'desk.side.applicant');
}

/** Who did what when, newest first. */
export function timeline(record: CaseRecord, moves: CaseView['moves'], zone: string, staff: StaffMember): Html {
  const { say } = staff;
  const steps = moves.map(({ at, actor, actorName, action, to }) => {
    const who =
      actor === 'system'
        ? say('desk.system')
        : (sideOf(record, actor, action, staff) ?? actorName ?? say('desk.somebody'));
    const state = to === null ? null : html`<span class="soft">→ ${say(`status.${record.kind}.${to}`)}</span>`;
    return html`<li><time datetime="${at}">${clockOf(at, zone)}</time> <b>${who}</b> ${stepName(action, staff)} ${state}</li>`;
  });
  const made = html`<li><time datetime="${record.createdAt}">${clockOf(record.createdAt, zone)}</time> ${say('desk.made')}</li>`;
  return html`<section class="panel history"><h2>${say('desk.history')}</h2><ol>${steps}${moves.some((each) => each.at <= record.createdAt) ? null : made}</ol></section>`;
}
