/** `/desk/team/:profile`: people and teams whose work is like this one's. For outreach only (R12). */
import type { FastifyInstance } from 'fastify';
import { html } from '../html.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage } from './desk-frame.ts';
import { teamList } from './team-list.ts';

/** Registers the page; it is there for profiles this person may read. */
export function addTeamPage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, '/desk/team/:profile', async (staff, request) => {
    const { params } = request;
    const id: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'profile') : undefined;
    if (typeof id !== 'string' || !/^[\w-]{1,40}$/.test(id)) return null;
    const found = await context.desk.similar(staff.account.id, id);
    if (!found) return null;
    const { say } = staff;
    const title = say('desk.team', { name: found.profile.name });
    const list = found.similar.length > 0 ? teamList(found.similar, staff) : null;
    const main = html`<p class="crumb"><a href="/desk">${say('desk.back')}</a></p>
<h1>${title}</h1><p class="warn-label">${say('desk.candidates-label')}</p>
<section class="panel"><h2>${say('desk.similar')}</h2>
<div class="candidates">${list ?? html`<p class="soft">${say('desk.similar-none')}</p>`}</div></section>`;
    return { title, main, here: `/desk/team/${id}` };
  });
}
