/** Review: every answer numbered, change by number or name, and only then hand in. */
import { type Problem, checkStage } from '../programme/check-stage.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { reviewLines } from '../programme/review-lines.ts';
import { contextOf } from './draft-change.ts';
import { localeOf } from './focus.ts';
import { askField } from './flow-ask.ts';
import type { Line, SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { button, line, say, withState, type Work } from './work.ts';

/** Shows the numbered summary of the stage; a bare yes submits only while this is the open question. */
export function reviewDraft(work: Work, draft: Draft): Work {
  const context = contextOf(work, draft);
  const form = work.book.form(draft.form);
  const rows = reviewLines(form, draft.stage, draft.answers, context, localeOf(work));
  const problems = checkStage(form, draft.stage, draft.answers, context);
  const blocking = problems.filter((each) => each.severity === 'error');
  const held = withState(work, { focus: { in: 'review', draft: draft.id, version: draft.version } });
  const stage = form.stages.find((each) => each.id === draft.stage);
  const lines: Line[] = [
    line('review.title', { title: { bilingual: stage?.title ?? form.title } }),
    line('review.rows', {
      rows: rows
        .map((row) => `${row.n}. ${row.label}${localeOf(work) === 'en' ? ': ' : '：'}${shorten(row.shown, 48)}`)
        .join('\n'),
    }),
    ...problems.slice(0, 3).map(problemLine),
    line(blocking.length > 0 ? 'review.not-yet' : 'review.how-to-change'),
  ];
  return say(held, { lines, buttons: reviewButtons(draft, blocking), asks: 'confirm' });
}

function problemLine(problem: Problem): Line {
  return line(problem.severity === 'error' ? 'review.problem' : 'review.warning', {
    message: { bilingual: problem.message },
  });
}

function reviewButtons(draft: Draft, blocking: readonly Problem[]): readonly SayButton[] {
  const first = blocking[0];
  const gaps = hasGaps(draft) ? [button('button.clinic', { do: 'clinic', draft: draft.id })] : [];
  const pause = button('button.pause', { do: 'pause' });
  if (first) return [button('button.mend', { do: 'change', path: first.path, draft: draft.id }, 'primary'), pause];
  return [
    button('button.submit', { do: 'submit', draft: draft.id, version: draft.version }, 'primary'),
    ...gaps,
    button('button.edit', { do: 'change', path: '', draft: draft.id }),
    pause,
  ];
}

function hasGaps(draft: Draft): boolean {
  return draft.purpose === 'need' && Array.isArray(draft.answers['indicators']);
}

/** Opens one field for change, by path or by the number the review showed. */
export function changeField(work: Work, draft: Draft, path: string): Work {
  const form = work.book.form(draft.form);
  const context = contextOf(work, draft);
  const rows = reviewLines(form, draft.stage, draft.answers, context, localeOf(work));
  const numbered = /^\d+$/.test(path) ? rows.find((row) => row.n === Number(path))?.path : path;
  const asked = numbered ? fieldAt(form, numbered, context) : null;
  if (asked) return askField(work, draft, asked, 'change');
  return say(work, { lines: [line('review.which')], asks: 'confirm' });
}
