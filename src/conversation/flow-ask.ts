/** Asking one field: the question, its choices, its progress. One thing at a time. */
import type { AnswerValue } from '../programme/answer.ts';
import { valueAt } from '../programme/answer-path.ts';
import type { Field } from '../programme/form.ts';
import { proposalFor } from '../programme/form-propose.ts';
import type { Asked } from '../programme/next-field.ts';
import { progress } from '../programme/progress.ts';
import type { Draft } from '../programme/records.ts';
import { showValue } from '../programme/show-value.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf } from './draft-change.ts';
import { localeOf } from './focus.ts';
import type { Line, SayButton } from './say.ts';
import { button, line, mine, say, withState, type Work } from './work.ts';

/** The most choices a message shows as buttons. */
export const MAX_CHOICES = 4;

/** How a question is put: fresh, again after a digression, or to change an answer already given. */
export type Manner = 'fresh' | 'again' | 'change';

/** Asks one field or cell and makes it the question in hand. */
export function askField(work: Work, draft: Draft, asked: Asked, manner: Manner, misses = 0): Work {
  const present = valueAt(draft.answers, asked.path);
  const known = present === undefined || present === null ? knownValue(work, draft, asked) : undefined;
  const held = withState(work, { focus: { in: 'field', draft: draft.id, path: asked.path, misses } });
  return say(held, {
    lines: questionLines(work, draft, asked, manner, present, known),
    buttons: questionButtons(draft, asked, present, known, work),
    asks: asked.path,
    progress: progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft)),
  });
}

function questionLines(
  work: Work,
  draft: Draft,
  asked: Asked,
  manner: Manner,
  present: AnswerValue | undefined,
  known: Known | undefined,
): readonly Line[] {
  const { field } = asked;
  const context = contextOf(work, draft);
  const shown = (value: AnswerValue) => showValue(field, value, localeOf(work), context);
  const steps = progress(work.book.form(draft.form), draft.stage, draft.answers, context);
  const head =
    manner === 'change'
      ? line('form.ask-change', { label: { bilingual: field.label } })
      : line(field.required ? 'form.ask' : 'form.ask-optional', {
          n: Math.min(steps.done + 1, steps.of),
          of: steps.of,
          question: { bilingual: field.question },
        });
  const row = asked.row === undefined || !asked.of ? [] : [rowLine(work, draft, asked)];
  const lines: Line[] = manner === 'again' ? [line('form.back-to'), ...row, head] : [...row, head];
  if (present !== undefined && present !== null) lines.push(line('form.present', { value: shown(present) }));
  if (known) lines.push(line(known.proposed ? 'form.proposed' : 'form.known', { value: showValue(known.field, known.value, localeOf(work), context) }));
  if (manner !== 'again' && field.example) lines.push(line('form.example', { example: { bilingual: field.example } }));
  const choices = field.options && field.options.length > MAX_CHOICES ? [choiceLine(field)] : [];
  return [...lines, ...choices];
}

function rowLine(work: Work, draft: Draft, asked: Asked): Line {
  const indicator = asked.of?.rowPer === 'list-indicator' ? contextOf(work, draft).indicators[asked.row ?? 0] : undefined;
  if (indicator) {
    const target = [indicator.name, indicator.operator, indicator.value, indicator.unit].filter(Boolean).join(' ');
    return line('form.row-indicator', { target });
  }
  return line('form.row', { label: { bilingual: asked.of?.label ?? asked.field.label }, n: (asked.row ?? 0) + 1 });
}

function choiceLine(field: Field): Line {
  const numbered = (language: 'zh' | 'en') =>
    (field.options ?? []).map((option, index) => `${index + 1} ${option.label[language]}`).join(language === 'zh' ? '　' : ', ');
  return line('form.choices', { choices: { bilingual: { zh: numbered('zh'), en: numbered('en') } } });
}

function questionButtons(
  draft: Draft,
  asked: Asked,
  present: AnswerValue | undefined,
  known: Known | undefined,
  work: Work,
): readonly SayButton[] {
  const { field, path } = asked;
  const set = (value: AnswerValue): Command => ({ do: 'set', path, value, draft: draft.id, asked: path });
  const buttons: SayButton[] = [];
  if (present !== undefined && present !== null) buttons.push(button('button.keep', { do: 'keep' }));
  if (known) buttons.push(button('button.use-known', { do: 'set', path: known.path, value: known.value, draft: draft.id, asked: path }, 'primary'));
  if (path.endsWith('#more')) return [...buttons, ...moreRows(asked)];
  if (field.kind === 'yes-no') {
    buttons.push(button('button.yes', set(true)), button('button.no', set(false)));
  }
  for (const option of likelyOptions(work, draft, field).slice(0, MAX_CHOICES - buttons.length)) {
    buttons.push({ label: line('text', { text: { bilingual: option.label } }), command: set(option.id) });
  }
  if (field.allowUndecided) buttons.push(button('button.undecided', set({ undecided: true })));
  if (!field.required && buttons.length < MAX_CHOICES) buttons.push(button('button.skip', { do: 'skip' }));
  return buttons.slice(0, MAX_CHOICES);
}

function moreRows(asked: Asked): readonly SayButton[] {
  const path = asked.path;
  return [
    button('button.another-row', { do: 'another-row', yes: true, path }),
    button('button.rows-done', { do: 'another-row', yes: false, path }, 'primary'),
  ];
}

/** For long choices, those whose words appear in what was already said come first: a proposal, never a value. */
function likelyOptions(work: Work, draft: Draft, field: Field): NonNullable<Field['options']> {
  if (field.kind !== 'choice') return [];
  const options = field.options ?? [];
  if (options.length <= MAX_CHOICES) return options;
  const said = JSON.stringify(draft.answers);
  const aliases = new Map(work.book.programme.sectors.map((sector) => [sector.id, sector.aliases]));
  const likely = options.filter((option) =>
    [option.label.zh, ...(option.aliases ?? []), ...(aliases.get(option.id) ?? [])].some(
      (word) => word.length > 1 && said.includes(word),
    ),
  );
  return likely.slice(0, 3);
}

/** A value offered as one tap; never taken silently. */
interface Known {
  readonly path: string;
  readonly field: Field;
  readonly value: AnswerValue;
  readonly proposed: boolean;
}

/** What the profile already says for this field, or what earlier answers of the need propose. */
function knownValue(work: Work, draft: Draft, asked: Asked): Known | undefined {
  const field = asked.of && asked.row === 0 ? asked.of : asked.field;
  const path = field === asked.of ? field.id : asked.path;
  const told = field.from ? mine(work).profile?.answers[field.from] : undefined;
  if (told !== undefined && told !== null) return { path, field, value: told, proposed: false };
  const proposed = draft.purpose === 'need' && draft.answers[field.id] === undefined ? proposalFor(field.id, draft.answers) : null;
  return proposed === null ? undefined : { path, field, value: proposed, proposed: true };
}
