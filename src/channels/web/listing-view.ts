/** What a list shows to everybody: the share page, the poster and search engines. */
import { isOpen, isPublic } from '../../programme/open.ts';
import type { Listing, Locale } from '../../programme/records.ts';
import { showDay, showDuration } from '../../programme/show-date.ts';
import { showMoney } from '../../programme/show-money.ts';
import { toTraditional } from '../../text/script.ts';
import { labelIn } from './page-locale.ts';
import type { WebContext } from './web-context.ts';

/** A list as its public page tells it; texts are in the reader's language, people's own words as they are. */
export interface ListingView {
  readonly reference: string;
  readonly title: string;
  /** 示例 or 参考, null for a real list. */
  readonly label: string | null;
  readonly state: 'open' | 'closed' | 'taken';
  readonly stateText: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly goals: string | null;
  readonly indicators: readonly { readonly name: string; readonly target: string; readonly method: string }[];
  readonly eligibility: string | null;
  /** One line for previews in other apps. */
  readonly summary: string;
}

/** The list with exactly this reference, when the public may see it; undefined otherwise, whatever the cause. */
export function publicListing(context: Pick<WebContext, 'shelf'>, reference: string): Listing | undefined {
  if (!/^[\w-]{3,40}$/.test(reference)) return undefined;
  const wanted = reference.toUpperCase();
  const listing = context
    .shelf()
    .named(reference)
    .find((one) => one.reference.toUpperCase() === wanted);
  return listing && isPublic(listing) ? listing : undefined;
}

/** Makes the {@link ListingView} of a public list. */
export function viewListing(context: WebContext, listing: Listing, locale: Locale): ListingView {
  const { details } = listing;
  const text = (key: string) => context.texts(locale, `web.list.${key}`);
  const whole = details.visibility === 'public';
  const facts = factsOf(context, listing, locale);
  const state = stateOf(context, listing);
  return {
    reference: listing.reference,
    title: listing.title,
    label: listing.source === 'sample' ? text('sample') : listing.source === 'archive' ? text('archive') : null,
    state,
    stateText: text(state),
    facts,
    goals: whole ? details.goals || null : text('summary-only'),
    indicators: whole ? details.indicators.map(indicatorOf) : [],
    eligibility: details.eligibility,
    summary: facts.map((fact) => `${fact.name} ${fact.value}`).join(' · '),
  };
}

function stateOf(context: WebContext, listing: Listing): ListingView['state'] {
  if (listing.status === 'taken' || listing.details.takenBy !== null) return 'taken';
  return isOpen(listing, context.clock.now().toISOString(), context.programme.timeZone) ? 'open' : 'closed';
}

function factsOf(context: WebContext, listing: Listing, locale: Locale): ListingView['facts'] {
  const { details } = listing;
  const { programme, texts } = context;
  const sector = programme.sectors.find((one) => one.id === listing.sector);
  const organisation = details.visibility === 'public' ? listing.organisation?.name : null;
  const place = [details.province, details.year].filter((part) => part !== null).join(' ');
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['money', details.money && moneyOf(details.money, locale)],
    ['deadline', details.deadline === null ? null : inScript(showDay(details.deadline, locale), locale)],
    [
      'term',
      details.termMonths === null ? null : inScript(showDuration({ months: details.termMonths }, locale), locale),
    ],
    [
      'sector',
      sector &&
        labelIn(sector.label, locale) +
          (details.ourReading.includes('sector') ? texts(locale, 'web.list.our-reading') : ''),
    ],
    ['track', labelIn(programme.tracks[listing.track].label, locale)],
    ['owner', organisation],
    ['from', details.programmeName ?? (place || null)],
    ['taken-by', details.takenBy],
  ];
  return rows.flatMap(([key, value]) => (value ? [{ name: texts(locale, `web.list.${key}`), value }] : []));
}

function moneyOf(money: { readonly min: number; readonly max: number }, locale: Locale): string {
  return inScript(showMoney(money.min === money.max ? { yuan: money.min } : money, locale), locale);
}

function inScript(shown: string, locale: Locale): string {
  return locale === 'zh-Hant' ? toTraditional(shown) : shown;
}

function indicatorOf(indicator: Listing['details']['indicators'][number]): ListingView['indicators'][number] {
  const target = [indicator.operator, indicator.value, indicator.unit].filter(Boolean).join(' ');
  return { name: indicator.name, target, method: indicator.method };
}
