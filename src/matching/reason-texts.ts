/** The parts of a list and the items of a person, each under its own name, so that a reason can say where it stands. */
import type { ReasonItem, ReasonPart } from '../conversation/match-reason.ts';
import { indicatorsOf, KNOWN_FIELDS, textAnswer } from '../programme/case-answers.ts';
import type { CaseRecord, Profile } from '../programme/records.ts';
import { worksIn } from '../programme/shared-works.ts';
import { cut } from '../text/cut.ts';

/** Looked at of one person. */
const MOST_ITEMS = 60;
const LONGEST_ITEM = 1_000;
const PATENT = /专利|專利|patent/iu;
const PAPER = /10\.\d{4,9}\/|[[［](?:J|C|D|M)[\]］]|《|期刊|论文|論文|journal|proceedings|transactions/iu;
const FIELDS = ['work', 'methods', 'terms'] as const;

/** What a profile tells, in the person's own words: results one a line, each known for a paper or a patent where it says so. */
export function itemsOfProfile({ answers }: Profile): readonly ReasonItem[] {
  const told = FIELDS.flatMap((kind): readonly ReasonItem[] => {
    const text = wordsOf(answers[kind]);
    return text === '' ? [] : [{ kind, text: cut(text, LONGEST_ITEM) }];
  });
  const results = wordsOf(answers.results)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line): ReasonItem => ({
        kind: kindOfResult(line),
        text: cut(line, LONGEST_ITEM),
        title: worksIn(line)[0]?.title || line,
      }),
    );
  return [...results, ...told].slice(0, MOST_ITEMS);
}

/** The parts of a list or need, the most telling first; a list that is not public shows its title and terms only. */
export function partsOfCase(record: CaseRecord): readonly ReasonPart[] {
  if (record.offline) return [];
  const listing = record.kind === 'listing' ? record.details : null;
  const isOpen = listing === null || listing.visibility === 'public';
  const indicators = listing?.indicators ?? indicatorsOf(record.answers);
  const measured = indicators.map(({ name }): ReasonPart => ({ kind: 'indicator', text: name }));
  const problem = textAnswer(record.answers, KNOWN_FIELDS.problem) ?? '';
  const goals = listing?.goals ?? textAnswer(record.answers, KNOWN_FIELDS.goal) ?? '';
  const rest: readonly ReasonPart[] = [...measured, { kind: 'problem', text: problem }, { kind: 'goals', text: goals }];
  const parts: readonly ReasonPart[] = [
    { kind: 'title', text: record.title },
    { kind: 'terms', text: (listing?.terms ?? []).join('；') },
    ...(isOpen ? rest : []),
  ];
  return parts.filter((part) => part.text.trim() !== '');
}

function kindOfResult(line: string): ReasonItem['kind'] {
  if (PATENT.test(line)) return 'patent';
  return PAPER.test(line) || worksIn(line).some((work) => work.authors.length > 0) ? 'paper' : 'result';
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join('；') : '';
}
