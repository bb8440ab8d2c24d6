/** A decision in words without its case in hand: the one case that waits for just that is shown and asked about; of several one is picked. */
import { allowedActions } from '../programme/allowed-actions.ts';
import { caseObject } from '../programme/policy.ts';
import type { CaseRecord } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { actorOf } from './flow-act.ts';
import { showQueue } from './flow-queue.ts';
import { MEANT } from './flow-staff-words.ts';
import { line, note, query, type Work } from './work.ts';

type Word = Extract<Command, { do: 'staff-word' }>;

/** Looks for the case among what waits for this person. Nothing is decided here: what is found is named first. */
export function wordOnQueue(work: Work, command: Word, waiting: readonly CaseRecord[]): Work {
  const { about } = command;
  const named = about === undefined ? waiting : waiting.filter((each) => isNamed(each, about));
  const fitting = forWord(work, command, named);
  const [only] = fitting;
  if (only && fitting.length === 1)
    return query(work, { type: 'case', by: only.id, next: { ...command, case: only.id, unseen: true } });
  const shown = fitting.length > 0 ? fitting : named.length > 0 ? named : waiting;
  const why =
    about !== undefined && named.length === 0 ? line('act.none-named', { text: about }) : line('act.which-case');
  return showQueue(note(work, why), shown, shown.length);
}

/** The cases for which the likeliest meaning of the word is possible now. */
function forWord(work: Work, { word }: Word, cases: readonly CaseRecord[]): readonly CaseRecord[] {
  const { programme } = work.book;
  const facts = { at: work.event.at, programme };
  const possible = cases.map((each) => ({
    each,
    acts: allowedActions(actorOf(work), caseObject(programme, each), facts),
  }));
  for (const act of MEANT[word]) {
    const fitting = possible.filter(({ acts }) => acts.includes(act));
    if (fitting.length > 0) return fitting.map(({ each }) => each);
  }
  return [];
}

/** Whether the words stand in what the case is called, or nearly all their neighbouring letters do. */
function isNamed(record: CaseRecord, about: string): boolean {
  if (record.offline) return fold(record.reference).includes(fold(about));
  const name = fold(`${record.title} ${record.reference} ${record.organisation?.name ?? ''}`);
  const wanted = fold(about).trim();
  if (name.includes(wanted)) return true;
  const letters = [...wanted.replace(/\s+/g, '')];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return pairs.length > 1 && pairs.filter((pair) => name.includes(pair)).length >= pairs.length * 0.6;
}
