/** The acts possible on a case right now, as buttons; one dialog asks what an act needs. */
import { LIFECYCLES, type StaffAction } from '../../../programme/lifecycle.ts';
import type { CaseRecord } from '../../../programme/records.ts';
import { addDays, dayIn } from '../../../programme/working-days.ts';
import { type Html, html } from '../html.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';

/** Acts that say no to somebody. */
const NO: ReadonlySet<string> = new Set(['return', 'not-select', 'withdraw', 'unshortlist', 'mark-offline']);
/** Acts that are small change beside the main way of the case. */
const ASIDE: ReadonlySet<string> = new Set(['ask-more', 'stamped', 'extend', 'close']);

/** What a page knows of its acts beyond the lifecycle. */
export interface ActNotes {
  /** Acts that owe a reason on this case although the lifecycle asks for none. */
  readonly owed: readonly string[];
  /** What is read once more before a bid is recommended, a sentence each. */
  readonly facts: readonly string[];
  /** Where the work is when nothing can be done here. */
  readonly elsewhere: Html | null;
}

const NO_NOTES: ActNotes = { owed: [], facts: [], elsewhere: null };

/** The buttons of a case; where nothing is possible, where the work is. A reason is asked for those that owe one. */
export function actButtons(
  context: DeskContext,
  record: CaseRecord,
  allowed: readonly string[],
  staff: StaffMember,
  notes: ActNotes = NO_NOTES,
): Html {
  const { say } = staff;
  const edit = mayEdit(record) && allowed.length > 0;
  if (allowed.length === 0) return html`<p class="soft noacts">${notes.elsewhere ?? say('desk.no-acts')}</p>`;
  const main = allowed.find((action) => !NO.has(action) && !ASIDE.has(action));
  const sorted = [...allowed].sort((a, b) => rank(a, main) - rank(b, main));
  return html`<div class="acts" role="group" aria-label="${say('desk.acts')}">
${sorted.map((action) => actButton(context, record, action, action === main, staff, notes))}
${edit ? html`<a class="act" href="/desk/case/${record.reference}/edit">${say('desk.edit')}</a>` : null}
</div>`;
}

function rank(action: string, main: string | undefined): number {
  return action === main ? 0 : NO.has(action) ? 2 : 1;
}

/** Lists can be changed until they are published. */
export function mayEdit(record: CaseRecord): boolean {
  return record.kind === 'listing' && (record.status === 'drafted' || record.status === 'vetted') && !record.offline;
}

function actButton(
  context: DeskContext,
  record: CaseRecord,
  action: string,
  isMain: boolean,
  { say }: StaffMember,
  { owed, facts }: ActNotes,
): Html {
  const isSure = action === 'shortlist' && facts.length > 0;
  const asks = [
    needsReason(record, action) || owed.includes(action) ? 'reason' : null,
    isSure ? 'facts' : null,
    dateFor(context, record, action) ? 'date' : null,
  ];
  const confirm = action === 'mark-offline' ? 'confirm' : null;
  const date = dateFor(context, record, action);
  const dates = date ? html` data-date="${date.start}" data-earliest="${date.earliest}"` : null;
  return html`<button type="button" class="act ${isMain ? 'main' : NO.has(action) ? 'no' : ''}" id="act-${action}" data-act="${action}" data-case="${record.reference}" data-version="${record.version}" data-asks="${[...asks, confirm].filter(Boolean).join(' ')}"${dates}${isSure ? html` data-facts="${facts.join('\n')}"` : null}>${labelOf(record, action, say)}</button>`;
}

/** A list is taken down; 撤回 alone would read like the undo of a step. */
function labelOf(record: CaseRecord, action: string, say: StaffMember['say']): string {
  return say(record.kind === 'listing' && action === 'withdraw' ? 'desk.take-down' : `act.${action}`);
}

function needsReason(record: CaseRecord, action: string): boolean {
  return LIFECYCLES[record.kind].some(
    (step) => step.action === action && step.needsReason && step.from.includes(record.status),
  );
}

/** The day proposed and the earliest possible one, for acts that set the last day for bids. */
function dateFor(context: DeskContext, record: CaseRecord, action: string): { start: string; earliest: string } | null {
  const { programme, clock } = context;
  const today = dayIn(programme.timeZone, clock.now().toISOString());
  const window = addDays(today, programme.rules.bidWindowDays);
  const deadline = record.kind === 'listing' ? record.details.deadline : null;
  if (action === 'publish') {
    const isAhead = deadline !== null && deadline >= today;
    return { start: isAhead ? deadline : window, earliest: today };
  }
  if (action !== 'extend') return null;
  const next = deadline !== null && deadline >= today ? addDays(deadline, 1) : today;
  return { start: '', earliest: next };
}

/** The one dialog of a case page; a script fills it in for the button that opened it. */
export function actDialog({ say }: StaffMember, title: string, owed: readonly string[] = []): Html {
  const hint = [say('desk.reason-hint'), ...(owed.length > 0 ? [say('conflict.reason-hint')] : [])].join(' ');
  return html`<dialog id="ask" aria-labelledby="ask-title">
<form id="ask-form" novalidate>
<h2 id="ask-title"></h2>
<p class="soft">${title}</p>
<p id="ask-confirm" class="warn" hidden></p>
<ul id="ask-facts" hidden></ul>
<div id="ask-reason" hidden><label for="reason">${say('desk.reason')}</label>
<textarea id="reason" rows="5" maxlength="4000" aria-describedby="reason-hint"></textarea>
<p id="reason-hint" class="soft">${hint}</p></div>
<div id="ask-date" hidden><label for="date" id="date-label"></label><input id="date" type="date"></div>
<p id="ask-problem" class="warn" role="alert" hidden></p>
<div class="row"><button type="button" class="act" id="ask-cancel">${say('desk.cancel')}</button><button type="submit" class="act main" id="ask-go"></button></div>
</form>
</dialog>`;
}

/** Words for a step in the history, whoever made it. */
export function stepName(action: string, { say }: Pick<StaffMember, 'say'>): string {
  const back = /^take-back:(.+)$/.exec(action)?.[1];
  if (back) return say('desk.did.take-back', { action: stepName(back, { say }) });
  if (isOwnStep(action)) return say(`desk.did.${action}`);
  return isStaffStep(action) ? say(`act.${action}`) : say('desk.did.other');
}

const OWN_STEPS = ['submit', 'complete', 'resubmit', 'grow', 'draft', 'edit', 'seat', 'card'];

function isOwnStep(action: string): boolean {
  return OWN_STEPS.includes(action);
}

function isStaffStep(action: string): action is StaffAction {
  return Object.values(LIFECYCLES).some((steps) => steps.some((step) => step.action === action));
}
