/** Public lists in memory, by every way people name them. */
import type { Shelf } from '../conversation/reducer-types.ts';
import type { RecordRepository } from '../ports/store.ts';
import { isOpen, isPublic } from '../programme/open.ts';
import type { Listing } from '../programme/records.ts';
import { summaryOf } from '../programme/seen-record.ts';
import { fold } from '../text/fold.ts';

/** The snapshot that all turns share; it changes only by whole lists. */
export interface LiveShelf extends Shelf {
  /** Every public list. */
  all(): Iterable<Listing>;
  /** Takes a saved list in, or out when it is no longer public. */
  put(listing: Listing): void;
  /** Reads all lists again. */
  load(records: RecordRepository): Promise<readonly Listing[]>;
}

interface Entry {
  readonly listing: Listing;
  /** Folded title and reference. */
  readonly title: string;
  readonly reference: string;
  /** Distinct pairs of neighbouring characters of the title. */
  readonly pairs: ReadonlySet<string>;
}

/** Words shorter than this name no list. */
const SHORTEST_NAME = 2;

/** An empty shelf in the programme's zone. */
export function makeShelf(zone: string): LiveShelf {
  let entries = new Map<string, Entry>();
  const references = new Map<string, string>();
  let opened: { readonly at: string; readonly lists: readonly Listing[] } | null = null;

  function open(at: string): readonly Listing[] {
    if (opened?.at !== at) {
      const lists = [...entries.values()].map((entry) => entry.listing).filter((listing) => isOpen(listing, at, zone));
      opened = { at, lists: lists.toSorted(byDeadline) };
    }
    return opened.lists;
  }

  return {
    byId: (id) => (entries.get(id) ?? entries.get(references.get(fold(id)) ?? ''))?.listing,
    open,
    named: (words) => named([...entries.values()], words),
    *all() {
      for (const entry of entries.values()) yield entry.listing;
    },
    put(listing) {
      references.set(fold(listing.reference), listing.id);
      if (isPublic(listing)) entries.set(listing.id, entryOf(listing));
      else entries.delete(listing.id);
      opened = null;
    },
    async load(records) {
      const listings = (await records.cases({ kinds: ['listing'] })).filter((record) => record.kind === 'listing');
      for (const listing of listings) references.set(fold(listing.reference), listing.id);
      entries = new Map(listings.filter(isPublic).map((listing) => [listing.id, entryOf(listing)]));
      opened = null;
      return listings;
    },
  };
}

/** A list shown only in summary stands on the shelf without its goals and targets. */
function entryOf(record: Listing): Entry {
  const listing = record.details.visibility === 'summary' ? summaryOf(record) : record;
  const title = fold(listing.title);
  return { listing, title, reference: fold(listing.reference), pairs: pairsOf(title) };
}

function byDeadline(a: Listing, b: Listing): number {
  const end = (listing: Listing): string => listing.details.deadline ?? '9999';
  return end(a).localeCompare(end(b)) || a.reference.localeCompare(b.reference);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[\s\p{P}]+/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** The reference itself, then titles that hold the words, then titles that share most of their pairs. */
function named(entries: readonly Entry[], words: string): readonly Listing[] {
  const wanted = fold(words).trim();
  if (wanted.length < SHORTEST_NAME) return [];
  const exact = entries.filter((entry) => entry.reference === wanted || entry.title === wanted);
  if (exact.length > 0) return exact.map((entry) => entry.listing);
  const pairs = pairsOf(wanted);
  return entries
    .map((entry) => ({ entry, score: likeness(entry, wanted, pairs) }))
    .filter(({ score }) => score >= 0.6)
    .toSorted((a, b) => b.score - a.score || byDeadline(a.entry.listing, b.entry.listing))
    .slice(0, 20)
    .map(({ entry }) => entry.listing);
}

function likeness(entry: Entry, wanted: string, pairs: ReadonlySet<string>): number {
  if (entry.title.includes(wanted)) return 1 + wanted.length / entry.title.length;
  if (pairs.size === 0) return 0;
  let met = 0;
  for (const pair of pairs) if (entry.pairs.has(pair)) met += 1;
  return met / pairs.size;
}
