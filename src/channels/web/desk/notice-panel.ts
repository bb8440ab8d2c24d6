/** Beside the queue: the last notices to all staff. */
import { DESK_ROOM } from '../../../conversation/address.ts';
import type { TranscriptRow } from '../../../ports/store.ts';
import { can } from '../../../programme/policy.ts';
import type { Programme } from '../../../programme/programme.ts';
import { staffRoles } from '../../../programme/standing.ts';
import { type Html, html } from '../html.ts';
import { clockOf } from './case-labels.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';

const READ = 40;
const SHOWN = 8;

/** The notices this person may read, newest first. */
export async function noticePanel(context: DeskContext, staff: StaffMember): Promise<Html | null> {
  const rows = await context.store.messages.transcript(DESK_ROOM, READ);
  const mine = rows.filter((row) => mayRead(row, context.programme, staff)).reverse();
  if (mine.length === 0) return null;
  const lines = mine.slice(0, SHOWN).map((row) => noticeLine(row, context.programme, staff));
  return html`<section class="panel notices"><h2>${staff.say('desk.notices')}</h2><ul>${lines}</ul></section>`;
}

/** A notice about a case follows the case's division; what people said to staff follows the office's own roles. */
function mayRead({ reply }: TranscriptRow, programme: Programme, { actor }: StaffMember): boolean {
  if (reply === null) return false;
  if (reply.notice === undefined) return can(actor, 'read-troubles', { kind: 'programme' });
  const { sector, kind } = reply.notice.case;
  if (kind === 'request') return can(actor, 'answer-request', { kind: 'programme' });
  const division = programme.sectors.find((each) => each.id === sector)?.division ?? null;
  return staffRoles(actor, division).size > 0;
}

function noticeLine({ at, text, reply }: TranscriptRow, programme: Programme, { say }: StaffMember): Html {
  const reference = reply?.notice?.case.reference;
  const href = reply?.notice?.case.kind === 'request' ? '/desk/requests' : `/desk/case/${reference ?? ''}`;
  const link = reference ? html`<a href="${href}">${say('desk.open', { reference })}</a>` : null;
  return html`<li><time datetime="${at}">${clockOf(at, programme.timeZone)}</time><p class="long">${text}</p>${link}</li>`;
}
