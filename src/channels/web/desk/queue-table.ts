/** The rows of the queue: a table on wide screens, cards on narrow ones. */
import type { QueueRow } from '../../../ports/desk.ts';
import type { Programme } from '../../../programme/programme.ts';
import { type Html, html } from '../html.ts';
import { dayOf, kindOf, labelsOf, sectorOf, statusChip, titleOf } from './case-labels.ts';
import type { StaffMember } from './staff-member.ts';

const COLUMNS = ['reference', 'title', 'kind', 'sector', 'status', 'day', 'turn', 'promised'] as const;

/** The table of one page of the queue. */
export function queueTable(rows: readonly QueueRow[], programme: Programme, staff: StaffMember): Html {
  const { say } = staff;
  const heads = COLUMNS.map((column) => html`<th scope="col" class="${column}">${say(`desk.column.${column}`)}</th>`);
  return html`<table class="queue">
<caption class="unseen">${say('desk.queue-title')}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => rowOf(row, programme, staff))}</tbody>
</table>`;
}

function rowOf({ record, days, overdue, count, thin }: QueueRow, programme: Programme, staff: StaffMember): Html {
  const { say } = staff;
  const bids =
    count === null || count === 0 ? null : html` <small class="count">${say('desk.bids', { n: count })}</small>`;
  return html`<tr class="${overdue ? 'overdue' : ''}" data-key="${record.reference}">
<td class="reference"><span>${record.reference}</span></td>
<th scope="row" class="title"><a href="/desk/case/${record.reference}">${titleOf(record, staff)}</a> ${labelsOf(record, staff)}${thin ? cardMark(staff) : null}${bids}${organisation(record)}</th>
<td class="kind">${kindOf(record, programme, staff)}</td>
<td class="sector">${sectorOf(record, programme, staff)}</td>
<td class="status">${statusChip(record, staff)}</td>
<td class="day">${say('desk.day', { n: days + 1 })}</td>
<td class="turn" data-name="${say('desk.column.turn')}">${say(`desk.turn.${record.turn}`)}</td>
<td class="promised" data-name="${say('desk.column.promised')}">${promised(record.promisedOn, overdue, staff)}</td>
</tr>`;
}

function cardMark({ say }: StaffMember): Html {
  return html` <b class="label" title="${say('desk.card-mark-why')}">${say('desk.card-mark')}</b>`;
}

function organisation(record: QueueRow['record']): Html | null {
  return record.organisation && !record.offline ? html`<small class="unit">${record.organisation.name}</small>` : null;
}

function promised(day: string | null, overdue: boolean, staff: StaffMember): Html {
  if (day === null) return html`<span class="none">–</span>`;
  const late = overdue ? html`<b class="late">${staff.say('desk.late')}</b> ` : null;
  return html`${late}<time datetime="${day}">${dayOf(day, staff)}</time>`;
}
