/** 利益冲突核查: what joins two parties. Identities are joined by codes, never by likeness; who is not resolved is not cleared. */
import { fold } from '../text/fold.ts';
import { isSameName } from './person-key.ts';
import type { OrganisationRef } from './records.ts';
import { sharedWorks, type Work } from './shared-works.ts';
import { compareUnits, isBranch } from './unit-name.ts';

/** A person of a party; a mail counts only once it was verified. */
export interface PartyPerson {
  readonly name: string;
  readonly orcid: string | null;
  readonly mail: { readonly address: string; readonly verified: boolean } | null;
}

/** What is known of one side: the owner of a list, a bidder, a candidate, a reviewer. */
export interface PartyIdentity {
  readonly account: string | null;
  readonly units: readonly OrganisationRef[];
  /** People who stand for the side; left empty where a unit alone does. */
  readonly people: readonly PartyPerson[];
  /** Others it names: team, contact. Only their names are known. */
  readonly named: readonly string[];
  readonly works: readonly Work[];
  /** Digits of the telephone numbers it gave. */
  readonly phones: readonly string[];
  /** The relation it declared itself, in its own words; null for none. */
  readonly declared: string | null;
}

/** What proves two sides related. */
export type ConflictKind = 'account' | 'credit-code' | 'orcid' | 'mail' | 'co-author' | 'organisation' | 'declared';
/** What somebody should look at: it proves nothing. */
export type LookKind =
  | 'unit-alike'
  | 'unit-two-codes'
  | 'unverified-mail'
  | 'same-phone'
  | 'same-name'
  | 'author-name'
  | 'work-of-others';
/** What is missing to resolve somebody. */
export type MissingKind = 'unit' | 'credit-code' | 'person-code';

/** One finding with the words it rests on: a name, a code, a title. */
export interface Finding<Kind> {
  readonly kind: Kind;
  readonly what: string;
}

/** The answer: `conflict` with reasons, `none` found, or `refused` because somebody's identity is unresolved. */
export interface ConflictCheck {
  readonly answer: 'conflict' | 'none' | 'refused';
  readonly reasons: readonly Finding<ConflictKind>[];
  readonly looks: readonly Finding<LookKind>[];
  readonly missing: readonly Finding<MissingKind>[];
}

/** Findings of one kind shown at most. */
const MOST = 5;
/** These join nobody, but while they meet nobody is cleared. */
const UNRESOLVED: readonly LookKind[] = ['same-name', 'author-name', 'unit-two-codes', 'unverified-mail', 'same-phone'];

interface Found {
  readonly reasons: readonly Finding<ConflictKind>[];
  readonly looks: readonly Finding<LookKind>[];
}

/** Compares two parties; the order does not matter for the answer. */
export function checkConflict(one: PartyIdentity, other: PartyIdentity): ConflictCheck {
  const found = [accounts, units, people, phones, works, authors, declared].map((compare) => compare(one, other));
  const reasons = unique(found.flatMap((each) => each.reasons));
  const looks = unique(found.flatMap((each) => each.looks));
  const missing = unique([...unresolvedUnits(one, other), ...unresolvedPeople(one, other)]);
  const isOpen = missing.length > 0 || looks.some(({ kind }) => UNRESOLVED.includes(kind));
  return { answer: reasons.length > 0 ? 'conflict' : isOpen ? 'refused' : 'none', reasons, looks, missing };
}

function pairs<A, B>(some: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] {
  return some.flatMap((a) => others.map((b) => [a, b] as const));
}

function accounts(one: PartyIdentity, other: PartyIdentity): Found {
  const isSame = one.account !== null && one.account === other.account;
  return { reasons: isSame ? [{ kind: 'account', what: '' }] : [], looks: [] };
}

function units(one: PartyIdentity, other: PartyIdentity): Found {
  const reasons: Finding<ConflictKind>[] = [];
  const looks: Finding<LookKind>[] = [];
  for (const [a, b] of pairs(one.units, other.units)) {
    if (a.creditCode !== null && a.creditCode === b.creditCode) {
      reasons.push({ kind: 'credit-code', what: a.creditCode });
      continue;
    }
    const likeness = compareUnits(a.name, b.name);
    // Two codes are two legal persons whatever they are called, unless one is a part of the other.
    const apart = a.creditCode !== null && b.creditCode !== null && !isBranch(a.name) && !isBranch(b.name);
    if (apart && isOneName(a.name, b.name)) looks.push({ kind: 'unit-two-codes', what: a.name });
    else if (likeness === 'same' && !apart) reasons.push({ kind: 'organisation', what: both(a.name, b.name) });
    else if (likeness !== 'other') looks.push({ kind: 'unit-alike', what: both(a.name, b.name) });
  }
  return { reasons, looks };
}

/** The same full name, however it is typed. */
function isOneName(a: string, b: string): boolean {
  const [plain, other] = [a, b].map((name) => fold(name).replace(/\s/g, ''));
  return plain === other;
}

function phones(one: PartyIdentity, other: PartyIdentity): Found {
  const shared = one.phones.filter((phone) => other.phones.includes(phone));
  return { reasons: [], looks: shared.map((what) => ({ kind: 'same-phone', what })) };
}

