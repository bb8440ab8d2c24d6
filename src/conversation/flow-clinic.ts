/** The need clinic (R36): each indicator is looked at for value, unit and test method; helps, never blocks, ends in a preview. */
import { indicatorsOf } from '../programme/case-answers.ts';
import type { IndicatorGap } from '../programme/indicator.ts';
import { indicatorText } from '../programme/indicator.ts';
import { clinicQuestion, fillGap, indicatorRows, nextGap } from '../programme/indicator-clinic.ts';
import { fitsGap } from '../programme/indicator-fits.ts';
import { nextField } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { showListingPreview } from '../programme/show-listing-preview.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf, setAnswer } from './draft-change.ts';
import { MAX_CHOICES } from './flow-ask.ts';
import { blockingProblems, hasGaps, reviewDraft } from './flow-review.ts';
import { localeOf, park } from './focus.ts';
import { packRows } from './pack-rows.ts';
import { pageOf } from './paging.ts';
import { shorten } from './shorten.ts';
import { button, line, note, say, type Work, withState } from './work.ts';

/** The most questions about one indicator. */
const QUESTIONS_EACH = 3;

type Clinic = Extract<Command, { do: 'clinic' }>;

/** Asks about the next gap; with an answer in the command, takes it first. Left-open gaps are not asked again this time. */
export function askClinic(work: Work, draft: Draft, command: Clinic): Work {
  const indicators = indicatorsOf(draft.answers);
  const { row, gap } = command;
  if (command.leave) return reviewDraft(note(work, line('clinic.left')), draft);
  if (row === undefined || gap === undefined) return next(work, draft, new Set());
  const indicator = indicators[row];
  const open = new Set([...openUntil(row, gap)]);
  if (!indicator || command.text === undefined) return next(work, draft, open);
  if (!fitsGap(gap, command.text)) return askOnceMore(work, draft, { row, gap });
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
  return askGap(work, draft, found, Math.min(open.size + 1, QUESTIONS_EACH));
}

interface Gap {
  readonly row: number;
  readonly gap: IndicatorGap;
}

function askGap(work: Work, draft: Draft, found: Gap, asked: number, again?: true): Work {
  const indicators = indicatorsOf(draft.answers);
  const indicator = indicators[found.row];
  if (!indicator) return reviewDraft(work, draft);
  const { question, choices } = clinicQuestion(indicator, found.gap, work.book.clinic);
  const focus = { in: 'clinic', draft: draft.id, ...found, asked, ...(again && { again }) } as const;
  return say(withState(work, { focus }), {
    lines: [line('clinic.ask', { n: found.row + 1, of: indicators.length, question: { bilingual: question } })],
    buttons: [
      ...likeliest(choices).map((choice) => ({
        label: line('text', { text: { bilingual: choice.label } }),
        command: {
          do: 'clinic',
          draft: draft.id,
          ...found,
          ...(choice.text !== null && { text: choice.text }),
        } as const,
      })),
      button('button.clinic-leave', { do: 'clinic', draft: draft.id, leave: true }),
    ],
    asks: `indicators[${found.row}].${found.gap}`,
  });
}

/** The first proposals, and "not settled" last; with the way out they are four. */
function likeliest<Choice extends { readonly text: string | null }>(choices: readonly Choice[]): readonly Choice[] {
  const unsettled = choices.filter((each) => each.text === null);
  const proposals = choices.filter((each) => each.text !== null);
  return [...proposals.slice(0, MAX_CHOICES - 1 - unsettled.length), ...unsettled];
}

/** Words that are no answer are never kept: asked once more with an example, then the gap stays open. */
function askOnceMore(work: Work, draft: Draft, found: Gap): Work {
  const { focus } = work.state;
  const indicator = indicatorsOf(draft.answers)[found.row];
  if (!indicator) return next(work, draft, new Set());
  const same = focus.in === 'clinic' && focus.row === found.row && focus.gap === found.gap;
  if (same && focus.again)
    return next(
      note(work, line('clinic.left-open', { name: shorten(indicator.name) })),
      draft,
      new Set(openUntil(found.row, found.gap)),
    );
  const choice = clinicQuestion(indicator, found.gap, work.book.clinic).choices.find((each) => each.text !== null);
  const example = choice ? { bilingual: choice.label } : { key: `clinic.example-${found.gap}` };
  return askGap(note(work, line(`clinic.no-${found.gap}`, { example })), draft, found, same ? focus.asked : 1, true);
}

/** The clinic's open question again; when it has none any more, the next gap. */
export function askClinicAgain(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  if (focus.in !== 'clinic') return next(work, draft, new Set());
  const seen = openUntil(focus.row, focus.gap);
  return next(work, draft, new Set(seen.slice(0, -1)));
}

/** After a preview a plain yes still leads to the review first; a review already seen in this version stays seen. */
function beforeReview(work: Work, draft: Draft): Work {
  const { focus } = work.state;
  const seen = focus.in === 'review' && focus.draft === draft.id && focus.version === draft.version;
  return seen ? work : withState(work, { focus: { in: 'review', draft: draft.id, version: draft.version, next: 1 } });
}

/** The list this need would become, from what is known so far, page by page. */
export function showPreview(work: Work, draft: Draft, page = 1): Work {
  const rows = showListingPreview(draft.answers, work.book.form(draft.form), contextOf(work, draft), localeOf(work));
  const colon = localeOf(work) === 'en' ? ': ' : '：';
  const lines = rows.map((row) => `${row.label}${colon}${row.open ? '—' : shorten(row.shown, 120)}`);
  const { at, pages, next: more, shown } = pageOf(packRows(lines), page);
  const open = draft.status === 'open';
  const asking = hasGaps(draft) && !work.notes.some((each) => each.key === 'clinic.done');
  const ready = open && more === undefined && isReady(work, draft);
  return say(ready ? beforeReview(work, draft) : park(work), {
    lines: [line('preview.head', { page: at, pages }), line('preview.rows', { rows: shown.join('\n') })],
    buttons: [
      ...(more === undefined ? [] : [button('button.next-page', { do: 'preview', draft: draft.id, page: more })]),
      ...(ready ? [button('button.submit', { do: 'submit', draft: draft.id, version: draft.version })] : []),
      ...(open ? [button('button.back-to-form', { do: 'resume', draft: draft.id }, 'primary')] : []),
      ...(asking ? [button('button.clinic', { do: 'clinic', draft: draft.id })] : []),
      ...(draft.case ? [button('button.status', { do: 'status', case: draft.case.id })] : []),
    ],
  });
}

/** True when nothing is left to answer before the stage can be handed in. */
function isReady(work: Work, draft: Draft): boolean {
  const asked = nextField(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft), draft.later);
  return asked === null && !draft.intake && blockingProblems(work, draft).length === 0;
}
