/** People and teams as the desk names them: with where they come from, the words they share, and the way to those like them. */
import type { MatchHit } from '../../../ports/match.ts';
import type { Profile } from '../../../programme/records.ts';
import { type Html, html } from '../html.ts';
import type { StaffMember } from './staff-member.ts';

/** Most words shown of a reason. */
const WORDS = 6;

/** Names and reasons in the order of likeness, without any score. */
export function teamList(found: readonly (MatchHit & { readonly profile: Profile })[], { say }: StaffMember): Html {
  const rows = found.map(({ profile, because }) => {
    const labels = [
      profile.account === null ? say('desk.public-team') : null,
      profile.source === 'sample' ? say('web.list.sample') : null,
    ].flatMap((label) => (label === null ? [] : [html`<b class="label">${label}</b>`]));
    const words = [...new Set(because.map((each) => each.theirs || each.yours))].slice(0, WORDS);
    return html`<li><p><strong>${profile.name}</strong> ${labels} <a href="/desk/team/${profile.id}">${say('desk.similar-link')}</a></p>
${words.length > 0 ? html`<p class="soft">${say('desk.candidate-because')} ${words.map((word) => html`<span class="word">${word}</span>`)}</p>` : null}</li>`;
  });
  return html`<ul>${rows}</ul>`;
}
