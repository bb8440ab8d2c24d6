/** Beside the queue: the last notices to all staff. */
import { DESK_ROOM } from '../../../conversation/address.ts';
import type { Reply } from '../../../ports/channel.ts';
import type { TranscriptRow } from '../../../ports/store.ts';
import { can } from '../../../programme/policy.ts';
import type { Programme } from '../../../programme/programme.ts';
import { staffRoles } from '../../../programme/standing.ts';
import { type Html, html } from '../html.ts';
import { labelIn } from '../page-locale.ts';
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

function noticeLine({ at, text: sent, reply }: TranscriptRow, programme: Programme, staff: StaffMember): Html {
  const { say } = staff;
  const text = reply === null ? sent : inOwnWords(reply, sent, programme, staff);
  const reference = reply?.notice?.case.reference;
  const href = reply?.notice?.case.kind === 'request' ? '/desk/requests' : `/desk/case/${reference ?? ''}`;
  const link = reference ? html`<a href="${href}">${say('desk.open', { reference })}</a>` : null;
  return html`<li><time datetime="${at}">${clockOf(at, programme.timeZone)}</time><p class="long">${text}</p>${link}</li>`;
}

/** Notices whose sentence needs nothing but what the notice itself carries. */
const TOLD_AGAIN = /^notice\.(?:need|interest|application)\.(?:submitted|changed|withdrawn|owner-gone|offline)$/;

/** A notice was written once, in the office's language: who reads another one is told its gist. */
function inOwnWords(reply: Reply, sent: string, programme: Programme, { say, locale }: StaffMember): string {
  const isRead = reply.locale === undefined || (reply.locale === 'en') === (locale === 'en');
  if (isRead || reply.notice === undefined) return sent;
  const { kind, reference, sector: id } = reply.notice.case;
  const label = programme.sectors.find((each) => each.id === id)?.label;
  const sector = label ? labelIn(label, locale) : say('engine.no-sector');
  if (kind === 'request') return say('engine.handoff-minimal-desk', { reference });
  const key = reply.keys.find((each) => TOLD_AGAIN.test(each));
  if (key) return say(key, { reference, sector, title: '' }).trim();
  return say('engine.minimal', { what: say(`engine.kind.${kind}`), reference, sector });
}
