/** What a paper proposes, on screen: numbered, old beside new, doubtful marked; and its doubts asked one at a time. */
import type { AnswerValue } from '../programme/answer.ts';
import { isRows, valueAt, withAnswer } from '../programme/answer-path.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import type { DraftIntake, Proposal } from '../programme/draft-intake.ts';
import type { Field } from '../programme/form.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf, saveDraft } from './draft-change.ts';
import { askIfRight } from './flow-doubt.ts';
import { localeOf } from './focus.ts';
import { pageOf } from './paging.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { listedValue, shownValue } from './show-answer.ts';
import { button, line, say, type Work, withState } from './work.ts';

const ROW_LENGTH = 44;
const OLD_LENGTH = 16;
const ITEMS_SHOWN = 3;
const UNREAD_SHOWN = 3;

/** The draft without what waits beside it. */
export function withoutIntake({ intake: _, ...draft }: Draft): Draft {
  return draft;
}

/** The list when it was not yet answered, else the next doubt; null when nothing waits any more. */
export function goOnWithIntake(work: Work, draft: Draft): Work | null {
  const { intake } = draft;
  if (!intake) return null;
  return intake.step === 'list' ? showIntake(work, draft) : askDoubt(work, draft, intake);
}

/** Shows the list, page by page; a bare yes turns the page, and takes the values in on the last one. */
export function showIntake(work: Work, draft: Draft, page = 1): Work {
  const { intake } = draft;
  if (!intake) return work;
  const listed = intake.entries.map((entry, index) => `${index + 1}. ${rowOf(work, draft, entry, intake)}`);
  const tail = remarks(work, draft, intake);
  const { at, pages, next, shown } = pageOf(listed, page, tail.length);
  const source = shorten(intake.source ?? '', 30);
  const vars = { source, n: intake.entries.length, page: at, pages };
  const held = withState(work, { focus: { in: 'intake', draft: draft.id, ...(next !== undefined && { next }) } });
  return say(held, {
    lines: [
      line(intake.source === null ? 'intake.title-pasted' : 'intake.title', vars),
      line('review.rows', { rows: shown.join('\n') }),
      ...(next === undefined ? tail : []),
    ],
    buttons: next === undefined ? lastButtons(draft) : pageButtons(draft, next),
    asks: 'intake',
  });
}

/** The list put again in short, after something else was said. */
export function remindIntake(work: Work, draft: Draft, { source, entries }: DraftIntake): Work {
  const vars = { source: shorten(source ?? '', 30), n: entries.length };
  return say(work, {
    lines: [line(source === null ? 'intake.waits-pasted' : 'intake.waits', vars)],
    buttons: [
      button('button.intake-list', { do: 'intake', draft: draft.id, act: 'show' }, 'primary'),
      button('button.intake-change', { do: 'intake', draft: draft.id, act: 'change' }),
      button('button.intake-drop', { do: 'intake', draft: draft.id, act: 'drop' }),
    ],
    asks: 'intake',
  });
}

/** One value: what it replaces, what it becomes; a single list is shown item by item. */
function rowOf(work: Work, draft: Draft, { path, value, why }: Proposal, { entries }: DraftIntake): string {
  const field = fieldAt(work.book.form(draft.form), path, contextOf(work, draft))?.field;
  if (!field) return path;
  const locale = localeOf(work);
  const label = locale === 'en' ? field.label.en : field.label.zh;
  const colon = locale === 'en' ? ': ' : '：';
  const mark = isMarked({ why }, entries) ? work.book.text(line('intake.doubtful')) : '';
  const before = valueAt(draft.answers, path);
  const old = isFilled(before) ? `${shownValue(work, draft, field, before, OLD_LENGTH)} → ` : '';
  return `${label}${colon}${old}${newValue(work, draft, field, value, entries.length === 1)}${mark}`;
}

/** A table alone is doubted as a whole anyway: it is what the list shows. */
function isMarked({ why }: Pick<Proposal, 'why'>, entries: readonly Proposal[]): boolean {
  return why !== undefined && !(why === 'rows' && entries.length === 1);
}

function newValue(work: Work, draft: Draft, field: Field, value: AnswerValue, alone: boolean): string {
  if (alone && isRows(value)) return listedValue(work, draft, field, value);
  if (alone && typeof value === 'string' && value.includes('\n')) return `\n${items(value)}`;
  return shownValue(work, draft, field, value, ROW_LENGTH).replace(/\s*\n\s*/g, ' ');
}

function items(text: string): string {
  const lines = text.split('\n').filter((each) => each.trim() !== '');
  const more = lines.length > ITEMS_SHOWN ? [`… ${lines.length}`] : [];
  return [...lines.slice(0, ITEMS_SHOWN).map((each) => shorten(each, 60)), ...more].join('\n');
}

function isFilled(value: AnswerValue | undefined): value is NonNullable<AnswerValue> {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function remarks(work: Work, draft: Draft, { entries, unread, same }: DraftIntake): readonly Line[] {
  const doubts = entries.filter((each) => isMarked(each, entries)).length;
  const labels = unread.slice(0, UNREAD_SHOWN).map(({ path, text }) => {
    const field = fieldAt(work.book.form(draft.form), path, contextOf(work, draft))?.field;
    const label = field ? (localeOf(work) === 'en' ? field.label.en : field.label.zh) : path;
    return text === '' ? label : `${label}（${text}）`;
  });
  return [
    ...(same > 0 ? [line('intake.same', { n: same })] : []),
    ...(unread.length > 0 ? [line('intake.unread', { n: unread.length, names: labels.join('、') })] : []),
    ...(doubts > 0 ? [line('intake.doubts', { n: doubts })] : []),
    line('intake.how'),
  ];
}

function lastButtons({ id }: Draft): readonly SayButton[] {
  return [
    button('button.intake-take', { do: 'intake', draft: id, act: 'take' }, 'primary'),
    button('button.intake-change', { do: 'intake', draft: id, act: 'change' }),
    button('button.intake-drop', { do: 'intake', draft: id, act: 'drop' }),
  ];
}

function pageButtons({ id }: Draft, next: number): readonly SayButton[] {
  return [
    button('button.next-page', { do: 'intake', draft: id, act: 'show', page: next }, 'primary'),
    button('button.intake-change', { do: 'intake', draft: id, act: 'change' }),
    button('button.intake-drop', { do: 'intake', draft: id, act: 'drop' }),
  ];
}

/** Takes the first doubt off the list and asks it; a yes stores it like any doubtful answer. */
function askDoubt(work: Work, draft: Draft, intake: DraftIntake): Work | null {
  const [first, ...rest] = intake.entries;
  if (!first) return null;
  const asked = fieldAt(work.book.form(draft.form), first.path, contextOf(work, draft));
  const isGood = asked && checkAnswer(asked.field, first.value, contextOf(work, draft)).ok;
  const left = rest.length > 0 ? { ...draft, intake: { ...intake, entries: rest } } : withoutIntake(draft);
  if (!asked || !isGood) return goOnWithIntake(work, left);
  // The list on paper is whole: after a yes nobody is asked for one more row.
  const answers = isRows(first.value) ? withAnswer(left.answers, `${first.path}#done`, true) : left.answers;
  const saved = saveDraft(work, { ...left, answers });
  return askIfRight(saved.work, saved.draft, asked, first.value, first.why ?? 'rows');
}
