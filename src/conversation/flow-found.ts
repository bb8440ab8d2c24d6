/** What was looked up: shown, or, where it was named to be taken up and one list alone fits, taken up. */
import { askWhichList, showHits } from './flow-discover.ts';
import { startApplication } from './flow-start.ts';
import { openNow } from './focus.ts';
import type { Event, Hit } from './reducer-types.ts';
import { type Work, withState } from './work.ts';

/** How many times as likely as the next the best must be to be the one that was meant. */
const AHEAD = 3;

/** Answers a search; with `take` the words named a list to take up, so a single clear hit begins its form. */
export function found(work: Work, { query, hits, onlyNear }: Extract<Event, { type: 'matched' }>): Work {
  // Beside an offer that waits for its answer, nothing found is nothing to say.
  if (query.purpose === 'paste' && hits.length === 0 && work.state.focus.in === 'confirm') return work;
  if (query.take === undefined) return showHits(work, query, hits, onlyNear);
  const open = hits.filter((hit) => openNow(work, hit.listing));
  const [first, second] = open;
  // A sector alone names no list: the only one of it is shown, several are asked about.
  if (query.words === '' && open.length < 2) return showHits(work, query, hits);
  const meant =
    query.words !== '' && first && (onlyNear ? hits.length === 1 && first.because.length > 0 : isAhead(first, second));
  if (first && meant) return startApplication(work, { listing: first.listing.id, words: query.take });
  if (hits.length > 0 && open.length === 0) return showHits(work, query, hits);
  return askWhichList(withState(work, { shown: open.slice(0, 3).map((hit) => hit.listing.id) }));
}

function isAhead(first: Hit, second: Hit | undefined): boolean {
  return second === undefined || first.score >= second.score * AHEAD;
}