function people(one: PartyIdentity, other: PartyIdentity): Found {
  const reasons: Finding<ConflictKind>[] = [];
  const looks: Finding<LookKind>[] = [];
  for (const [a, b] of pairs(one.people, other.people)) {
    if (a.orcid !== null && a.orcid === b.orcid) reasons.push({ kind: 'orcid', what: a.orcid });
    const mail = sharedMail(a, b);
    if (mail === 'verified') reasons.push({ kind: 'mail', what: a.mail?.address ?? '' });
    if (mail === 'typed') looks.push({ kind: 'unverified-mail', what: a.mail?.address ?? '' });
    if (isSameName(a.name, b.name) === true && !areTold(a, b)) looks.push({ kind: 'same-name', what: a.name });
  }
  const others = [
    ...pairs(one.named, [...other.people.map((each) => each.name), ...other.named]),
    ...pairs(
      one.people.map((each) => each.name),
      other.named,
    ),
  ];
  for (const [a, b] of others) if (isSameName(a, b) === true) looks.push({ kind: 'same-name', what: a });
  return { reasons, looks };
}

/** Two people with codes of their own are told apart, or are one by them: their names say no more. */
function areTold(a: PartyPerson, b: PartyPerson): boolean {
  return (a.orcid !== null && b.orcid !== null) || sharedMail(a, b) === 'verified';
}

function sharedMail({ mail: a }: PartyPerson, { mail: b }: PartyPerson): 'verified' | 'typed' | null {
  if (a === null || b === null || a.address.trim().toLowerCase() !== b.address.trim().toLowerCase()) return null;
  return a.verified && b.verified ? 'verified' : 'typed';
}

/** A work both claim joins them, unless its authors are known and leave one of them out. */
function works(one: PartyIdentity, other: PartyIdentity): Found {
  const reasons: Finding<ConflictKind>[] = [];
  const looks: Finding<LookKind>[] = [];
  for (const [mine, theirs] of sharedWorks(one.works, other.works)) {
    const authorsKnown = [...mine.authors, ...theirs.authors];
    const leavesOut = [one, other].some((party) => isLeftOut(party, authorsKnown));
    const what = mine.title === '' ? mine.doi : mine.title;
    if (leavesOut) looks.push({ kind: 'work-of-others', what });
    else reasons.push({ kind: 'co-author', what });
  }
  return { reasons, looks };
}

/** True when none of its people can be one of the authors; an author in the other script can be anybody. */
function isLeftOut({ people: those }: PartyIdentity, known: readonly string[]): boolean {
  if (known.length === 0 || those.length === 0) return false;
  return !pairs(those, known).some(([person, author]) => isSameName(person.name, author) !== false);
}

/** A name among the authors of the other side's works: perhaps the person, perhaps a namesake. */
function authors(one: PartyIdentity, other: PartyIdentity): Found {
  const shared = new Set(sharedWorks(one.works, other.works).flat());
  const looks: Finding<LookKind>[] = [];
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const writers = from.works.filter((work) => !shared.has(work)).flatMap((work) => work.authors);
    for (const person of to.people)
      if (writers.some((name) => isSameName(name, person.name) === true))
        looks.push({ kind: 'author-name', what: person.name });
  }
  return { reasons: [], looks };
}

function declared(one: PartyIdentity, other: PartyIdentity): Found {
  const said = [one.declared, other.declared].filter((each) => each !== null);
  return { reasons: said.map((what) => ({ kind: 'declared', what })), looks: [] };
}

/** Units are compared by code: one without leaves the question open, and so does a side that names none. */
function unresolvedUnits(one: PartyIdentity, other: PartyIdentity): readonly Finding<MissingKind>[] {
  const arePeople = one.people.length > 0 && other.people.length > 0;
  if (one.units.length === 0 && other.units.length === 0 && arePeople) return [];
  const without = [one, other].filter((party) => party.units.length === 0);
  if (without.length > 0) return without.map(({ people: [who] }) => ({ kind: 'unit', what: who?.name ?? '' }));
  return [...one.units, ...other.units]
    .filter((unit) => unit.creditCode === null)
    .map(({ name }) => ({ kind: 'credit-code', what: name }));
}

/** People can only be compared with people: where both sides have some, each needs an ORCID or a verified mail. */
function unresolvedPeople(one: PartyIdentity, other: PartyIdentity): readonly Finding<MissingKind>[] {
  if (one.people.length === 0 || other.people.length === 0) return [];
  return [...one.people, ...other.people]
    .filter(({ orcid, mail }) => orcid === null && mail?.verified !== true)
    .map(({ name }) => ({ kind: 'person-code', what: name }));
}

function both(a: string, b: string): string {
  return a === b ? a : `${a} / ${b}`;
}

function unique<Kind extends string>(found: readonly Finding<Kind>[]): readonly Finding<Kind>[] {
  const seen = new Map(found.map((each) => [`${each.kind} ${each.what}`, each]));
  const counts = new Map<Kind, number>();
  return [...seen.values()].filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= MOST;
  });
}
