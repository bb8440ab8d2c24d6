/** What a model may be told of one match: the reasons people can check, as people read them, and nothing of the record beside. */
import type { Catalogue } from '../conversation/catalogue.ts';
import { reasonLines } from '../conversation/reason-lines.ts';
import type { Hit } from '../conversation/reducer-types.ts';
import { isOpen } from '../programme/open.ts';
import type { Locale } from '../programme/records.ts';
import { showDay } from '../programme/show-date.ts';
import { showMoney } from '../programme/show-money.ts';
import type { ExplainFacts } from './parts.ts';

/** When and with which words facts are told. */
export interface FactContext {
  readonly at: string;
  readonly zone: string;
  readonly catalogue: Catalogue;
}

/** The facts of a hit in the reader's language. */
export function explainFacts(hit: Hit, locale: Locale, { at, zone, catalogue }: FactContext): ExplainFacts {
  const { listing, because, reasons } = hit;
  const { money, deadline } = listing.details;
  const isTold = reasons !== undefined && reasons.met.length > 0;
  const matched = isTold
    ? reasonLines({ met: reasons.met, missing: [] }, locale).map((line) => catalogue.text(line, locale))
    : because.map((each) => each.theirs);
  const key = `status.listing.${listing.status}`;
  return {
    title: listing.title,
    matched,
    missing: reasons?.missing ?? [],
    money: money === null ? null : showMoney(money.min === money.max ? { yuan: money.min } : money, locale),
    deadline: deadline === null ? null : showDay(deadline, locale),
    standing: isOpen(listing, at, zone) ? null : catalogue.text({ key }, locale),
  };
}
