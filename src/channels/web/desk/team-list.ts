/** People and teams as the desk names them: with where they come from, the words they share, and the way to those like them. */
import type { MatchHit } from '../../../ports/match.ts';
import type { Profile } from '../../../programme/records.ts';
import { type Html, html } from '../html.ts';
import type { StaffMember } from './staff-member.ts';

/** Most words shown of a reason. */
const WORDS = 6;

/** Names and reasons in the order of likeness, without any score. */
export function teamList(found: readonly (MatchHit & { readonly profile: Profile })[], { say }: StaffMember): Html {
  const rows = found.map(
    ({ profile, because }) => html`<li>${teamName(profile, say)}
${sharedWords(because, say)}</li>`,
  );
  return html`<ul>${rows}</ul>`;
}

/** The name with where it comes from, and the way to teams like it. */
export function teamName({ id, name, account, source }: Profile, say: StaffMember['say']): Html {
  const labels = [
    ...(account === null ? [say('desk.public-team')] : []),
    ...(source === 'sample' ? [say('web.list.sample')] : []),
  ].map((label) => html`<b class="label">${label}</b>`);
  return html`<p><strong>${name}</strong> ${labels} <a href="/desk/team/${id}">${say('desk.similar-link')}</a></p>`;
}

/** The words both sides share, at most six; null for none. */
export function sharedWords(because: MatchHit['because'], say: StaffMember['say']): Html | null {
  const words = [...new Set(because.map((each) => each.theirs || each.yours))].slice(0, WORDS);
  if (words.length === 0) return null;
  return html`<p class="soft">${say('desk.candidate-because')} ${words.map((word) => html`<span class="word">${word}</span>`)}</p>`;
}
