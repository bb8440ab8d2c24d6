/** Asking one field: the question, its choices, its progress. One thing at a time. */
import type { AnswerValue } from '../programme/answer.ts';
import { rowsAt, valueAt } from '../programme/answer-path.ts';
import type { Field } from '../programme/form.ts';
import { visibleFields } from '../programme/form-fields.ts';
import type { Asked } from '../programme/next-field.ts';
import { progress } from '../programme/progress.ts';
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf } from './draft-change.ts';
import { type Known, knownValue } from './known-value.ts';
import type { Line, Say, SayButton } from './say.ts';
import { listedValue, shownValue } from './show-answer.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** The most choices a message shows as buttons. */
export const MAX_CHOICES = 4;
/** The most choices offered as a menu where the channel has room; longer lists are told by their numbers only. */
const MENU_CHOICES = 12;
const CHOICES = 'form.choices';

/** How a question is put: fresh, again after a digression, or to change an answer already given. */
export type Manner = 'fresh' | 'again' | 'change';

/** A question being put. */
interface Putting {
  readonly work: Work;
  readonly draft: Draft;
  readonly asked: Asked;
  readonly manner: Manner;
  /** The answer it has now, when it has one. */
  readonly present: AnswerValue | undefined;
  readonly known: Known | undefined;
}

/** Asks one field or cell and makes it the question in hand. */
export function askField(work: Work, draft: Draft, asked: Asked, manner: Manner, misses = 0): Work {
  const stored = valueAt(draft.answers, asked.path);
  const present = stored === null ? undefined : stored;
  const known = present === undefined ? knownValue(work, draft, asked) : undefined;
  const putting: Putting = { work, draft, asked, manner, present, known };
  const held = withState(work, { focus: { in: 'field', draft: draft.id, path: asked.path, misses } });
  return say(held, {
    lines: questionLines(putting),
    buttons: questionButtons(putting),
    ...menuOf(putting),
    asks: asked.path,
    progress: stepsOf(putting),
  });
}

/** The taps a question offers: choices, a value on offer, leaving it open; with the menu of a long one. */
export function tapsFor(work: Work, draft: Draft, asked: Asked): Pick<Say, 'buttons' | 'menu'> {
  const stored = valueAt(draft.answers, asked.path);
  const present = stored === null ? undefined : stored;
  const known = present === undefined ? knownValue(work, draft, asked) : undefined;
  const putting: Putting = { work, draft, asked, manner: 'again', present, known };
  return { buttons: questionButtons(putting), ...menuOf(putting) };
}

/** How far the stage is; going back or changing, how far it was at this question. */
function stepsOf({ work, draft, asked, manner }: Putting): { readonly done: number; readonly of: number } {
  const form = work.book.form(draft.form);
  const steps = progress(form, draft.stage, draft.answers, contextOf(work, draft));
  const fields = visibleFields(form, draft.stage, draft.answers, contextOf(work, draft));
  const at = fields.findIndex((field) => field.id === (asked.of ?? asked.field).id);
  return manner === 'change' && at >= 0 && fields.length === steps.of ? { ...steps, done: at } : steps;
}

function questionLines(putting: Putting): readonly Line[] {
  const { work, draft, asked, manner, present, known } = putting;
  const { field } = asked;
  const lines: Line[] = manner === 'again' ? [line('form.back-to')] : [];
  if (asked.indicator) lines.push(line('form.row-indicator', { target: targetOf(asked.indicator) }));
  const anew = present === undefined && asked.row === undefined;
  lines.push(manner === 'change' && !anew ? changeHead(asked) : head(putting));
  if (present !== undefined) lines.push(line('form.present', { value: listedValue(work, draft, field, present) }));
  if (asked.path.endsWith('#more') && asked.of) lines.push(rowsSoFar(putting, asked.of));
  if (known)
    lines.push(
      line(known.proposed ? 'form.proposed' : 'form.known', {
        value: listedValue(work, draft, known.field, known.value),
      }),
    );
  if (manner === 'fresh' && field.kind === 'rows') lines.push(line('form.rows-how'));
  if (manner === 'fresh' && !known && field.example)
    lines.push(line('form.example', { example: { bilingual: field.example } }));
  if (field.options && (field.options.length > MAX_CHOICES || field.kind === 'multi-choice'))
    lines.push(choiceLine(field.options));
  return lines;
}

