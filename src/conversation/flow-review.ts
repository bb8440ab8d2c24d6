/** Review: every answer numbered, change by number or name, and only then hand in. */
import { indicatorsOf } from '../programme/case-answers.ts';
import { checkStage, type Problem } from '../programme/check-stage.ts';
import { indicatorGaps, indicatorText } from '../programme/indicator.ts';
import { fieldAt } from '../programme/next-field.ts';
import { progress } from '../programme/progress.ts';
import type { Draft } from '../programme/records.ts';
import { reviewLines } from '../programme/review-lines.ts';
import { contextOf } from './draft-change.ts';
import { askField } from './flow-ask.ts';
import { localeOf } from './focus.ts';
import { openForChange, pathNumbered, tellFixed } from './open-for-change.ts';
import { packRows } from './pack-rows.ts';
import { pageOf } from './paging.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { isHidden } from './show-answer.ts';
import type { Focus } from './state.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** Targets named in one line of the review. */
const INDICATORS_SHOWN = 3;
/** What stands against handing in, or is worth a thought, named at once. */
const FINDINGS_SHOWN = 3;

/** Shows the numbered summary of the stage, page by page; a bare yes submits only while its last page is the open question. */
export function reviewDraft(work: Work, draft: Draft, page = 1): Work {
  const context = contextOf(work, draft);
  const form = work.book.form(draft.form);
  const colon = localeOf(work) === 'en' ? ': ' : '：';
  const rows = rowsFor(work, draft).map((row) => `${row.n}. ${row.label}${colon}${shorten(row.shown, 48)}`);
  const tail = [...indicatorLines(work, draft), ...findings(work, draft)];
  const { at, pages, next, shown } = pageOf(packRows(rows), page, tail.length);
  const held = withState(work, {
    focus: { in: 'review', draft: draft.id, version: draft.version, ...(next !== undefined && { next }) },
  });
  const blocking = blockingProblems(work, draft);
  // On a single page the answer just given stands in its own row.
  const spoken = pages === 1 ? { ...held, notes: held.notes.filter((each) => each.key !== 'form.echo') } : held;
  return say(spoken, {
    lines: [
      line(pages > 1 ? 'review.title-page' : 'review.title', { title: stageTitle(work, draft), page: at, pages }),
      line('review.rows', { rows: shown.join('\n') }),
      ...(next === undefined ? tail : []),
    ],
    buttons: next === undefined ? reviewButtons(work, draft, blocking) : pageButtons(draft, next),
    asks: 'confirm',
    progress: progress(form, draft.stage, draft.answers, context),
  });
}

/** The review as the open question: at the page still to come, which is the first where it was not on screen. */
function onScreen(work: Work, { id, version }: Draft): Extract<Focus, { in: 'review' }> {
  const { focus } = work.state;
  const isThere = focus.in === 'review' && focus.draft === id && focus.version === version;
  return isThere ? focus : { in: 'review', draft: id, version, next: 1 };
}

/** The numbered lines, without what is the lead's alone. */
function rowsFor(work: Work, draft: Draft): ReturnType<typeof reviewLines> {
  const [context, form] = [contextOf(work, draft), work.book.form(draft.form)];
  return reviewLines(form, draft.stage, draft.answers, context, localeOf(work)).map((row) => {
    const field = fieldAt(form, row.path, context)?.field;
    const hidden = field !== undefined && draft.answers[field.id] !== undefined && isHidden(work, draft, field);
    return hidden ? { ...row, shown: work.book.text(line('care.hidden')) } : row;
  });
}

/** The review put again in short, after something else was said. */
export function remindReview(work: Work, draft: Draft): Work {
  const blocking = blockingProblems(work, draft);
  const look = button('button.review', { do: 'review', draft: draft.id });
  const { next } = onScreen(work, draft);
  // Handing in is offered below the last page alone.
  const first = (next === undefined ? reviewButtons(work, draft, blocking) : pageButtons(draft, next)).slice(0, 1);
  return say(work, {
    lines: [line(blocking.length > 0 ? 'review.reminder-open' : 'review.reminder', { title: stageTitle(work, draft) })],
    buttons: [...first, look, button('button.pause', { do: 'pause' })],
    asks: 'confirm',
  });
}

/** What still stands against handing in, in one line, with the way to mend it. */
export function tellMissing(work: Work, draft: Draft): Work {
  const blocking = blockingProblems(work, draft);
  return say(withState(work, { focus: onScreen(work, draft) }), {
    lines: [line('submit.not-yet'), ...problemLines(work, draft, blocking)],
    buttons: [
      ...reviewButtons(work, draft, blocking).slice(0, 1),
      button('button.review', { do: 'review', draft: draft.id }),
      button('button.pause', { do: 'pause' }),
    ],
    asks: 'confirm',
  });
}

/** What was read as measurable targets in a need, where its stage does not list them itself. */
function indicatorLines(work: Work, draft: Draft): readonly Line[] {
  const listed = rowsFor(work, draft).some(({ path }) => path.startsWith('indicators'));
  const read = draft.purpose === 'need' && !listed ? indicatorsOf(draft.answers) : [];
  if (read.length === 0) return [];
  const named = read.slice(0, INDICATORS_SHOWN).map((each) => shorten(indicatorText(each), 40));
  const shown = [...named, ...(read.length > INDICATORS_SHOWN ? ['…'] : [])];
  return [line('review.indicators', { n: read.length, rows: shown.join(localeOf(work) === 'en' ? '; ' : '；') })];
}

