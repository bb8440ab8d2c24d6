/** Saved wishes: 有合适的就告诉我. Listing them, ending one or all of them. */
import { NO_CARE, type Subscription } from '../programme/care.ts';
import { cut } from '../text/cut.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { isQuestion } from '../understanding/question.ts';
import { readWish } from '../understanding/search-words.ts';
import { askConsent } from './flow-consent.ts';
import { hasConsent } from './focus.ts';
import type { Query } from './reducer-types.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { button, derivedId, effect, line, mine, say, type Work } from './work.ts';

/** What somebody wants to hear of; nothing named means what was just looked for. */
export interface Wish {
  readonly words?: string;
  readonly sector?: string;
  readonly profile?: boolean;
  /** In the place of the wish saved before, where there is only one. */
  readonly instead?: boolean;
}

/** Wishes one person can save, and the longest of them. */
const MOST = 10;
const LONGEST = 500;
/** The longest answer to "which field?", and what such an answer may look like otherwise. */
const LONGEST_SUBJECT = 40;
const SUBJECT_LIKE: readonly Command['do'][] = ['find', 'none', 'detail', 'profile', 'post-need'];

/** The person's saved wishes, the oldest first. */
export function wishesOf(work: Work): readonly Subscription[] {
  return (mine(work).care ?? NO_CARE).subscriptions;
}

/** The button under a search; none once this very wish is saved. */
function subscribeButtons(work: Work, wish: Wish): readonly SayButton[] {
  const empty = !wish.profile && !wish.sector && !wish.words?.trim();
  return empty || savedBefore(work, wish) ? [] : [button('care.button.subscribe', { do: 'subscribe', ...wish })];
}

/** 有合适的就告诉我: for a search, or for the profile just saved. */
export function wishButtons(
  work: Work,
  { words, sector, purpose }: Pick<Extract<Query, { type: 'match' }>, 'words' | 'sector' | 'purpose'>,
): readonly SayButton[] {
  if (purpose === 'profile') return subscribeButtons(work, { profile: true });
  return subscribeButtons(work, { words, ...(sector !== null && { sector }) });
}

function savedBefore(work: Work, wish: Wish): Subscription | undefined {
  const key = (words: string, sector: string | null, profile: boolean) =>
    [fold(words), sector ?? '', profile].join('|');
  const wanted = key(wordsOf(wish), wish.sector ?? null, wish.profile === true);
  return wishesOf(work).find((each) => key(each.words, each.sector, each.profile) === wanted);
}

function wordsOf(wish: Wish): string {
  return wish.profile ? '' : cut((wish.words ?? '').trim(), LONGEST);
}

/** Saves the wish after the consent everybody gives; says how often and how to end it. */
export function subscribe(work: Work, asked: Wish): Work {
  const wish = meant(work, asked);
  if (!wish) return askWhat(work);
  if (!hasConsent(work, 'data')) return askConsent(work, 'data', { do: 'subscribe', ...wish });
  if (savedBefore(work, wish)) return showWishes(work, line('care.subscribed-before'));
  const [before, ...others] = wishesOf(work);
  const old = wish.instead && others.length === 0 ? before : undefined;
  if (wishesOf(work).length >= MOST) return showWishes(work, line('care.too-many', { n: MOST }));
  const subscription: Subscription = {
    id: derivedId(work.event, `wish:${wishesOf(work).length}`),
    account: mine(work).account.id,
    words: wordsOf(wish),
    sector: wish.sector ?? null,
    profile: wish.profile === true,
    createdAt: work.event.at,
  };
  const { settings } = mine(work).care ?? NO_CARE;
  const ended = old ? effect(work, { type: 'delete-subscriptions', ids: [old.id] }) : work;
  return say(effect(ended, { type: 'save-subscription', subscription }), {
    lines: [
      ...(old ? [line('care.ended-one', { wish: wishLine(work, old) })] : []),
      line('care.subscribed', { wish: wishLine(work, subscription) }),
      line(`care.rhythm-${settings.rhythm}`),
      line('care.how-to-end'),
    ],
    buttons: [
      ...(settings.rhythm === 'weekly' ? [] : [button('care.button.weekly', { do: 'care', rhythm: 'weekly' })]),
      button('care.button.wishes', { do: 'subscriptions' }),
    ],
  });
}

