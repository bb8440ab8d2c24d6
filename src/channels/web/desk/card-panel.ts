/** On the page of a list or need: its concept card in short, and a word where the lexicon knows little of it. */
import type { CardView } from '../../../ports/desk.ts';
import { CARD_KINDS } from '../../../programme/concept-card.ts';
import { can } from '../../../programme/policy.ts';
import type { CaseRecord } from '../../../programme/records.ts';
import { caseObject } from '../../../programme/standing.ts';
import { type Html, html } from '../html.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';

/** The panel; null on bids and for those who may not look at candidates (R12). */
export async function cardPanel(context: DeskContext, record: CaseRecord, staff: StaffMember): Promise<Html | null> {
  const isBid = record.kind === 'application' || record.kind === 'interest';
  if (isBid || record.offline || !can(staff.actor, 'read-candidates', caseObject(context.programme, record)))
    return null;
  const view = await context.desk.card(staff.account.id, record.id);
  return view && panel(view, staff);
}

function panel({ record, card, draft, mayEdit }: CardView, { say }: StaffMember): Html {
  const isThin = draft?.thin === true && (card === null || card.concepts.length === 0);
  const rows = CARD_KINDS.flatMap((kind) => {
    const words = card?.[kind] ?? [];
    return words.length === 0
      ? []
      : [html`<div class="wide"><dt>${say(`desk.card.${kind}`)}</dt><dd>${words.join('、')}</dd></div>`];
  });
  const href = `/desk/case/${record.reference}/card`;
  return html`<section class="panel" id="card"><h2>${say('desk.card')}</h2>
${isThin ? html`<p class="warn"><a href="${href}">${say('desk.card-thin', { met: draft.met })}</a></p>` : null}
${card === null ? html`<p class="soft">${say('desk.card-none')}</p>` : html`<p class="soft">${say(`desk.card-by.${card.by}`)}</p><dl class="fields">${rows}</dl>`}
${mayEdit ? html`<p><a class="act" href="${href}">${say(card === null ? 'desk.card-fill' : 'desk.card-edit')}</a></p>` : null}</section>`;
}
