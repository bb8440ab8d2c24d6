/** Suggested people beside what speaks for them, what is missing, and how they stand to the owner of the list. */
import { reasonLines } from '../../../conversation/reason-lines.ts';
import type { Candidate } from '../../../ports/desk.ts';
import { type Html, html } from '../html.ts';
import { conflictNote } from './conflict-panel.ts';
import type { DeskContext } from './desk-context.ts';
import type { StaffMember } from './staff-member.ts';
import { sharedWords, teamName } from './team-list.ts';

/** Names, reasons and conflict checks in the order of likeness, without any score. */
export function candidateList(found: readonly Candidate[], context: DeskContext, staff: StaffMember): Html {
  const rows = found.map((candidate) => {
    const { profile, conflict } = candidate;
    return html`<li>${teamName(profile, staff.say)}
${whyShown(candidate, context, staff)}${conflictNote(conflict, context, staff)}</li>`;
  });
  return html`<ul>${rows}</ul>`;
}

function whyShown({ reasons, because }: Candidate, context: DeskContext, staff: StaffMember): Html | null {
  if (reasons && reasons.met.length > 0) {
    const lines = reasonLines(reasons, staff.locale).map(({ key, vars }) => context.texts(staff.locale, key, vars));
    return html`${lines.map((line) => html`<p class="soft">${line}</p>`)}`;
  }
  return sharedWords(because, staff.say);
}
