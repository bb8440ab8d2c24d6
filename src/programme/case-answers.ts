/** The few answers the rules read by name; every form file uses these field ids for them. */
import type { Answers, AnswerValue, MoneyAnswer } from './answer.ts';
import type { Indicator, ListingDetails, OrganisationRef } from './records.ts';

/** Field ids with a meaning to the rules. */
export const KNOWN_FIELDS = {
  title: 'title',
  problem: 'problem',
  goal: 'goal',
  sector: 'sector',
  money: 'money',
  term: 'term',
  organisation: 'unit',
  creditCode: 'creditCode',
  contact: 'contact',
  lead: 'lead',
  email: 'email',
  recommender: 'recommender',
  indicators: 'indicators',
  requirements: 'requirements',
  visibility: 'visibility',
} as const;

const CONTACT_FIELDS: readonly string[] = [KNOWN_FIELDS.contact, KNOWN_FIELDS.email];
/** What an offline case keeps: whom to ring up, nothing else. */
const OFFLINE_FIELDS: readonly string[] = [
  ...CONTACT_FIELDS,
  KNOWN_FIELDS.organisation,
  KNOWN_FIELDS.creditCode,
  KNOWN_FIELDS.lead,
  KNOWN_FIELDS.recommender,
];

/** A text answer without surrounding space; null when missing, empty or of another kind. */
export function textAnswer(answers: Answers, field: string): string | null {
  const value = answers[field];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** The unit an answer set names, joined by its credit code where it gives one. */
export function organisationOf(answers: Answers): OrganisationRef | null {
  const name = textAnswer(answers, KNOWN_FIELDS.organisation);
  return name === null ? null : { name, creditCode: textAnswer(answers, KNOWN_FIELDS.creditCode) };
}

/** The measurable targets of the `indicators` rows; rows without a name are left out. */
export function indicatorsOf(answers: Answers): readonly Indicator[] {
  const rows = answers[KNOWN_FIELDS.indicators];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const cell = (id: string) => cellText(row, id);
    return cell('name') === ''
      ? []
      : [
          {
            name: cell('name'),
            operator: cell('operator'),
            value: cell('value'),
            unit: cell('unit'),
            method: cell('method'),
          },
        ];
  });
}

function cellText(row: unknown, id: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, id) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The sum of a money answer as a range in yuan; null while it is undecided or missing. */
export function moneyRange(answers: Answers): ListingDetails['money'] {
  const value = answers[KNOWN_FIELDS.money];
  if (!isMoney(value) || value.undecided === true) return null;
  const { yuan, min, max } = value;
  if (yuan !== undefined) return { min: yuan, max: yuan };
  if (max !== undefined) return { min: min ?? 0, max };
  return min === undefined ? null : { min, max: min };
}

function isMoney(value: AnswerValue | undefined): value is MoneyAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('yuan' in value || 'min' in value || 'max' in value || 'undecided' in value)
  );
}

/** The months of the `term` answer; null when missing. */
export function termMonths(answers: Answers): number | null {
  const value = answers[KNOWN_FIELDS.term];
  return typeof value === 'object' && value !== null && 'months' in value ? value.months : null;
}

/** How far a list made from these answers is shown; people who did not say keep it to a summary. */
export function visibilityOf(answers: Answers): ListingDetails['visibility'] {
  const value = answers[KNOWN_FIELDS.visibility];
  return value === 'public' || value === 'invited' ? value : 'summary';
}

/** The answers an offline case may keep. */
export function contactOnly(answers: Answers): Answers {
  return pick(answers, (field) => OFFLINE_FIELDS.includes(field));
}

/** The answers by which somebody can be reached. */
export function contactAnswers(answers: Answers): Answers {
  return pick(answers, (field) => CONTACT_FIELDS.includes(field));
}

/** All answers but those by which somebody can be reached. */
export function wordAnswers(answers: Answers): Answers {
  return pick(answers, (field) => !CONTACT_FIELDS.includes(field));
}

function pick(answers: Answers, wanted: (field: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => wanted(field)));
}
