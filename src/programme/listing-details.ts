/** What a list says, from the answers of its form. */
import type { Answers } from './answer.ts';
import { indicatorsOf, moneyRange, termMonths, textAnswer, visibilityOf } from './case-answers.ts';
import type { Programme } from './programme.ts';
import type { ListingDetails } from './records.ts';
import { dayIn } from './working-days.ts';

/** The details of a list written at an ISO instant; whoever did not say how public it is meant it for everybody. */
export function listingDetails(answers: Answers, programme: Programme, at: string): ListingDetails {
  const deadline = answers.deadline;
  const terms = textAnswer(answers, 'terms') ?? '';
  return {
    goals: textAnswer(answers, 'goal') ?? '',
    indicators: indicatorsOf(answers),
    money: moneyRange(answers),
    deadline: typeof deadline === 'object' && deadline !== null && 'end' in deadline ? deadline.end : null,
    termMonths: termMonths(answers),
    eligibility: textAnswer(answers, 'eligibility'),
    visibility: answers.visibility === undefined ? 'public' : visibilityOf(answers),
    batch: textAnswer(answers, 'batch'),
    province: programme.region.zh,
    year: Number(dayIn(programme.timeZone, at).slice(0, 4)),
    programmeName: programme.name.zh,
    takenBy: null,
    need: null,
    ourReading: [],
    terms: terms
      .split(/[,，、;；\n]/u)
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  };
}
