/** What is known already about a question: offered as one tap, never taken silently. */
import type { AnswerValue } from '../programme/answer.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import type { Field } from '../programme/form.ts';
import { proposalFor } from '../programme/form-propose.ts';
import type { Asked } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { mine, type Work } from './work.ts';

/** A value on offer; `proposed` when it was made from other answers of the same form. */
export interface Known {
  readonly path: string;
  readonly field: Field;
  readonly value: AnswerValue;
  readonly proposed: boolean;
}

/** What profile, earlier drafts of the person or earlier answers say for this question; only what the field would accept. */
export function knownValue(work: Work, draft: Draft, asked: Asked): Known | undefined {
  const { path, field } = asked;
  if (path.includes('[') || path.includes('#')) return undefined;
  const fits = (value: AnswerValue | undefined): value is AnswerValue =>
    value !== undefined && value !== null && checkAnswer(field, value, contextOf(work, draft)).ok;
  const told = field.from === undefined ? undefined : toldBefore(work, draft, field.from);
  if (fits(told)) return { path, field, value: told, proposed: false };
  const proposed =
    draft.purpose === 'need' && draft.answers[field.id] === undefined
      ? (proposalFor(field.id, draft.answers) ?? undefined)
      : undefined;
  return fits(proposed) ? { path, field, value: proposed, proposed: true } : undefined;
}

/** The profile first, then the same field of the person's other forms, the latest first. */
function toldBefore(work: Work, draft: Draft, from: string): AnswerValue | undefined {
  const { account, profile, drafts } = mine(work);
  // A colleague's own details are not the lead's, and the lead's are not a colleague's.
  if (draft.account !== account.id) return undefined;
  const inProfile = profile?.answers[from];
  if (inProfile !== undefined && inProfile !== null) return inProfile;
  const id = from === 'name' ? 'lead' : from;
  return drafts
    .filter(
      (each) =>
        each.account === account.id &&
        each.id !== draft.id &&
        each.status !== 'discarded' &&
        each.purpose === draft.purpose,
    )
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .map((each) => each.answers[id])
    .find((value) => value !== undefined && value !== null);
}
