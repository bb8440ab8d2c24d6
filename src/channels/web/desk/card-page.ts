/** `/desk/case/:reference/card`: what a list or need is about in the words of the trade, one line a kind. */
import type { FastifyInstance } from 'fastify';
import type { CardView } from '../../../ports/desk.ts';
import { CARD_KINDS, type CardKind } from '../../../programme/concept-card.ts';
import { type Html, html } from '../html.ts';
import { titleOf } from './case-labels.ts';
import { viewOf } from './case-page.ts';
import type { DeskContext } from './desk-context.ts';
import { addDeskPage } from './desk-frame.ts';
import type { StaffMember } from './staff-member.ts';

/** Characters of a box's line on a phone, and the most lines it opens with. */
const A_ROW = 18;
const MOST_ROWS = 9;

/** Registers the page; it is there for whoever may look at candidates, and a form for whoever may vet. */
export function addCardPage(app: FastifyInstance, context: DeskContext): void {
  addDeskPage(app, context, '/desk/case/:reference/card', async (staff, request) => {
    const seen = await viewOf(context, staff, request.params);
    const view = seen && (await context.desk.card(staff.account.id, seen.record.id));
    if (!view) return null;
    const { reference } = view.record;
    const title = staff.say('desk.card-of', { title: titleOf(view.record, staff) });
    return { title, main: cardMain(view, staff, title), here: `/desk/case/${reference}/card` };
  });
}

function cardMain(view: CardView, staff: StaffMember, title: string): Html {
  const { say } = staff;
  const { record, card, draft, mayEdit } = view;
  const back = `/desk/case/${record.reference}`;
  const by = card === null ? (draft === null ? null : 'desk.card-is-draft') : `desk.card-by.${card.by}`;
  const lines = CARD_KINDS.map((kind) => lineBlock(kind, view, staff));
  return html`<p class="crumb"><a href="${back}">${say(record.kind === 'need' ? 'desk.back-need' : 'desk.back-case')}</a></p>
<h1>${title}</h1><p class="soft">${say('desk.card-hint')}</p>
<p class="warn-label">${say('desk.candidates-label')}</p>
${draft?.thin === true ? html`<p class="warn">${say('desk.card-thin', { met: draft.met })}</p>` : null}
${by === null ? null : html`<p class="soft">${say(by)}</p>`}
<form id="card-form" class="sheet-form" data-case="${record.reference}" data-seen="${record.card?.at ?? ''}" novalidate>
${lines}
<div class="row end"><a class="act" href="${back}">${say('desk.cancel')}</a>
${mayEdit ? html`<button type="submit" class="act main">${say('desk.card-save')}</button>` : null}</div>
</form>`;
}

/** One line: what was confirmed, or the draft to correct; what the lexicon would add stands below. */
function lineBlock(kind: CardKind, { card, draft, mayEdit }: CardView, { say, locale }: StaffMember): Html {
  const separator = locale === 'en' ? ', ' : '、';
  const proposed = draft?.words[kind] ?? [];
  const words = card?.[kind] ?? proposed;
  const more = card === null ? [] : proposed.filter((word) => !words.includes(word));
  const id = `card-${kind}`;
  const hint = more.length > 0 ? say('desk.card-draft', { words: more.join(separator) }) : null;
  return html`<div class="field"><label for="${id}">${say(`desk.card.${kind}`)}</label>
<textarea id="${id}" name="${kind}" rows="${rowsFor(words)}" maxlength="1200"${mayEdit ? '' : html` readonly`}${hint ? html` aria-describedby="${id}-hint"` : null}>${words.join('、')}</textarea>
${hint ? html`<p id="${id}-hint" class="soft">${hint}</p>` : null}</div>`;
}

/** Lines the box needs on a phone, so that no word is hidden. */
function rowsFor(words: readonly string[]): number {
  return Math.min(MOST_ROWS, Math.max(2, Math.ceil(words.join('、').length / A_ROW) + 1));
}
