/** 利益关系核查 on a bid's page and beside candidates: why somebody is related, or why nobody can tell. */
import { conflictInShort, conflictLines } from '../../../conversation/conflict-lines.ts';
import type { CaseView } from '../../../conversation/reducer-types.ts';
import type { ConflictCheck } from '../../../programme/conflict-check.ts';
import type { CaseRecord } from '../../../programme/records.ts';
import { type Html, html } from '../html.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';

/** The check of the bid on this page; undefined where none was made. */
export function checkOnPage({ conflicts }: Pick<CaseView, 'conflicts'>, record: CaseRecord): ConflictCheck | undefined {
  return conflicts?.find((each) => each.bid === record.id)?.check;
}

/** The answer and all it rests on; nothing for cases without a check. */
export function conflictPanel(check: ConflictCheck | undefined, { say }: StaffMember): Html | null {
  if (!check) return null;
  const [answer, ...found] = conflictLines(check).map(({ key, vars }) => say(key, vars));
  const list = found.length > 0 ? html`<ul>${found.map((each) => html`<li>${each}</li>`)}</ul>` : null;
  return html`<section class="panel conflict" data-answer="${check.answer}"><h2>${say('conflict.title')}</h2>
<p class="${check.answer === 'none' ? '' : 'warn-label'}">${answer}</p>${list}
<p class="soft">${say('conflict.note')}</p></section>`;
}

/** What is read once more before the bid is recommended: the check with all it rests on, and whether the stamped copy is in. */
export function shortlistFacts(check: ConflictCheck | undefined, record: CaseRecord, { say }: StaffMember): string[] {
  if (record.kind !== 'application') return [];
  const lines = check ? conflictLines(check) : [];
  const state = say(record.stampedCopy ? 'desk.stamped-in' : 'desk.stamped-out');
  return [...lines.map(({ key, vars }) => say(key, vars)), say('desk.stamped-is', { state })];
}

/** One line for somebody in a list. */
export function conflictNote(check: ConflictCheck | null, context: DeskContext, staff: StaffMember): Html | null {
  if (!check) return null;
  const { key, vars } = conflictInShort(check);
  return html`<p class="soft conflict" data-answer="${check.answer}">${context.texts(staff.locale, key, vars)}</p>`;
}