/** What a rows field holds by now, beside "another one?". */
function rowsSoFar({ work, draft }: Putting, of: Field): Line {
  const rows = rowsAt(draft.answers, of.id);
  return line('form.rows-so-far', { n: rows.length, value: shownValue(work, draft, of, rows, 60) });
}

function targetOf({ name, operator, value, unit }: NonNullable<Asked['indicator']>): string {
  return [name, operator, value, unit].filter(Boolean).join(' ');
}

/** "（2/19）…？", in a row "（2/19 · 团队成员第 2 项）…？". */
function head(putting: Putting): Line {
  const { field, of, row, indicator } = putting.asked;
  const { done, of: all } = stepsOf(putting);
  const count = { n: Math.min(done + 1, all), of: all, question: { bilingual: field.question } };
  const optional = field.required ? '' : '-optional';
  if (row === undefined || !of || indicator) return line(`form.ask${optional}`, count);
  return line(`form.ask-row${optional}`, { ...count, label: { bilingual: of.label }, row: row + 1 });
}

function changeHead({ field, of, row }: Asked): Line {
  if (row === undefined || !of) return line('form.ask-change', { label: { bilingual: field.label } });
  const at = { label: { bilingual: of.label }, row: row + 1 };
  return field.id === of.id
    ? line('form.ask-change-row', at)
    : line('form.ask-change-cell', { ...at, cell: { bilingual: field.label } });
}

function choiceLine(options: NonNullable<Field['options']>): Line {
  const numbered = (language: 'zh' | 'en') =>
    options.map((option, index) => `${index + 1} ${option.label[language]}`).join(language === 'zh' ? '　' : ', ');
  return line(CHOICES, { choices: { bilingual: { zh: numbered('zh'), en: numbered('en') } } });
}

function questionButtons(putting: Putting): readonly SayButton[] {
  const { work, draft, asked } = putting;
  if (asked.path.endsWith('#more')) return moreRows(asked.path);
  return tapsOf(putting, likelyOptions(work, draft, asked.field), MAX_CHOICES);
}

/** All of a long choice at once. */
function menuOf(putting: Putting): Pick<Say, 'menu'> {
  const { kind, options = [] } = putting.asked.field;
  if (kind !== 'choice' || options.length <= MAX_CHOICES || options.length > MENU_CHOICES) return {};
  return { menu: { insteadOf: CHOICES, buttons: tapsOf(putting, options, Number.POSITIVE_INFINITY) } };
}

function tapsOf(putting: Putting, options: NonNullable<Field['options']>, most: number): readonly SayButton[] {
  const { draft, asked, present, known } = putting;
  const { field, path } = asked;
  const set = (value: AnswerValue, at = path): Command => ({
    do: 'set',
    path: at,
    value,
    draft: draft.id,
    asked: path,
  });
  const buttons: SayButton[] = [];
  if (present !== undefined) buttons.push(button('button.keep', { do: 'keep' }));
  if (known) buttons.push(button('button.use-known', set(known.value, known.path), 'primary'));
  if (field.kind === 'yes-no') buttons.push(...yesOrNo(field, set));
  for (const option of options.slice(0, most - buttons.length)) {
    buttons.push({ label: line('text', { text: { bilingual: option.label } }), command: set(option.id) });
  }
  if (field.allowUndecided) buttons.push(button('button.undecided', set({ undecided: true })));
  return [...buttons, ...skipButtons(putting)].slice(0, most);
}

function yesOrNo(field: Field, set: (value: AnswerValue) => Command): readonly SayButton[] {
  if (field.mustAgree) return [button('button.agree', set(true), 'primary')];
  return [button('button.yes', set(true)), button('button.no', set(false))];
}

/** A whole row being changed may be taken out; anything optional may be left open. */
function skipButtons({ asked }: Putting): readonly SayButton[] {
  const { field, of, row } = asked;
  const wholeRow = row !== undefined && of !== undefined && field.id === of.id;
  if (wholeRow) return [button('button.drop-row', { do: 'skip' })];
  if (field.required) return [];
  return [button(field.kind === 'rows' || field.kind === 'file' ? 'button.none' : 'button.skip', { do: 'skip' })];
}

function moreRows(path: string): readonly SayButton[] {
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
