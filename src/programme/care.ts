/** Looking after people between their visits: what they want to hear of, when, and who fills a form with them. Pure. */
import { DateTime } from 'luxon';

/** A saved wish for lists: words, a sector, or both; with `profile` the words are the person's profile as it stands. */
export interface Subscription {
  readonly id: string;
  readonly account: string;
  readonly words: string;
  readonly sector: string | null;
  readonly profile: boolean;
  /** ISO; only lists published later are told of. */
  readonly createdAt: string;
}

/** Hours (0–23, programme zone) in which nothing unasked is sent; `from` may lie after `to`, over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** How a person wants to be told of things nobody asked for. */
export interface CareSettings {
  readonly rhythm: 'at-once' | 'daily' | 'weekly';
  readonly quiet: QuietHours;
  /** ISO instant until which nothing unasked is sent. */
  readonly snoozedUntil: string | null;
  /** False once the person wished no reminders of drafts any more. */
  readonly reminders: boolean;
  /** Programme day of the last digest that said something. */
  readonly toldOn: string | null;
  /** ISO instant up to which published lists have been looked through. */
  readonly lookedAt: string | null;
  /** True when a digest left fitting lists for the next one. */
  readonly more: boolean;
}

/** Somebody invited to write along on a draft of somebody else. */
export interface Colleague {
  readonly draft: string;
  readonly account: string;
  readonly name: string | null;
  readonly addedAt: string;
}

/** All of this that belongs to one account. */
export interface Care {
  readonly settings: CareSettings;
  readonly subscriptions: readonly Subscription[];
  /** Colleagues on the person's own drafts, and the person as colleague on others'. */
  readonly colleagues: readonly Colleague[];
}

/** What holds until a person says otherwise: a daily digest, nothing between 20:00 and 9:00. */
export const USUAL_CARE: CareSettings = {
  rhythm: 'daily',
  quiet: { from: 20, to: 9 },
  snoozedUntil: null,
  reminders: true,
  toldOn: null,
  lookedAt: null,
  more: false,
};

/** Nothing saved, nobody invited. */
export const NO_CARE: Care = { settings: USUAL_CARE, subscriptions: [], colleagues: [] };

/** Reminders of drafts keep to these hours whatever a person chose. */
const REMIND: QuietHours = { from: 20, to: 9 };
/** Drafts of a list are kept this many days after its last day. */
export const DRAFT_DAYS = 30;

function within(hour: number, { from, to }: QuietHours): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** True while nothing unasked may be sent to this person at the ISO instant. */
export function isQuiet(settings: CareSettings, at: string, zone: string): boolean {
  const now = DateTime.fromISO(at, { zone });
  return isSnoozed(settings, at) || within(now.hour, settings.quiet);
}

/** True when a draft's reminder may go: 9:00–20:00 in the programme's zone, and not in the person's own quiet hours. */
export function mayRemind(settings: CareSettings, at: string, zone: string): boolean {
  return settings.reminders && !isQuiet(settings, at, zone) && !within(DateTime.fromISO(at, { zone }).hour, REMIND);
}

/** True while the person has put everything off. */
export function isSnoozed({ snoozedUntil }: CareSettings, at: string): boolean {
  return snoozedUntil !== null && Date.parse(at) < Date.parse(snoozedUntil);
}

/** True when new lists may be told of: at once, once a day, or on Mondays. */
export function isDigestDay(settings: CareSettings, at: string, zone: string): boolean {
  if (settings.rhythm === 'at-once') return true;
  const now = DateTime.fromISO(at, { zone });
  if (settings.toldOn === now.toFormat('yyyy-MM-dd')) return false;
  return settings.rhythm !== 'weekly' || now.weekday === 1;
}
