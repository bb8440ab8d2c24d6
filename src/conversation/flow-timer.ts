/** What the product's own clock says to a person: a draft's reminder, its end, new lists that fit. Each at most once. */
import { DRAFT_DAYS, isDigestDay, isQuiet, mayRemind } from '../programme/care.ts';
import { progress } from '../programme/progress.ts';
import type { Draft } from '../programme/records.ts';
import { addDays, dayIn } from '../programme/working-days.ts';
import type { News } from './care-types.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { LISTS_SHOWN } from './flow-discover.ts';
import { settingsOf } from './flow-snooze.ts';
import { wishesOf, wishLine } from './flow-subscribe.ts';
import { listingOf, openNow } from './focus.ts';
import { listingCard } from './listing-card.ts';
import type { Event } from './reducer-types.ts';
import type { SayCard } from './say.ts';
import { button, draftOf, effect, line, query, say, type Work, withState } from './work.ts';

/** Does what is due; what has been settled meanwhile stays unsaid. */
export function timerRang(work: Work, event: Extract<Event, { type: 'timer' }>): Work {
  if (event.due === 'digest') return lookForNews(work);
  const draft = event.draft === undefined ? undefined : draftOf(work, event.draft);
  if (draft?.status !== 'open') return work;
  return event.due === 'remind' ? remind(work, draft) : expire(work, draft);
}

/** Says something unasked: a form in hand keeps its question, and the labels that may be typed for it. */
function aside(work: Work, parts: Parameters<typeof say>[1]): Work {
  const { offered, lastSaid, focus } = work.state;
  const said = say(work, parts);
  return focus.in === 'idle' ? said : withState(said, { offered, lastSaid });
}

function remind(work: Work, draft: Draft): Work {
  const listing = listingOf(work, draft);
  const { timeZone } = work.book.programme;
  const wished = !draft.noReminder && mayRemind(settingsOf(work), work.event.at, timeZone);
  if (!wished || !listing || !openNow(work, listing) || listing.details.deadline === null) return work;
  const { done, of } = progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
  const day = { day: listing.details.deadline };
  return aside(work, {
    lines: [line('care.remind', { name: draftName(work, draft), done, of, day })],
    buttons: [
      button('button.resume', { do: 'resume', draft: draft.id }, 'primary'),
      button('care.button.no-reminder', { do: 'no-reminder', draft: draft.id }),
    ],
  });
}

/** A draft that was never handed in goes thirty days after the list's last day, as was said when it was put aside. */
function expire(work: Work, draft: Draft): Work {
  const deadline = listingOf(work, draft)?.details.deadline ?? null;
  const today = dayIn(work.book.programme.timeZone, work.event.at);
  const over = deadline !== null && addDays(deadline, DRAFT_DAYS) < today;
  if (!over || draft.case !== null || draft.account !== work.book.mine.account.id) return work;
  const name = draftName(work, draft);
  const { focus, parked } = work.state;
  const inHand = 'draft' in focus && focus.draft === draft.id;
  const left = withState(work, {
    parked: parked.filter((each) => each !== draft.id),
    ...(inHand && { focus: { in: 'idle' } as const }),
  });
  return aside(effect(left, { type: 'delete-draft', id: draft.id }), {
    lines: [line('care.expired', { name, day: { day: deadline }, days: DRAFT_DAYS })],
    buttons: [button('button.open-lists', { do: 'find' })],
  });
}

function lookForNews(work: Work): Work {
  const settings = settingsOf(work);
  const { timeZone } = work.book.programme;
  const { at } = work.event;
  if (wishesOf(work).length === 0 || isQuiet(settings, at, timeZone) || !isDigestDay(settings, at, timeZone))
    return work;
  return query(work, { type: 'news', before: at, limit: LISTS_SHOWN + 1 });
}

/** New lists that fit, three at most, with the wish they fit and the reason; the rest comes with the next digest. */
export function tellNews(work: Work, { query: asked, news }: Extract<Event, { type: 'news-found' }>): Work {
  const settings = settingsOf(work);
  const shown = news.slice(0, LISTS_SHOWN);
  const more = news.length > shown.length;
  const looked = { ...settings, lookedAt: asked.before, more };
  if (shown.length === 0) return effect(work, { type: 'save-care', settings: looked });
  const listings = shown.map((each) => each.listing.id);
  const toldOn = dayIn(work.book.programme.timeZone, work.event.at);
  const noted = effect(
    withState(
      work,
      work.state.focus.in === 'idle'
        ? { shown: listings, about: listings.length === 1 ? (listings[0] ?? null) : null }
        : {},
    ),
    { type: 'announce', listings },
    { type: 'save-care', settings: { ...looked, toldOn } },
    { type: 'log-suggestion', listings, purpose: 'digest' },
  );
  return aside(noted, {
    lines: [line('care.news', { n: shown.length }), ...(more ? [line('care.news-more')] : [])],
    cards: shown.map((each) => newsCard(work, each)),
    buttons: [
      button('care.button.wishes', { do: 'subscriptions' }),
      button('care.button.snooze', { do: 'snooze' }),
      button('care.button.end-all', { do: 'unsubscribe' }),
    ],
  });
}

function newsCard(work: Work, { listing, because, explanation, subscription }: News): SayCard {
  const card = listingCard(work, listing, because, explanation);
  return { ...card, because: [line('care.because', { wish: wishLine(work, subscription) }), ...card.because] };
}
