/** Lists written on the desk: a form made from the programme's listing form, each field as typed text. */
import type { FastifyInstance } from 'fastify';
import type { Answers } from '../../../programme/answer.ts';
import type { Field } from '../../../programme/form.ts';
import { visibleFields } from '../../../programme/form-fields.ts';
import { can } from '../../../programme/policy.ts';
import type { Listing, Track } from '../../../programme/records.ts';
import { type Html, html } from '../html.ts';
import { labelIn } from '../page-locale.ts';
import { mayEdit } from './case-acts.ts';
import { viewOf } from './case-page.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage, TRACKS } from './desk-frame.ts';
import type { StaffMember } from './staff-member.ts';
import { typedValue } from './typed-value.ts';

/** Registers the pages for a new list and for one that is not yet published. */
export function addListingPages(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, '/desk/listings/new', async (staff, request) => {
    if (!mayWrite(staff)) return null;
    const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('track');
    const track = TRACKS.find((each) => each === asked) ?? 'key-technology';
    const title = staff.say('desk.new-of', { track: labelIn(context.programme.tracks[track].label, staff.locale) });
    return { title, main: formMain(context, staff, title, track, null), here: `/desk/listings/new?track=${track}` };
  });
  addDeskPage(app, context, '/desk/case/:reference/edit', async (staff, request) => {
    const view = mayWrite(staff) ? await viewOf(context, staff, request.params) : null;
    if (view === null || view.record.kind !== 'listing' || !mayEdit(view.record)) return null;
    const { record } = view;
    const title = staff.say('desk.edit-of', { reference: record.reference });
    return {
      title,
      main: formMain(context, staff, title, record.track, record),
      here: `/desk/case/${record.reference}/edit`,
    };
  });
}

function mayWrite({ actor }: StaffMember): boolean {
  return can(actor, 'save-listing', { kind: 'programme' });
}

function formMain(
  context: DeskContext,
  staff: StaffMember,
  title: string,
  track: Track,
  listing: Listing | null,
): Html {
  const { say } = staff;
  const form = context.forms.find((each) => each.id === context.programme.listingForm);
  const stage = form?.stages[0]?.id ?? '';
  const answers = listing?.answers ?? {};
  const fields = form ? visibleFields(form, stage, {}, { programme: context.programme, track, indicators: [] }) : [];
  const target = listing ? html` data-listing="${listing.reference}" data-version="${listing.version}"` : null;
  const back = listing ? `/desk/case/${listing.reference}` : '/desk';
  return html`<p class="crumb"><a href="${back}">${say(listing ? 'desk.back-case' : 'desk.back')}</a></p>
<h1>${title}</h1><p class="soft">${say('desk.form-hint')}</p>
<form id="listing-form" class="sheet-form" data-track="${track}"${target} novalidate>
<div id="problems" class="problems" role="alert" tabindex="-1" hidden></div>
${fields.map((field) => fieldBlock(field, answers, staff))}
<div class="row end"><span id="kept" class="soft" role="status"></span><a class="act" href="${back}">${say('desk.cancel')}</a>
<button type="submit" class="act main">${say('desk.save')}</button></div>
</form>`;
}

function fieldBlock(field: Field, answers: Answers, staff: StaffMember): Html {
  const { say, locale } = staff;
  const id = `f-${field.id}`;
  const label = labelIn(field.label, locale);
  const must = field.required ? html` <span class="must">${say('desk.must')}</span>` : null;
  const example = field.example ? say('desk.example', { example: labelIn(field.example, locale) }) : '';
  const hint = [field.kind === 'rows' ? say('desk.one-per-line') : '', example].filter(Boolean).join(' ');
  const described = hint === '' ? null : html` aria-describedby="${id}-hint"`;
  const isLong = field.kind === 'long-text' || field.kind === 'rows';
  return html`<div class="field ${isLong ? 'long-field' : ''}" data-label="${label}"><label for="${id}">${label}${must}</label>
${control(field, id, typedValue(answers[field.id]), described, staff)}
${hint === '' ? null : html`<p id="${id}-hint" class="soft">${hint}</p>`}</div>`;
}

function control(field: Field, id: string, value: string, described: Html | null, { say, locale }: StaffMember): Html {
  const must = field.required ? html` aria-required="true"` : null;
  if (field.kind === 'long-text' || field.kind === 'rows')
    return html`<textarea id="${id}" name="${field.id}" rows="${field.kind === 'rows' ? 5 : 4}" maxlength="20000"${must}${described}>${html`
${value}`}</textarea>`;
  if (field.options) {
    const options = field.options.map((each) => {
      const chosen = each.id === value ? html` selected` : null;
      return html`<option value="${each.id}"${chosen}>${labelIn(each.label, locale)}</option>`;
    });
    return html`<select id="${id}" name="${field.id}"${must}${described}><option value="">${say('desk.choose')}</option>${options}</select>`;
  }
  const type = field.kind === 'date' ? 'date' : 'text';
  return html`<input id="${id}" name="${field.id}" type="${type}" value="${value}" maxlength="2000" autocomplete="off"${must}${described}>`;
}
