/** Who stands behind a list, a bid or a profile, as far as records tell: what a conflict check compares. */
import type { Answers } from '../programme/answer.ts';
import { KNOWN_FIELDS, organisationOf, textAnswer } from '../programme/case-answers.ts';
import type { PartyIdentity, PartyPerson } from '../programme/conflict-check.ts';
import { isSameName } from '../programme/person-key.ts';
import type { CaseRecord, Membership, OrganisationRef, Profile } from '../programme/records.ts';
import { type Work, worksIn } from '../programme/shared-works.ts';

/** What is on record about the person of a case beside the case itself. */
export interface Behind {
  readonly profile: Profile | null;
  readonly memberships: readonly Membership[];
}

/** Nobody registered. */
export const NOBODY: Behind = { profile: null, memberships: [] };

/** Memberships by which somebody belongs to a unit of their own: an office's staff do not. */
const OWN_UNITS: readonly Membership['role'][] = ['lead', 'colleague', 'need-owner'];
const RESULTS = 'results';
const BASE = 'base';

/** The owner of a list or need; null for lists of the authority, behind which no party stands. */
export function ownerIdentity(record: CaseRecord, { profile, memberships }: Behind): PartyIdentity | null {
  const unit = record.organisation ?? organisationOf(record.answers);
  if (unit === null && record.owner === null) return null;
  return {
    account: record.owner,
    units: units([unit && withCode(unit, record.answers), ...unitsOf(memberships)]),
    people: profile === null ? [] : [personOf(profile)],
    named: contactNames(record.answers),
    works: profile === null ? [] : worksOf(profile.answers, RESULTS),
    phones: phonesOf(record.answers),
    declared: null,
  };
}

/** A bidder: lead unit and partners, the person who leads, the team by name, works, and what it declared. */
export function bidIdentity(bid: CaseRecord, { profile, memberships }: Behind): PartyIdentity {
  const { answers } = bid;
  const unit = bid.organisation ?? organisationOf(answers);
  const lead = textAnswer(answers, KNOWN_FIELDS.lead);
  const isLead = profile !== null && (lead === null || isSameName(lead, profile.name) === true);
  const own = profile === null ? [] : [personOf(profile)];
  const orcid = textAnswer(answers, 'orcid');
  const leads: readonly PartyPerson[] =
    lead === null
      ? own
      : [
          {
            name: lead,
            orcid: orcid ?? (isLead ? (own[0]?.orcid ?? null) : null),
            mail: isLead ? (own[0]?.mail ?? null) : null,
          },
        ];
  const partners = rows(answers, 'partners').map((row) => ({
    name: row.name ?? '',
    creditCode: row.creditCode ?? null,
  }));
  return {
    account: bid.owner,
    units: units([unit && withCode(unit, answers), ...partners, ...unitsOf(memberships)]),
    people: leads,
    named: rows(answers, 'team').flatMap(({ name }) =>
      name && !leads.some((each) => each.name === name) ? [name] : [],
    ),
    works: [...worksOf(answers, BASE), ...(profile === null ? [] : worksOf(profile.answers, RESULTS))],
    phones: phonesOf(answers),
    declared: answers.related === true ? (textAnswer(answers, 'relatedNote') ?? '') : null,
  };
}

/** A person or team by its profile alone. */
export function profileIdentity(profile: Profile): PartyIdentity {
  return {
    account: profile.account,
    units: units([organisationOf(profile.answers)]),
    people: [personOf(profile)],
    named: [],
    works: worksOf(profile.answers, RESULTS),
    phones: phonesOf(profile.answers),
    declared: null,
  };
}

/** No mail is verified today: nothing here sends one. */
function personOf({ name, answers }: Profile): PartyPerson {
  const address = textAnswer(answers, KNOWN_FIELDS.email);
  return {
    name,
    orcid: textAnswer(answers, 'orcid'),
    mail: address === null ? null : { address, verified: false },
  };
}

function withCode(unit: OrganisationRef, answers: Answers): OrganisationRef {
  return { name: unit.name, creditCode: unit.creditCode ?? textAnswer(answers, KNOWN_FIELDS.creditCode) };
}

function unitsOf(memberships: readonly Membership[]): readonly (OrganisationRef | null)[] {
  return memberships
    .filter((each) => each.revokedAt === null && OWN_UNITS.includes(each.role))
    .map((each) => each.organisation);
}

/** Each unit once; one that is named with and without its code counts with it, one named with two codes with both. */
function units(found: readonly (OrganisationRef | null)[]): readonly OrganisationRef[] {
  const named = found.filter((each) => each !== null).filter((each) => each.name.trim() !== '');
  const by = new Map(named.map((unit) => [`${unit.name} ${unit.creditCode ?? ''}`, unit]));
  const coded = new Set(named.filter((unit) => unit.creditCode !== null).map((unit) => unit.name));
  return [...by.values()].filter((unit) => unit.creditCode !== null || !coded.has(unit.name));
}

function worksOf(answers: Answers, field: string): readonly Work[] {
  return worksIn(textAnswer(answers, field) ?? '');
}

/** Mobile and landline numbers in the contact, as digits without a country code. */
function phonesOf(answers: Answers): readonly string[] {
  const said = textAnswer(answers, KNOWN_FIELDS.contact) ?? '';
  const numbers = said.match(/(?<!\d)(?:\+?86[\s-]?)?(?:1[3-9](?:[\s-]?\d){9}|0\d{2,3}[\s-]?\d{7,8})(?!\d)/g) ?? [];
  return [...new Set(numbers.map((number) => number.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')))];
}

/** 联系人：王建国13800000000 names somebody; a number alone does not. */
function contactNames(answers: Answers): readonly string[] {
  return (textAnswer(answers, KNOWN_FIELDS.contact) ?? '')
    .replace(/[\w.+-]+@[\w.-]+/gu, ',')
    .split(/[\d+,，;；:：、/|()（）\n]+/u)
    .map((part) => part.trim().replace(/^(?:联系人|负责人|姓名)\s*/u, ''))
    .filter((part) => part.length >= 2 && part.length <= 30);
}

function rows(answers: Answers, field: string): readonly Readonly<Record<string, string>>[] {
  const value = answers[field];
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null) return [];
    const cells = Object.entries(row).flatMap(([id, cell]: [string, unknown]) =>
      typeof cell === 'string' && cell.trim() !== '' ? [[id, cell.trim()] as const] : [],
    );
    return [Object.fromEntries(cells)];
  });
}