function meant(work: Work, asked: Wish): Wish | undefined {
  if (asked.profile || asked.sector || asked.words?.trim()) return asked;
  const { search } = work.state;
  if (search && (search.words.trim() !== '' || search.sector !== null))
    return { words: search.words, ...(search.sector !== null && { sector: search.sector }) };
  return mine(work).profile ? { profile: true } : undefined;
}

/** A few words after "which field?" are the subject, not a search; null for anything that is none. */
export function subjectGiven(work: Work, text: string, first: Command | undefined): Command | null {
  const { focus, offered } = work.state;
  const isAsked = offered.length > 0 && offered.every(({ command }) => command.do === 'subscribe');
  if (focus.in !== 'idle' || !isAsked || text.length > LONGEST_SUBJECT || isQuestion(fold(text))) return null;
  if (first !== undefined && !SUBJECT_LIKE.includes(first.do)) return null;
  const { words, sector } = readWish(text, work.book.programme);
  if (sector !== undefined) return { do: 'subscribe', sector };
  return words === undefined || [...words].length < 2 ? null : { do: 'subscribe', words };
}

function askWhat(work: Work): Work {
  return say(work, {
    lines: [line('care.subscribe-what')],
    buttons: work.book.programme.sectors.slice(0, 4).map((sector) => ({
      label: line('text', { text: { bilingual: sector.label } }),
      command: { do: 'subscribe', sector: sector.id } as const,
    })),
  });
}

/** A wish as people read it: 「锂电池回收」（新能源）. */
export function wishLine(work: Work, { words, sector, profile }: Subscription): Line {
  const label = work.book.programme.sectors.find((each) => each.id === sector)?.label;
  if (profile) return line('care.wish-profile');
  if (!label) return line('care.wish-words', { words: shorten(words, 30) });
  if (words === '') return line('care.wish-sector', { sector: { bilingual: label } });
  return line('care.wish-both', { words: shorten(words, 30), sector: { bilingual: label } });
}

/** All saved wishes, numbered, each with a way to end it. */
export function showWishes(work: Work, remark?: Line): Work {
  const wishes = wishesOf(work);
  const { settings } = mine(work).care ?? NO_CARE;
  const before = remark ? [remark] : [];
  if (wishes.length === 0)
    return say(work, {
      lines: [...before, line('care.no-wishes')],
      buttons: [button('button.open-lists', { do: 'find' })],
    });
  const rows = wishes.map((each, n) => `${n + 1}. ${work.book.text(wishLine(work, each))}`).join('\n');
  return say(work, {
    lines: [...before, line('care.wishes', { n: wishes.length, rows }), line(`care.rhythm-${settings.rhythm}`)],
    buttons: [
      ...wishes.slice(0, 3).map((each, n) => ({
        label: line('care.button.end-one', { n: n + 1 }),
        command: { do: 'unsubscribe', id: each.id } as const,
      })),
      button('care.button.end-all', { do: 'unsubscribe' }),
    ],
  });
}

/** Ends one wish, by id or by its number (`#2`); without either, all of them and every reminder. */
export function unsubscribe(work: Work, id: string | undefined): Work {
  if (id === undefined) return endAll(work);
  const wishes = wishesOf(work);
  const one = wishes.find((each, n) => each.id === id || `#${n + 1}` === id);
  if (!one) return showWishes(work);
  const gone = effect(work, { type: 'delete-subscriptions', ids: [one.id] });
  return showWishes(gone, line('care.ended-one', { wish: wishLine(work, one) }));
}

function endAll(work: Work): Work {
  const wishes = wishesOf(work);
  const { settings } = mine(work).care ?? NO_CARE;
  const gone = effect(
    work,
    { type: 'delete-subscriptions', ids: wishes.map((each) => each.id) },
    { type: 'save-care', settings: { ...settings, reminders: false, more: false } },
  );
  return say(gone, {
    lines: [line('care.ended-all', { n: wishes.length })],
    buttons: [
      button('care.button.reminders-on', { do: 'care', reminders: true }),
      button('button.open-lists', { do: 'find' }),
    ],
  });
}
