/** `/desk/requests`: people who asked for a person, with a place to answer; below them the messages that were put aside. */
import type { FastifyInstance } from 'fastify';
import type { PersonRequest } from '../../../conversation/person-request.ts';
import type { Asker, Trouble } from '../../../ports/desk.ts';
import { can } from '../../../programme/policy.ts';
import { type Html, html } from '../html.ts';
import { clockOf } from './case-labels.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage } from './desk-frame.ts';
import type { StaffMember } from './staff-member.ts';

const PATH = '/desk/requests';
/** Messages put aside that one page shows. */
const TROUBLES = 50;

/** Registers the page; it is there for whoever may answer or settle something on it. */
export function addRequestsPage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, PATH, async (staff) => {
    const [requests, troubles] = await read(context, staff);
    if (requests === null && !can(staff.actor, 'read-troubles', { kind: 'programme' })) return null;
    const { say } = staff;
    const askers = await Promise.all((requests ?? []).map((each) => context.desk.asker(staff.account.id, each)));
    const main = html`<p class="crumb"><a href="/desk">${say('desk.back')}</a></p>
<h1>${say('desk.requests')}</h1>
<div id="live" data-live>
${requests === null ? null : requestList(requests, askers, context, staff)}
${troubleList(troubles, context, staff)}
</div>`;
    return { title: say('desk.requests'), main, here: PATH };
  });
}

/** The way to the page, with how many wait; null when nobody and nothing does. */
export async function requestsLink(context: DeskContext, staff: StaffMember): Promise<Html | null> {
  const [requests, troubles] = await read(context, staff);
  const open = (requests ?? []).filter((each) => each.status === 'open').length;
  if (open === 0 && troubles.length === 0) return null;
  const { say } = staff;
  const parts = [
    open > 0 ? say('desk.requests-open', { n: open }) : null,
    troubles.length > 0 ? say('desk.troubles', { n: troubles.length }) : null,
  ].filter((each) => each !== null);
  return html`<p class="requests-link"><a class="act${open > 0 ? ' main' : ''}" href="${PATH}">${parts.join(' · ')}</a></p>`;
}

function read({ desk }: DeskContext, { account }: StaffMember) {
  return Promise.all([desk.requests(account.id), desk.troubles(account.id)]);
}

function requestList(
  requests: readonly PersonRequest[],
  askers: readonly (Asker | null)[],
  context: DeskContext,
  staff: StaffMember,
): Html {
  const { say } = staff;
  if (requests.length === 0) return html`<p class="empty">${say('desk.requests-none')}</p>`;
  return html`<p class="soft">${say('desk.requests-text')}</p>${requests.map((each, n) => requestPanel(each, askers[n] ?? null, context, staff))}`;
}

/** One wish: what they were doing, everything said so far, and the box for the next answer. */
function requestPanel(
  request: PersonRequest,
  asker: Asker | null,
  { texts, programme }: DeskContext,
  staff: StaffMember,
): Html {
  const { say, locale } = staff;
  const { id, reference, version, words, status, doing } = request;
  const zone = programme.timeZone;
  const lines = words.map((each) => {
    const who =
      each.side === 'staff'
        ? say('desk.request-staff', { name: each.name ?? say('desk.somebody') })
        : say('desk.request-person');
    return html`<li class="${each.side}"><time datetime="${each.at}">${clockOf(each.at, zone)}</time> <b>${who}</b><p class="long">${each.text}</p></li>`;
  });
  const channel = texts(locale, `request.channel.${request.channel}`);
  return html`<section class="panel request" data-key="${reference}"><h2>${request.name ?? texts(locale, 'request.somebody')} <small class="soft">${reference} · ${channel}</small>
<span class="chip ${status === 'open' ? 'ours' : 'still'}">${say(`desk.request.${status}`)}</span></h2>
<p class="soft">${texts(locale, doing.key, doing.vars)}</p>${asker && askerLines(asker, staff)}
<ol>${lines}</ol>
<form class="answer" data-request="${id}" data-version="${version}" novalidate>
<label for="answer-${id}">${say('desk.request-answer')}</label>
<textarea id="answer-${id}" rows="3" maxlength="4000" data-keep="${reference}" aria-describedby="hint-${id}"></textarea>
<p id="hint-${id}" class="soft">${say('desk.request-hint', { name: staff.account.name ?? say('desk.staff') })}</p>
<div class="row"><button type="submit" class="act main">${say('desk.request-send')}</button><button type="button" class="act" data-close data-sure="${say('desk.request-close-sure')}">${say('desk.request-close')}</button></div>
</form></section>`;
}

/** The number they agreed to be reached at, and the way to their cases. */
function askerLines({ cases, contact }: Asker, { say }: StaffMember): Html {
  const links = cases.map(
    ({ reference, title }) =>
      html`<p><a href="/desk/case/${reference}">${say('desk.open', { reference })}</a>${title === null ? null : html` <span class="soft">${title}</span>`}</p>`,
  );
  return html`${contact === null ? null : html`<p>${say('desk.request-contact', { contact })}</p>`}${links}`;
}

/** Messages nobody could be answered to, and notices that did not arrive, each to be tried again or left. */
function troubleList(troubles: readonly Trouble[], { programme }: DeskContext, staff: StaffMember): Html | null {
  if (troubles.length === 0) return null;
  const { say, actor } = staff;
  const maySettle = can(actor, 'settle-message', { kind: 'programme' });
  const rows = troubles.slice(0, TROUBLES).map(({ box, id, what, at, reason }) => {
    const channel = what.slice(what.indexOf(':') + 1);
    const name = say(box === 'inbox' ? 'desk.trouble-in' : 'desk.trouble-out', { channel });
    const settle = (retry: boolean) =>
      html`<button type="button" class="act" data-settle="${box}" data-id="${id}" data-retry="${retry ? 'yes' : 'no'}" aria-label="${say(retry ? 'desk.trouble-retry' : 'desk.trouble-dismiss')}: ${name}">${say(retry ? 'desk.trouble-retry' : 'desk.trouble-dismiss')}</button>`;
    const row = maySettle ? html`<div class="row">${settle(false)}${settle(true)}</div>` : null;
    return html`<li><time datetime="${at}">${clockOf(at, programme.timeZone)}</time><p>${name}</p><p class="soft">${reason}</p>${row}</li>`;
  });
  return html`<section class="panel troubles"><h2>${say('desk.troubles', { n: troubles.length })}</h2>
<p class="soft">${say('desk.troubles-text')}</p><ul>${rows}</ul></section>`;
}
