/** The suite's lists and people as records of the product. */
import { createHash } from 'node:crypto';
import { listingDetails } from '../programme/listing-details.ts';
import { newListing } from '../programme/new-case.ts';
import type { Programme } from '../programme/programme.ts';
import type { Account, Listing, Locale, Membership } from '../programme/records.ts';
import type { SuiteFixture, SuiteList, SuitePerson } from './suite-fixture.ts';

const WAN = 10_000;

/** An id that depends on the suite's key alone. */
export function suiteId(key: string): string {
  return createHash('sha256').update(`suite:${key}`).digest('hex').slice(0, 32);
}

/** The id of a sector by its Chinese label; the label itself when the programme has none. */
export function sectorId(programme: Programme, label: string): string {
  return programme.sectors.find((each) => each.label.zh === label)?.id ?? label;
}

/** A locale of the product for a language tag of the suite. */
export function suiteLocale(tag: string | undefined): Locale {
  return tag === 'en' || tag === 'zh-Hant' ? tag : 'zh';
}

/** All lists of the fixture, written at an ISO instant. */
export function suiteListings(fixture: SuiteFixture, programme: Programme, at: string): readonly Listing[] {
  return fixture.lists.map((list) => listing(list, fixture, programme, at));
}

function listing(list: SuiteList, fixture: SuiteFixture, programme: Programme, at: string): Listing {
  const min = (list.amount_min ?? list.amount ?? 0) * WAN;
  const max = (list.amount_max ?? list.amount ?? 0) * WAN;
  const answers = {
    title: list.title,
    sector: sectorId(programme, list.field),
    goal: list.title,
    money: min === max ? { yuan: min } : { min, max },
    deadline: { start: list.deadline, end: list.deadline, precision: 'day' },
    visibility: 'public',
  } as const;
  const track = list.kind.startsWith('企业') ? 'enterprise-demand' : 'key-technology';
  const owner = list.owner ?? '';
  const org = fixture.people[owner]?.org;
  const seed = { id: suiteId(list.key), at, programme } as const;
  const draft = { account: suiteId(owner), form: programme.listingForm, formVersion: 1, answers };
  const made = newListing(draft, track, listingDetails(answers, programme, at), seed);
  return {
    ...made,
    status: list.status === 'closed' ? 'closed' : 'published',
    turn: list.status === 'closed' ? 'staff' : 'applicant',
    owner: owner === '' ? null : suiteId(owner),
    organisation: org === undefined ? null : { name: org, creditCode: null },
  };
}

/** The account of somebody the scene knows before they speak. */
export function suiteAccount(key: string, person: SuitePerson, at: string): Account {
  const locale = suiteLocale(person.lang);
  return { id: suiteId(key), locale, localeChosen: false, name: person.name, createdAt: at, source: 'live' };
}

/** What makes an account staff: every act of the office, in all divisions. */
export function suiteMembership(key: string, at: string): Membership {
  const account = suiteId(key);
  return {
    id: suiteId(`${key}:role`),
    account,
    role: 'decider',
    organisation: null,
    division: null,
    grantedAt: at,
    revokedAt: null,
  };
}
