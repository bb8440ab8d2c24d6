/** `/desk`: what waits, for whom, and since when. */
import type { FastifyInstance } from 'fastify';
import { can } from '../../../programme/policy.ts';
import type { CaseKind, CaseStatus } from '../../../programme/records.ts';
import { readReference } from '../../../programme/reference.ts';
import { type Html, html } from '../html.ts';
import { labelIn } from '../page-locale.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage, TRACKS } from './desk-frame.ts';
import { noticePanel } from './notice-panel.ts';
import { queueTable } from './queue-table.ts';
import {
  PAGE_ROWS,
  type QueueView,
  queueFilter,
  queueHref,
  readQueueView,
  statusesOf,
  TAB_KINDS,
  TABS,
} from './queue-view.ts';
import { requestsLink } from './requests-page.ts';
import { type StaffMember, staffMember } from './staff-member.ts';
import { unmatchedLink } from './unmatched-page.ts';

/** Registers the queue, and the way from a typed number to its case. */
export function addQueuePage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, '/desk', async (staff, request) => {
    const view = readQueueView(request.query, context.programme);
    return { title: staff.say('desk.queue-title'), main: await queueMain(context, staff, view), here: queueHref(view) };
  });
  app.get<{ Querystring: { number?: unknown } }>('/desk/find', async (request, reply) => {
    const typed = typeof request.query.number === 'string' ? request.query.number : '';
    const known = (await staffMember(context, request)) !== null ? readReference(typed) : null;
    return reply.redirect(known === null ? '/desk' : `/desk/case/${known}`, 303);
  });
}

async function queueMain(context: DeskContext, staff: StaffMember, view: QueueView): Promise<Html> {
  const { desk, programme } = context;
  const page = { limit: PAGE_ROWS, offset: (view.page - 1) * PAGE_ROWS };
  const [found, counts, notices, requests] = await Promise.all([
    desk.queue(staff.account.id, { ...queueFilter(view), ...page }),
    tabCounts(context, staff, view),
    noticePanel(context, staff),
    requestsLink(context, staff),
  ]);
  const { say } = staff;
  const rows = found.rows.length > 0 ? queueTable(found.rows, programme, staff) : emptyHint(view, counts, staff);
  return html`<div class="bar"><h1>${say('desk.queue-title')}</h1>${finder(staff)}</div>
<div id="live" data-live>
${requests}
${unmatchedLink(staff)}
${tabs(view, counts, staff)}
${filters(view, context, staff)}
${rows}
${pager(view, found.total, staff)}
<div class="beside">${notices}</div>
</div>`;
}

type Counts = ReadonlyMap<QueueView['tab'], number>;

async function tabCounts({ desk }: DeskContext, { account }: StaffMember, view: QueueView): Promise<Counts> {
  const filters = Object.fromEntries(TABS.map((tab) => [tab, queueFilter({ ...view, tab, status: null })]));
  const counts = await desk.counts(account.id, filters);
  return new Map(TABS.map((tab) => [tab, counts[tab] ?? 0]));
}

function finder({ say }: StaffMember): Html {
  return html`<form class="finder" action="/desk/find" role="search"><label class="unseen" for="number">${say('desk.find')}</label>
<input id="number" name="number" type="search" placeholder="${say('desk.find')}" autocomplete="off" maxlength="40"><button type="submit">${say('desk.go')}</button></form>`;
}

function tabs(view: QueueView, counts: Counts, { say }: StaffMember): Html {
  const links = TABS.map((tab) => {
    const href = queueHref({ ...view, tab, status: null, page: 1 });
    const current = tab === view.tab ? html` aria-current="page"` : null;
    return html`<li><a href="${href}"${current}>${say(`desk.tab.${tab}`)} <span class="n">${counts.get(tab) ?? 0}</span></a></li>`;
  });
  return html`<nav class="tabs" aria-label="${say('desk.tabs')}"><ul>${links}</ul></nav>`;
}

function filters(view: QueueView, { programme }: DeskContext, staff: StaffMember): Html {
  const { say, locale, actor } = staff;
  const sectors = programme.sectors.map((each) =>
    option(each.id, labelIn(each.label, locale), each.id === view.sector),
  );
  const kinds = TAB_KINDS[view.tab];
  // 已撤回 alone would stand there once for every kind.
  const nameOf = (kind: CaseKind, status: CaseStatus) =>
    `${kinds.length > 1 ? `${say(`kind.${kind}`)} · ` : ''}${say(`status.${kind}.${status}`)}`;
  const statuses = kinds.flatMap((kind) =>
    statusesOf(view.tab, kind).map((status) => {
      const chosen = view.status?.kind === kind && view.status.status === status;
      return option(`${kind}:${status}`, nameOf(kind, status), chosen);
    }),
  );
  const mayExport = can(actor, 'export', { kind: 'programme' });
  const isFiltered = view.sector !== null || view.status !== null;
  return html`<form class="filters" action="/desk" data-auto>
${view.tab === 'mine' ? null : html`<input type="hidden" name="tab" value="${view.tab}">`}
<label><span>${say('desk.column.sector')}</span><select id="sector" name="sector"><option value="">${say('desk.every-sector')}</option>${sectors}</select></label>
<label><span>${say('desk.column.status')}</span><select id="status" name="status"><option value="">${say('desk.every-status')}</option>${statuses}</select></label>
<button type="submit" class="plain">${say('desk.apply')}</button>
${isFiltered ? html`<a class="plain" href="${queueHref({ ...view, sector: null, status: null, page: 1 })}">${say('desk.clear')}</a>` : null}
${mayExport ? html`<a class="plain export" href="${queueHref({ ...view, page: 1 }, '/desk/queue.xlsx')}" download>${say('desk.export')}</a>` : null}
</form>`;
}

function option(value: string, label: string, chosen: boolean): Html {
  return html`<option value="${value}"${chosen ? html` selected` : null}>${label}</option>`;
}

function pager(view: QueueView, total: number, { say }: StaffMember): Html | null {
  if (total === 0) return null;
  const from = (view.page - 1) * PAGE_ROWS + 1;
  const to = Math.min(total, view.page * PAGE_ROWS);
  const link = (page: number, key: string, rel: string) =>
    html`<a class="plain" rel="${rel}" href="${queueHref({ ...view, page })}">${say(key)}</a>`;
  return html`<nav class="pager" aria-label="${say('desk.pages')}">
${view.page > 1 ? link(view.page - 1, 'desk.previous', 'prev') : null}
<p>${say('desk.range', { from: Math.min(from, total), to, total })}</p>
${to < total ? link(view.page + 1, 'desk.next', 'next') : null}
</nav>`;
}

/** An empty tab says so; an empty programme says how to begin. */
function emptyHint(view: QueueView, counts: Counts, staff: StaffMember): Html {
  const { say, actor } = staff;
  const isNew = (counts.get('all') ?? 0) === 0 && view.sector === null;
  const begin =
    isNew && can(actor, 'save-listing', { kind: 'programme' })
      ? html`<p><a class="action" href="/desk/listings/new?track=${TRACKS[0]}">${say('desk.first-listing')}</a></p>`
      : null;
  return html`<div class="empty"><p>${say(isNew ? 'desk.empty-new' : view.tab === 'mine' ? 'desk.empty-mine' : 'desk.empty')}</p>
${isNew ? html`<p class="soft">${say('desk.empty-new-more')}</p>` : null}${begin}</div>`;
}
