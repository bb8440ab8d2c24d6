/** `/desk/case/:reference`: one case, where it stands and what can be done now. */
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../../ports/desk.ts';
import { daysInStatus, isOverdue } from '../../../programme/days-in-status.ts';
import { can } from '../../../programme/policy.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { CaseRecord } from '../../../programme/records.ts';
import { stageOf } from '../../../programme/stage-of.ts';
import { caseObject } from '../../../programme/standing.ts';
import { dayIn } from '../../../programme/working-days.ts';
import { type Html, html } from '../html.ts';
import { labelIn } from '../page-locale.ts';
import { cardPanel } from './card-panel.ts';
import { actButtons, actDialog } from './case-acts.ts';
import { caseFields } from './case-fields.ts';
import { dayOf, kindOf, labelsOf, sectorOf, statusChip, titleOf } from './case-labels.ts';
import { checkOnPage, conflictPanel, shortlistFacts } from './conflict-panel.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage, type DeskPage } from './desk-frame.ts';
import { listingPanel } from './listing-panel.ts';
import { bidsToReview, papers, relatedPanel, timeline } from './related-panel.ts';
import type { StaffMember } from './staff-member.ts';

type View = NonNullable<Awaited<ReturnType<Desk['view']>>>;

/** Registers the page of a case. */
export function addCasePage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, '/desk/case/:reference', async (staff, request) => {
    const view = await viewOf(context, staff, request.params);
    if (view === null) return erasedPage(context, staff, request.params);
    const title = titleOf(view.record, staff);
    const card = await cardPanel(context, view.record, staff);
    return { title, main: caseMain(context, view, staff, title, card), here: `/desk/case/${view.record.reference}` };
  });
}

/** A notice staff have may outlive its case: the person took it back and had everything deleted. */
async function erasedPage(context: DeskContext, staff: StaffMember, params: unknown): Promise<DeskPage | null> {
  const reference = referenceIn(params);
  const at = reference === null ? null : await context.desk.erased(staff.account.id, reference);
  if (reference === null || at === null) return null;
  const { say } = staff;
  const day = dayOf(dayIn(context.programme.timeZone, at), staff);
  const main = html`<p class="crumb"><a href="/desk">${say('desk.back')}</a></p>
<h1>${say('desk.erased-title', { reference })}</h1><p>${say('desk.erased', { day })}</p>`;
  return { title: say('desk.erased-title', { reference }), main, here: `/desk/case/${reference}` };
}

function referenceIn(params: unknown): string | null {
  const reference: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, 'reference') : undefined;
  return typeof reference === 'string' && /^[\w-]{3,40}$/.test(reference) ? reference : null;
}

/** The case an address names, as this person may see it; null for "not there" and "not yours" alike. */
export async function viewOf(context: DeskContext, staff: StaffMember, params: unknown): Promise<View | null> {
  const reference = referenceIn(params);
  return reference === null ? null : context.desk.view(staff.account.id, reference);
}

function caseMain(context: DeskContext, view: View, staff: StaffMember, title: string, card: Html | null): Html {
  const { record } = view;
  const { programme } = context;
  const { say } = staff;
  const check = checkOnPage(view, record);
  const owed = check?.answer === 'conflict' ? ['shortlist'] : [];
  const notes = {
    owed,
    facts: shortlistFacts(check, record, staff),
    elsewhere: bidsToReview(record, view.related, staff),
  };
  const fields = content(context, view, staff);
  return html`<p class="crumb"><a href="/desk">${say('desk.back')}</a></p>
<div id="live" data-live>
<header class="case"><p class="tags">${labelsOf(record, staff)}<span>${kindOf(record, programme, staff)}</span><span>${record.reference}</span></p>
<h1>${title}</h1>
${statusBlock(context, record, staff)}
${actButtons(context, record, view.allowed, staff, notes)}
</header>
<div class="columns"><div>
${fields}
</div><aside>
${facts(view, programme, staff)}
${conflictPanel(check, staff)}
${relatedPanel(record, view.related, staff)}
${card}
${timeline(record, view.moves, programme.timeZone, staff)}
</aside></div>
</div>
${suggestions(record, programme, staff)}
${actDialog(staff, `${record.reference} ${title}`, owed)}`;
}

