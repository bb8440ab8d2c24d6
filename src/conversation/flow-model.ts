/** What a language model adds where one is switched on: a second reading, clearer words to confirm, a summary for staff. */
import { indicatorsOf } from '../programme/case-answers.ts';
import type { Field } from '../programme/form.ts';
import type { FormContext } from '../programme/form-context.ts';
import { visibleFields } from '../programme/form-fields.ts';
import { fieldAt } from '../programme/next-field.ts';
import { showValue } from '../programme/show-value.ts';
import { contextOf } from './draft-change.ts';
import { answerValue } from './flow-answer.ts';
import { draftInHand, localeOf } from './focus.ts';
import type { ModelEvent } from './model-types.ts';
import type { CaseView } from './reducer-types.ts';
import { button, line, query, say, type Work, withState } from './work.ts';

/** Kinds and names of fields that tell who somebody is: a model never reads them. */
const PERSONAL_KINDS: readonly string[] = ['phone', 'email', 'file', 'credit-code', 'orcid'];
const PERSONAL_FIELDS: readonly string[] = ['contact', 'lead', 'unit', 'name', 'team', 'partners'];

/** Clearer words are here, or not: they are shown, and stored only after a yes; the person's own stay one tap away. */
export function tidied(work: Work, { query: asked, text }: Extract<ModelEvent, { type: 'tidied' }>): Work {
  const draft = draftInHand(work);
  if (!draft || draft.id !== asked.draft) return work;
  const { path, value } = asked;
  const field = fieldAt(work.book.form(draft.form), path, contextOf(work, draft))?.field;
  if (text === null || field === undefined) return answerValue(work, draft, path, value);
  const held = withState(work, { focus: { in: 'confirm-value', draft: draft.id, path, value: text } });
  return say(held, {
    lines: [line('model.tidied', { text })],
    buttons: [
      button('button.use-this-text', { do: 'set', path, value: text, draft: draft.id, asked: path }, 'primary'),
      button('button.my-words', { do: 'set', path, value, draft: draft.id, asked: path }),
    ],
    asks: path,
  });
}

/** Asks for a summary of a case a staff member opened; personal fields stay here. */
export function askSummary(work: Work, { record, listing }: CaseView): Work {
  const form = work.book.form(record.form ?? work.book.programme.listingForm);
  const context: FormContext = {
    programme: work.book.programme,
    track: record.track,
    indicators: record.kind === 'listing' ? [] : (listing?.details.indicators ?? indicatorsOf(record.answers)),
  };
  const fields = form.stages
    .flatMap((stage) => visibleFields(form, stage.id, record.answers, context))
    .filter((field) => !isPersonal(field))
    .map(
      (field) =>
        `${field.label[language(work)]}: ${showValue(field, record.answers[field.id] ?? null, localeOf(work), context)}`,
    );
  const kind = work.book.text(line(`kind.${record.kind}`));
  return query(work, { type: 'summarise', case: record.id, kind, fields: [record.title, ...fields] });
}

function isPersonal({ id, kind, from }: Field): boolean {
  return PERSONAL_KINDS.includes(kind) || PERSONAL_FIELDS.includes(id) || PERSONAL_FIELDS.includes(from ?? '');
}

/** Shows the summary, marked as a machine's; without one it says where the fields are. */
export function summarised(work: Work, { query: asked, text }: Extract<ModelEvent, { type: 'summarised' }>): Work {
  const open = button('button.open-case', { do: 'open-case', case: asked.case });
  if (text === null) return say(work, { lines: [line('model.no-summary')], buttons: [open] });
  return say(work, { lines: [line('model.summary', { text, model: work.book.model ?? '' })], buttons: [open] });
}

function language(work: Work): 'zh' | 'en' {
  return localeOf(work) === 'en' ? 'en' : 'zh';
}
