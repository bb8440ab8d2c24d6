/** `/desk/case/:reference/candidates`: whom to tell about a list or need. For outreach only (R12). */
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../../ports/desk.ts';
import { type Html, html } from '../html.ts';
import { titleOf } from './case-labels.ts';
import { viewOf } from './case-page.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage } from './desk-frame.ts';
import type { StaffMember } from './staff-member.ts';

type Candidates = NonNullable<Awaited<ReturnType<Desk['candidates']>>>;

/** Registers the page; once bids are judged it is not there. */
export function addCandidatesPage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, '/desk/case/:reference/candidates', async (staff, request) => {
    const view = await viewOf(context, staff, request.params);
    const found = view && (await context.desk.candidates(staff.account.id, view.record.id));
    if (!view || !found) return null;
    const { say } = staff;
    const { reference } = view.record;
    const main = html`<p class="crumb"><a href="/desk/case/${reference}">${titleOf(view.record, staff)}</a></p>
<h1>${say('desk.candidates')}</h1><p class="warn-label">${say('desk.candidates-label')}</p>
<div id="candidates">${candidateList(found, staff)}</div>`;
    return { title: say('desk.candidates'), main, here: `/desk/case/${reference}/candidates` };
  });
}

/** Names and reasons in the order of likeness, without any score. */
function candidateList(found: Candidates, { say }: StaffMember): Html {
  if (found.length === 0) return html`<p class="soft">${say('desk.candidates-none')}</p>`;
  const rows = found.map(({ profile, because }) => {
    const labels = [
      profile.account === null ? say('desk.public-team') : null,
      profile.source === 'sample' ? say('web.list.sample') : null,
    ].flatMap((label) => (label === null ? [] : [html`<b class="label">${label}</b>`]));
    const words = [...new Set(because.map((each) => each.theirs || each.yours))].slice(0, 6);
    return html`<li><p><strong>${profile.name}</strong> ${labels}</p>
${words.length > 0 ? html`<p class="soft">${say('desk.candidate-because')} ${words.map((word) => html`<span class="word">${word}</span>`)}</p>` : null}</li>`;
  });
  return html`<ul>${rows}</ul>`;
}