function stageTitle(work: Work, draft: Draft): { bilingual: { zh: string; en: string } } {
  const form = work.book.form(draft.form);
  return { bilingual: form.stages.find((each) => each.id === draft.stage)?.title ?? form.title };
}

/** Errors of the draft's stage, in the order of the form. */
export function blockingProblems(work: Work, draft: Draft): readonly Problem[] {
  return checkStage(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft)).filter(
    (each) => each.severity === 'error',
  );
}

function findings(work: Work, draft: Draft): readonly Line[] {
  if (draft.status !== 'open') return [line('review.handed-in')];
  const problems = checkStage(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
  const blocking = problems.filter((each) => each.severity === 'error');
  const warnings = problems.filter((each) => each.severity === 'warning').slice(0, 2);
  const named = [
    ...problemLines(work, draft, blocking),
    ...warnings.map((each) => line('review.warning', { message: { bilingual: each.message } })),
  ];
  return [...named.slice(0, FINDINGS_SHOWN), line(blocking.length > 0 ? 'review.not-yet' : 'review.how-to-change')];
}

/** Missing answers by name in one line; other findings each in their own, two at most. */
function problemLines(work: Work, draft: Draft, blocking: readonly Problem[]): readonly Line[] {
  const labels = new Map<string, { zh: string; en: string }>();
  for (const each of blocking.filter(({ reason }) => reason === 'required')) {
    const field = fieldAt(work.book.form(draft.form), each.path.replace(/[[#].*$/, ''), contextOf(work, draft))?.field;
    if (field) labels.set(field.id, field.label);
  }
  const names = [...labels.values()];
  const joined = {
    zh: names
      .slice(0, 4)
      .map((each) => each.zh)
      .join('、'),
    en: names
      .slice(0, 4)
      .map((each) => each.en)
      .join(', '),
  };
  const missing =
    names.length > 0
      ? [
          line('review.missing', {
            n: names.length,
            more: names.length > 4 ? 'yes' : 'no',
            names: { bilingual: joined },
          }),
        ]
      : [];
  const others = blocking.filter(({ reason }) => reason !== 'required').slice(0, 2);
  return [...missing, ...others.map((each) => line('review.problem', { message: { bilingual: each.message } }))];
}

function pageButtons(draft: Draft, next: number): readonly SayButton[] {
  return [
    button('button.next-page', { do: 'review', draft: draft.id, page: next }, 'primary'),
    button('button.edit', { do: 'change', path: '', draft: draft.id }),
    button('button.pause', { do: 'pause' }),
  ];
}

function reviewButtons(work: Work, draft: Draft, blocking: readonly Problem[]): readonly SayButton[] {
  const edit = button('button.edit', { do: 'change', path: '', draft: draft.id });
  const pause = button('button.pause', { do: 'pause' });
  if (draft.status !== 'open') return [edit, button('button.status', { do: 'status' })];
  const [first] = blocking;
  if (first) return [button('button.mend', { do: 'change', path: first.path, draft: draft.id }, 'primary'), pause];
  const key = stageOf(work, draft) === 'profile' ? 'button.save' : 'button.submit';
  const gaps = hasGaps(draft) ? [button('button.clinic', { do: 'clinic', draft: draft.id })] : [];
  return [button(key, { do: 'submit', draft: draft.id, version: draft.version }, 'primary'), ...gaps, edit, pause];
}

function stageOf(work: Work, draft: Draft): string | undefined {
  return work.book.form(draft.form).stages.find((each) => each.id === draft.stage)?.submits;
}

/** True while an indicator of the need lacks a value, a unit or a test method. */
export function hasGaps(draft: Draft): boolean {
  return draft.purpose === 'need' && indicatorsOf(draft.answers).some((each) => indicatorGaps(each).length > 0);
}

/** Opens one field for change, by path or by the number the review showed; without one, offers the last two filled. */
export function changeField(work: Work, draft: Draft, path: string): Work {
  const form = work.book.form(draft.form);
  const numbered = pathNumbered(work, draft, path);
  const asked = numbered ? fieldAt(form, numbered, contextOf(work, draft)) : null;
  const open = openForChange(work, draft, asked?.path ?? null);
  if (!open) return tellFixed(work, draft);
  if (asked) return askField(open.work, open.draft, asked, asked.path.endsWith('#more') ? 'fresh' : 'change');
  if (path === '') return whichField(open.work, open.draft);
  const rows = rowsFor(work, draft);
  const known = /^\d+$/.test(path) ? line('review.no-such', { n: path, of: rows.length }) : line('review.which');
  return say(withState(work, { focus: onScreen(work, draft) }), {
    lines: [known],
    buttons: [button('button.review', { do: 'review', draft: draft.id })],
    asks: 'confirm',
  });
}

/** The last two answers, to tap or to name; an open question stays the one in hand. */
function whichField(work: Work, draft: Draft): Work {
  const form = work.book.form(draft.form);
  const { focus } = work.state;
  const inField = focus.in === 'field' && focus.draft === draft.id;
  const held = inField ? work : withState(work, { focus: onScreen(work, draft) });
  const paths = [...new Set(draft.undo.map((each) => each.path).toReversed())];
  const last = paths.flatMap((path) => fieldAt(form, path, contextOf(work, draft)) ?? []).slice(0, 2);
  return say(held, {
    lines: [line('review.which')],
    buttons: [
      ...last.map((each) => ({
        label: line('text', { text: { bilingual: each.field.label } }),
        command: { do: 'change', path: each.path, draft: draft.id } as const,
      })),
      button('button.review', { do: 'review', draft: draft.id }),
    ],
    asks: inField ? focus.path : 'confirm',
  });
}
