/** The need clinic (R36): each indicator is looked at for value, unit and test method; helps, never blocks, ends in a preview. */
import { indicatorsOf } from '../programme/case-answers.ts';
import type { IndicatorGap } from '../programme/indicator.ts';
import { indicatorText } from '../programme/indicator.ts';
import { clinicQuestion, fillGap, indicatorRows, nextGap } from '../programme/indicator-clinic.ts';
import type { Draft } from '../programme/records.ts';
import { showListingPreview } from '../programme/show-listing-preview.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, setAnswer } from './draft-change.ts';
import { hasGaps } from './flow-review.ts';
import { localeOf, park } from './focus.ts';
import { shorten } from './shorten.ts';
import { button, line, note, say, type Work, withState } from './work.ts';

/** The most questions about one indicator. */
const QUESTIONS_EACH = 3;

type Clinic = Extract<Command, { do: 'clinic' }>;

/** Asks about the next gap; with an answer in the command, takes it first. Left-open gaps are not asked again this time. */
export function askClinic(work: Work, draft: Draft, command: Clinic): Work {
  const indicators = indicatorsOf(draft.answers);
  const { row, gap } = command;
  if (row === undefined || gap === undefined) return next(work, draft, new Set());
  const indicator = indicators[row];
  const open = new Set([...openUntil(row, gap)]);
  if (!indicator || command.text === undefined) return next(work, draft, open);
  const mended = fillGap(indicator, gap, command.text);
  const rows = indicators.map((each, index) => (index === row ? mended : each));
  const set = setAnswer(work, draft, 'indicators', indicatorRows(rows));
  return next(
    note(set.work, line('clinic.noted', { name: shorten(mended.name), shown: indicatorText(mended) })),
    set.draft,
    open,
  );
}

/** Everything asked before this gap counts as seen, so that the clinic only moves on. */
function openUntil(row: number, gap: IndicatorGap): readonly string[] {
  const order: readonly IndicatorGap[] = ['value', 'unit', 'method'];
  const before = Array.from({ length: row }, (_, index) => order.map((each) => `${index}.${each}`)).flat();
  return [...before, ...order.slice(0, order.indexOf(gap) + 1).map((each) => `${row}.${each}`)];
}

function next(work: Work, draft: Draft, open: ReadonlySet<string>): Work {
  const indicators = indicatorsOf(draft.answers);
  const found = nextGap(indicators, open);
  const indicator = found ? indicators[found.row] : undefined;
  if (!found || !indicator) return showPreview(note(work, line('clinic.done')), draft);
  const { question, choices } = clinicQuestion(indicator, found.gap, work.book.clinic);
  const asked = Math.min(open.size + 1, QUESTIONS_EACH);
  return say(withState(work, { focus: { in: 'clinic', draft: draft.id, ...found, asked } }), {
    lines: [line('clinic.ask', { n: found.row + 1, of: indicators.length, question: { bilingual: question } })],
    buttons: choices.map((choice) => ({
      label: line('text', { text: { bilingual: choice.label } }),
      command: { do: 'clinic', draft: draft.id, ...found, ...(choice.text !== null && { text: choice.text }) } as const,
    })),
    asks: `indicators[${found.row}].${found.gap}`,
  });
}

/** The clinic's open question again; when it has none any more, the next gap. */
export function askClinicAgain(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  if (focus.in !== 'clinic') return next(work, draft, new Set());
  const seen = openUntil(focus.row, focus.gap);
  return next(work, draft, new Set(seen.slice(0, -1)));
}

/** The one page the published list would be, from what is known so far. */
export function showPreview(work: Work, draft: Draft): Work {
  const rows = showListingPreview(draft.answers, work.book.form(draft.form), contextOf(work, draft), localeOf(work));
  const colon = localeOf(work) === 'en' ? ': ' : '：';
  const page = rows.map((row) => `${row.label}${colon}${row.open ? '—' : shorten(row.shown, 300)}`).join('\n');
  const open = draft.status === 'open';
  const asking = hasGaps(draft) && !work.notes.some((each) => each.key === 'clinic.done');
  return say(park(work), {
    lines: [line('preview.head'), line('preview.rows', { rows: page })],
    buttons: [
      ...(open ? [button('button.back-to-form', { do: 'resume', draft: draft.id }, 'primary')] : []),
      ...(asking ? [button('button.clinic', { do: 'clinic', draft: draft.id })] : []),
      ...(draft.case ? [button('button.status', { do: 'status', case: draft.case.id })] : []),
    ],
  });
}
