/** What a list says, whole: staff see it as it was or will be published. */
import type { Listing } from '../../../programme/records.ts';
import { type Html, html } from '../html.ts';
import { viewListing } from '../listing-view.ts';
import { indicatorTable } from './case-fields.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';

/** Facts, goals, targets and conditions of a list. */
export function listingPanel(context: DeskContext, listing: Listing, staff: StaffMember): Html {
  const { say, locale } = staff;
  const { details } = listing;
  const whole = { ...listing, details: { ...details, visibility: 'public' as const } };
  const view = viewListing(context, whole, locale);
  const facts = [...view.facts, { name: say('desk.visibility'), value: say(`desk.visibility.${details.visibility}`) }];
  const rows = facts.map((fact) => html`<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>`);
  const indicators =
    details.indicators.length > 0
      ? html`<div class="wide"><dt>${say('desk.indicators')}</dt><dd>${indicatorTable(details.indicators, say('desk.indicators'), staff)}</dd></div>`
      : null;
  return html`<section class="panel"><h2>${say('desk.listing')}</h2><dl class="fields">${rows}
${long(say('desk.goals'), view.goals)}${indicators}${long(say('desk.eligibility'), view.eligibility)}</dl></section>`;
}

function long(label: string, text: string | null): Html | null {
  return text ? html`<div class="wide"><dt>${label}</dt><dd class="long">${text}</dd></div>` : null;
}