function statusBlock({ programme, clock }: DeskContext, record: CaseRecord, staff: StaffMember): Html {
  const { say, locale } = staff;
  const now = clock.now().toISOString();
  const place = stageOf(programme, record);
  const late = isOverdue(record, now, programme.timeZone);
  const stage = place
    ? say('desk.stage', { label: labelIn(place.label, locale), index: place.index, of: place.of })
    : null;
  const day = say('desk.day', { n: daysInStatus(record, now, programme.timeZone) + 1 });
  const promise =
    record.promisedOn === null
      ? null
      : html`<span class="${late ? 'late' : ''}">${say(late ? 'desk.promised-late' : 'desk.promised', { day: dayOf(record.promisedOn, staff) })}</span>`;
  const reason = record.reason
    ? html`<p class="reason"><b>${say('desk.last-reason')}</b> <span class="long">${record.reason}</span></p>`
    : null;
  return html`<p class="state">${statusChip(record, staff)}${stage ? html`<span>${stage}</span>` : null}<span>${day}</span>
<span>${record.turn === 'nobody' ? say('desk.turn.nobody') : say('desk.turn-is', { who: say(`desk.turn.${record.turn}`) })}</span>${promise}</p>${reason}`;
}

/** The words of the case; who may not read a bid's content is told so. */
function content(context: DeskContext, view: View, staff: StaffMember): Html {
  const { record, listing } = view;
  const isForm = record.form === context.programme.listingForm;
  const list = record.kind === 'listing' && !isForm ? listingPanel(context, record, staff) : null;
  const stages = caseFields(context, isForm ? asPublished(record) : record, listing, staff);
  if (list !== null) return html`${list}`;
  if (stages.length > 0) return html`${stages}`;
  const isBid = record.kind === 'application' || record.kind === 'interest';
  return html`<section class="panel"><p class="soft">${staff.say(record.offline ? 'desk.offline-text' : isBid ? 'desk.no-content' : 'desk.nothing-filled')}</p></section>`;
}

/** The last day for bids as it is now: publishing and extending set it beside what was once typed. */
function asPublished(record: CaseRecord): CaseRecord {
  const day = record.kind === 'listing' ? record.details.deadline : null;
  if (day === null) return record;
  return { ...record, answers: { ...record.answers, deadline: { start: day, end: day, precision: 'day' } } };
}

function facts(view: View, programme: Programme, staff: StaffMember): Html {
  const { record, listing } = view;
  const { say } = staff;
  const rows: readonly (readonly [string, string | null])[] = [
    [say('desk.unit'), record.offline ? null : (record.organisation?.name ?? null)],
    [say('desk.column.sector'), sectorOf(record, programme, staff)],
    [say('desk.deadline'), listing?.details.deadline ? dayOf(listing.details.deadline, staff) : null],
    [
      say('desk.stamped'),
      record.kind === 'application' ? say(record.stampedCopy ? 'desk.stamped-in' : 'desk.stamped-out') : null,
    ],
    [say('desk.submission'), record.submission > 1 ? say('desk.submission-n', { n: record.submission }) : null],
  ];
  const shown = rows.flatMap(([name, value]) => (value ? [html`<div><dt>${name}</dt><dd>${value}</dd></div>`] : []));
  return html`<section class="panel"><h2>${say('desk.facts')}</h2><dl class="fields narrow">${shown}</dl>${papers(record, programme, staff)}</section>`;
}

/** Suggestions are read only when asked for, and never stand on a bid's page (R12). */
function suggestions(record: CaseRecord, programme: Programme, { say, actor }: StaffMember): Html | null {
  const isBid = record.kind === 'application' || record.kind === 'interest';
  if (isBid || !can(actor, 'read-candidates', caseObject(programme, record))) return null;
  const href = `/desk/case/${record.reference}/candidates`;
  return html`<section class="panel candidates"><h2>${say('desk.candidates')}</h2><p class="warn-label">${say('desk.candidates-label')}</p>
<div data-load="${href}"><a class="act" href="${href}">${say('desk.candidates-show')}</a></div></section>`;
}
