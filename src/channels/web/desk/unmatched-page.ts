/** `/desk/unmatched`: open lists nobody fits yet, with where to look wider. For outreach only (R12). */
import type { FastifyInstance } from 'fastify';
import type { UnmatchedList } from '../../../ports/desk.ts';
import { can } from '../../../programme/policy.ts';
import { type Html, html } from '../html.ts';
import { titleOf } from './case-labels.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage } from './desk-frame.ts';
import type { StaffMember } from './staff-member.ts';
import { teamList } from './team-list.ts';

const PATH = '/desk/unmatched';

/** Registers the page. */
export function addUnmatchedPage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, PATH, async (staff) => {
    const found = await context.desk.unmatched(staff.account.id);
    if (found === null) return null;
    const { say } = staff;
    const title = say('desk.unmatched');
    const main = html`<p class="crumb"><a href="/desk">${say('desk.back')}</a></p>
<h1>${title}</h1><p class="warn-label">${say('desk.candidates-label')}</p>
${found.length > 0 ? html`<p class="soft">${say('desk.unmatched-text')}</p>` : html`<p class="empty">${say('desk.unmatched-none')}</p>`}
${found.map((each) => listPanel(each, staff))}`;
    return { title, main, here: PATH };
  });
}

/** The way to the page from the queue; null for those who may not see it. */
export function unmatchedLink({ say, actor }: StaffMember): Html | null {
  if (!can(actor, 'save-listing', { kind: 'programme' })) return null;
  return html`<p class="requests-link"><a class="act" href="${PATH}">${say('desk.unmatched-link')}</a></p>`;
}

function listPanel(each: UnmatchedList, staff: StaffMember): Html {
  const { say } = staff;
  const { listing, best, daysLeft, interests, teams, neighbours, thin } = each;
  const facts = say('desk.unmatched-facts', { percent: Math.round(best * 100), days: daysLeft ?? -1, interests });
  const card = `/desk/case/${listing.reference}/card`;
  return html`<section class="panel candidates"><h2><a href="/desk/case/${listing.reference}">${titleOf(listing, staff)}</a> <small class="soft">${listing.reference}</small></h2>
<p>${facts}</p>
${thin ? html`<p class="warn"><a href="${card}">${say('desk.card-fill')}</a></p>` : null}
${neighbours.length > 0 ? html`<p>${say('desk.unmatched-neighbours')} ${neighbours.map((word) => html`<span class="word">${word}</span>`)}</p>` : null}
${teams.length > 0 ? html`<p>${say('desk.unmatched-teams')}</p>${teamList(teams, staff)}` : null}</section>`;
}
