/** From a vetted need to its list. */
import { indicatorsOf, KNOWN_FIELDS, moneyRange, termMonths, textAnswer, visibilityOf } from './case-answers.ts';
import type { CaseSeed } from './new-case.ts';
import type { Listing, Need } from './records.ts';
import { reference } from './reference.ts';
import { addDays, dayIn } from './working-days.ts';

/** What publishing adds: the last day for bids (ISO; the programme's window when null) and the batch. */
export interface Publication {
  readonly deadline: string | null;
  readonly batch: string | null;
}

/**
 * The list a vetted need becomes: its words, targets and money; contacts stay with the need. Pass it to `move` as
 * `facts.listing` to publish the need itself. Nothing is cut for a need shown only in summary: readers are, by `can`.
 */
export function publishNeed(
  need: Need,
  seed: CaseSeed,
  publication: Publication = { deadline: null, batch: null },
): Listing {
  const { id, at, programme } = seed;
  const today = dayIn(programme.timeZone, at);
  const { answers } = need;
  return {
    kind: 'listing',
    id,
    reference: reference(id, 'listing'),
    version: 1,
    status: 'published',
    track: need.track,
    title: need.title,
    sector: need.sector,
    owner: need.owner,
    organisation: need.organisation,
    offline: need.offline,
    statusSince: at,
    createdAt: at,
    submittedAt: at,
    submission: 1,
    answers: {},
    form: null,
    formVersion: 0,
    ruleVersion: programme.version,
    turn: 'applicant',
    promisedOn: null,
    reason: null,
    source: seed.source ?? need.source,
    ...(need.card && { card: need.card }),
    details: {
      goals: goalsOf(need),
      indicators: indicatorsOf(answers),
      money: moneyRange(answers),
      deadline: publication.deadline ?? addDays(today, programme.rules.bidWindowDays),
      termMonths: termMonths(answers),
      eligibility: textAnswer(answers, KNOWN_FIELDS.requirements),
      visibility: visibilityOf(answers),
      batch: publication.batch,
      province: programme.region.zh,
      year: Number(today.slice(0, 4)),
      programmeName: programme.name.zh,
      takenBy: null,
      need: need.id,
      ourReading: [],
      terms: [],
    },
  };
}

function goalsOf(need: Need): string {
  const parts = [textAnswer(need.answers, KNOWN_FIELDS.problem), textAnswer(need.answers, KNOWN_FIELDS.goal)];
  return parts.filter((part) => part !== null).join('\n');
}
