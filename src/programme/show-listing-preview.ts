/** How a need would look as a list, before it is one: what the owner gets to see while still writing. */
import type { Answers, AnswerValue } from './answer.ts';
import { rowsAt } from './answer-path.ts';
import { indicatorsOf } from './case-answers.ts';
import type { Form } from './form.ts';
import type { FormContext } from './form-context.ts';
import { fieldById } from './form-fields.ts';
import { proposalFor } from './form-propose.ts';
import { indicatorText } from './indicator.ts';
import type { Locale } from './records.ts';
import { inLocale, showRow, showValue } from './show-value.ts';

/** One labelled line of the page; `path` is the field it comes from, `open` marks what is still missing. */
export interface PreviewLine {
  readonly path: string;
  readonly label: string;
  readonly shown: string;
  readonly open: boolean;
}

/** What everybody sees, whatever the visibility. */
const SUMMARY: readonly string[] = ['title', 'sector', 'money', 'term', 'visibility'];
/** The whole page in the order of a list; contacts, codes and grounds stay with the case. */
const PAGE: readonly string[] = [
  'title',
  'sector',
  'problem',
  'problems',
  'goal',
  'indicators',
  'money',
  'payBidder',
  'term',
  'ip',
  'sharing',
  'requirements',
  'visibility',
];
/** Answers that make the shorter one redundant. */
const INSTEAD: Readonly<Record<string, string>> = { problem: 'problems', goal: 'indicators' };

/** The page of the list this need would become, from its answers; with summary or invited only the summary. */
export function showListingPreview(
  answers: Answers,
  form: Form,
  ctx: FormContext,
  locale: Locale,
): readonly PreviewLine[] {
  const narrow = answers.visibility === 'summary' || answers.visibility === 'invited';
  return (narrow ? SUMMARY : PAGE).flatMap((id) => {
    const better = INSTEAD[id];
    if (better !== undefined && rowsAt(answers, better).length > 0) return [];
    const field = fieldById(form, id, ctx);
    const value = answers[id] ?? (id === 'title' ? proposalFor('title', answers) : null);
    if (!field || (!field.required && value === null)) return [];
    if (value === null && Object.values(INSTEAD).includes(id)) return [];
    const label = inLocale(field.label, locale);
    return [
      {
        path: id,
        label,
        shown: shownOf(id, value, answers, () => showValue(field, value, locale, ctx)),
        open: value === null,
      },
    ];
  });

  function shownOf(id: string, value: AnswerValue, all: Answers, plain: () => string): string {
    const rows = rowsAt(all, id);
    if (rows.length === 0 || value === null) return plain();
    const field = fieldById(form, id, ctx);
    const lines =
      id === 'indicators'
        ? indicatorsOf(all).map(indicatorText)
        : rows.map((row) => (field ? showRow(field, row, locale, ctx) : ''));
    return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
  }
}
