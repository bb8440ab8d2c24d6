/** For the owner of a new need, at once: similar lists, and how many consenting teams may fit, without naming anyone. */

import { goOnButton, openFormOf } from './case-draft.ts';
import { listingCard } from './listing-card.ts';
import type { Event } from './reducer-types.ts';
import { button, effect, line, ownCase, say, type Work, withState } from './work.ts';

/** Shows similar lists as cards and the anonymous count of teams with the words they share; what is left of the need stays at hand. */
export function showFits(work: Work, event: Extract<Event, { type: 'fits-found' }>): Work {
  const similar = event.similar.slice(0, 2);
  const teams =
    event.teams > 0
      ? line('fits.teams', {
          n: event.teams,
          words: event.words
            .slice(0, 3)
            .map((word) => `「${word}」`)
            .join(''),
        })
      : line('fits.no-teams');
  const need = ownCase(work, event.query.need);
  const draft = need && openFormOf(work, need);
  const shown = withState(work, { shown: similar.map((hit) => hit.listing.id) });
  const logged = effect(shown, {
    type: 'log-suggestion',
    listings: similar.map((hit) => hit.listing.id),
    purpose: 'fits',
  });
  return say(logged, {
    lines: [teams, line('fits.outreach-only'), ...(similar.length > 0 ? [line('fits.similar')] : [])],
    cards: similar.map((hit) => listingCard(work, hit.listing, hit.because, hit.explanation)),
    buttons: need
      ? [...(draft ? [goOnButton(need, draft)] : []), button('button.status', { do: 'status', case: need.id })]
      : [],
  });
}
