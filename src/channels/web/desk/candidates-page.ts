/** `/desk/case/:reference/candidates`: whom to tell about a list or need. For outreach only (R12). */
import type { FastifyInstance } from 'fastify';
import { html } from '../html.ts';
import { candidateList } from './candidate-list.ts';
import { titleOf } from './case-labels.ts';
import { viewOf } from './case-page.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage } from './desk-frame.ts';

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
<div id="candidates">${found.length > 0 ? candidateList(found, context, staff) : html`<p class="soft">${say('desk.candidates-none')}</p>`}</div>`;
    return { title: say('desk.candidates'), main, here: `/desk/case/${reference}/candidates` };
  });
}
