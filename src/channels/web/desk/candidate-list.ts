/** Suggested people beside what speaks for them, what is missing, and how they stand to the owner of the list. */
import { reasonLines } from '../../../conversation/reason-lines.ts';
import type { Candidate } from '../../../ports/desk.ts';
import { type Html, html } from '../html.ts';
import { conflictNote } from './conflict-panel.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';

/** Most words shown where nobody can tell where they stand. */
const WORDS = 6;

/** Names, reasons and conflict checks in the order of likeness, without any score. */
export function candidateList(found: readonly Candidate[], context: DeskContext, staff: StaffMember): Html {
  const { say } = staff;
  const rows = found.map((candidate) => {
    const { profile, conflict } = candidate;
    const labels = [
      ...(profile.account === null ? [say('desk.public-team')] : []),
      ...(profile.source === 'sample' ? [say('web.list.sample')] : []),
    ].map((label) => html`<b class="label">${label}</b>`);
    return html`<li><p><strong>${profile.name}</strong> ${labels} <a href="/desk/team/${profile.id}">${say('desk.similar-link')}</a></p>
${whyShown(candidate, context, staff)}${conflictNote(conflict, context, staff)}</li>`;
  });
  return html`<ul>${rows}</ul>`;
}

function whyShown({ reasons, because }: Candidate, context: DeskContext, staff: StaffMember): Html | null {
  if (reasons && reasons.met.length > 0) {
    const lines = reasonLines(reasons, staff.locale).map(({ key, vars }) => context.texts(staff.locale, key, vars));
    return html`${lines.map((line) => html`<p class="soft">${line}</p>`)}`;
  }
  const words = [...new Set(because.map((each) => each.theirs || each.yours))].slice(0, WORDS);
  if (words.length === 0) return null;
  return html`<p class="soft">${staff.say('desk.candidate-because')} ${words.map((word) => html`<span class="word">${word}</span>`)}</p>`;
}
