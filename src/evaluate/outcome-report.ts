/** Writing down how a suite went: for people, as one line of JSON, and as a file of failures. */
import { graveErrors, type Share, type SuiteOutcome, shareOf, sharesByGroup } from './outcome.ts';

const LONGEST_LINE = 400;

/** The report as lines for a terminal. */
export function outcomeText(outcome: SuiteOutcome): string {
  const { suite, checked, judge, numbers, notes } = outcome;
  const grave = graveErrors(outcome);
  const groups = [...sharesByGroup(checked)].toSorted(([a], [b]) => a.localeCompare(b));
  const failed = checked.filter((each) => !each.ok);
  return [
    `${suite}: ${shown(shareOf(checked))}`,
    ...groups.map(([group, share]) => `  ${group.padEnd(34)} ${shown(share)}`),
    ...Object.entries(numbers).map(([name, value]) => `  ${name}: ${value}`),
    ...(judge.length > 0 ? [`  to be judged by a person: ${judge.length}`] : []),
    `grave errors: ${grave.length}`,
    ...grave.map(
      (each) => `  ! ${each.id} ${each.at ?? ''} [${each.grave ?? 'grave'}] ${each.say} — ${inLine(each.got)}`,
    ),
    `failed: ${failed.length}`,
    ...failed.map((each) => `  - ${each.id} ${each.at ?? ''} ${each.say} — ${inLine(each.got)}`),
    ...notes.map((note) => `note: ${note}`),
  ].join('\n');
}

/** One line of it; the file of failures has all. */
function inLine(text: string): string {
  return text.replace(/\s*\n+\s*/g, ' ⏎ ').slice(0, LONGEST_LINE);
}

function shown({ right, of }: Share): string {
  return `${right}/${of} (${of === 0 ? '–' : `${((100 * right) / of).toFixed(1)}%`})`;
}

/** The result as one object, for scripts. */
export function outcomeJson(outcome: SuiteOutcome): Readonly<Record<string, unknown>> {
  const { suite, checked, judge, numbers, notes } = outcome;
  const { right, of } = shareOf(checked);
  const grave = graveErrors(outcome);
  return {
    suite,
    score: of === 0 ? 0 : right / of,
    checks: { right, of },
    grave: grave.length,
    judge: judge.length,
    groups: Object.fromEntries(sharesByGroup(checked)),
    numbers,
    graveErrors: grave.map(({ id, at, say, got, grave: kind }) => ({ id, at, kind, say, got })),
    notes,
  };
}

/** Failures, grave errors, what is to be judged and the transcripts for it: one object a line. */
export function outcomeFailures(outcome: SuiteOutcome): string {
  const rows: readonly Readonly<Record<string, unknown>>[] = [
    ...outcome.checked.filter((each) => !each.ok).map((each) => ({ kind: 'check', ...each })),
    ...outcome.grave.map((each) => ({ kind: 'grave', ...each })),
    ...outcome.judge.map((each) => ({ kind: 'judge', ...each })),
    ...Object.entries(outcome.transcripts).map(([id, text]) => ({ kind: 'transcript', id, text })),
  ];
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
