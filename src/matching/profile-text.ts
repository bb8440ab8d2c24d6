/** What is compared of a record: subject matter, results and methods. Never title, rank, affiliation or age (不论资质). */
import type { AnswerValue } from '../programme/answer.ts';
import { cardText } from '../programme/concept-card.ts';
import type { CaseRecord, Listing, Need, Profile } from '../programme/records.ts';

/** The sides of the index. A need is compared with nothing yet; it counts when deciding how rare a word is. */
export type Side = 'lists' | 'needs' | 'people';

/** A record's items: each is scored for itself. */
export interface MatchText {
  readonly id: string;
  readonly side: Side;
  readonly items: readonly MatchItem[];
}

/** `subject` and `body` are compared together. The body loses sentences many lists share, and is quoted only when `open`. */
export interface MatchItem {
  readonly subject: string;
  readonly body: string;
  readonly open: boolean;
}

/** Answers of a profile that tell what people work on, each one item; results are one item a line. */
const PROFILE_FIELDS = ['work', 'methods', 'terms', 'results'];
const BY_LINE = new Set(['results']);
/** Answers of a need and of a list that tell what is wanted, beside the title. */
const NEED_FIELDS = ['problem', 'goal', 'problems', 'indicators', 'base', 'terms'];
const LISTING_FIELDS = ['problem'];
/** Cells of rows that tell something: an indicator's operator and value do not. */
const ROW_CELLS = ['name', 'text', 'method'];
/** Most items of one record. */
const MOST_ITEMS = 60;

function texts(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string') return [each];
    if (typeof each !== 'object' || each === null) return [];
    return [
      ROW_CELLS.map((cell): unknown => Reflect.get(each, cell))
        .filter((cell) => typeof cell === 'string')
        .join(' '),
    ];
  });
}

function item(subject: readonly string[], body: readonly string[] = [], open = true): MatchItem {
  const text = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n');
  return { subject: text(subject), body: text(body), open };
}

function kept(items: readonly MatchItem[]): readonly MatchItem[] {
  return items.filter(({ subject, body }) => subject !== '' || body !== '').slice(0, MOST_ITEMS);
}

function profileItems({ answers }: Profile): readonly MatchItem[] {
  const parts = PROFILE_FIELDS.flatMap((field) => {
    const found = texts(answers[field]);
    return BY_LINE.has(field) ? found.flatMap((text) => text.split('\n')) : [found.join('\n')];
  });
  return kept(parts.map((part) => item([part])));
}

function listItems(listing: Listing): readonly MatchItem[] {
  const { goals, indicators, terms, visibility } = listing.details;
  const background = LISTING_FIELDS.flatMap((field) => texts(listing.answers[field]));
  const measured = indicators.map(({ name, method }) => `${name} ${method}`);
  // Among the list's own words and not as an item of its own: a card of few words would speak for half of the list.
  const card = listing.card ? [cardText(listing.card)] : [];
  const body = [goals, ...background, ...measured, ...card];
  return kept([item([listing.title, terms.join('；')], body, visibility === 'public')]);
}

function needItems(need: Need): readonly MatchItem[] {
  return kept([
    item(
      [need.title],
      NEED_FIELDS.flatMap((field) => texts(need.answers[field])),
    ),
  ]);
}

/** What is compared of a record; null when nothing of it may be: offline cases, people who did not agree, other kinds. */
export function matchText(record: CaseRecord | Profile): MatchText | null {
  if ('discoverable' in record) {
    const mayBeFound = record.discoverable || record.account === null;
    return mayBeFound ? { id: record.id, side: 'people', items: profileItems(record) } : null;
  }
  if (record.offline) return null;
  if (record.kind === 'listing') return { id: record.id, side: 'lists', items: listItems(record) };
  if (record.kind === 'need') return { id: record.id, side: 'needs', items: needItems(record) };
  return null;
}

function itemsOf(record: Profile | Listing | Need): readonly MatchItem[] {
  if ('discoverable' in record) return profileItems(record);
  return record.kind === 'listing' ? listItems(record) : needItems(record);
}

/** The items of a profile as texts, each a wish of its own when others like it are looked for. */
export function itemTexts(profile: Profile): readonly string[] {
  return profileItems(profile).map(({ subject }) => subject);
}

/** The words to search with for a record: a profile's work for its lists, a list's or need's aims for its people. */
export function wishOf(record: Profile | Listing | Need): string {
  return itemsOf(record)
    .flatMap(({ subject, body }) => [subject, body])
    .filter((part) => part !== '')
    .join('\n');
}
