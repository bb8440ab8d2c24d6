/** A Word file sent where a file is asked for: an attachment, unless it is the very form in hand; then which is meant is asked. */
import type { StoredFile } from '../programme/answer.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { readOrdinal } from '../understanding/ordinal.ts';
import { contextOf } from './draft-change.ts';
import { answerValue } from './flow-answer.ts';
import { joinedFiles, keepFiles } from './flow-files.ts';
import { formScore } from './flow-intake-offer.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand } from './focus.ts';
import type { IntakeEvent } from './intake-types.ts';
import { button, line, note, say, type Work } from './work.ts';

/** The form's own title and three of its labels, or seven labels: a letter or a certificate has less of it. */
const OWN = 7;
/** Longer messages say something else. */
const LONGEST = 30;
const ATTACH = /附件|附上|附在|存|\battach|\bkeep\b/u;
const READ = /读|填|录|导入|进表|表里|\bread\b|\bfill\b|\bimport\b/u;
const NOT_READ = /(?:不|别|甭|not|n't|without|instead of)\s?(?:用|要|需要|必)?\s?(?:读|填|录|导入|read|fill)/u;
const NOT_ATTACH = /(?:不是|不用|不要|不|别|not|n't|instead of)\s?(?:当|做|作为|an?)?\s?(?:附件|存|attach|keep)/u;

/** What was read of a file sent to the file field in hand: it is attached as it is, asked about, or told to be locked. */
export function attachmentRead(work: Work, { query: { file, files, field }, reading }: IntakeEvent): Work {
  const draft = draftInHand(work);
  const asked = field && draft?.id === field.draft && fieldAt(formOf(work, draft), field.path, contextOf(work, draft));
  if (!draft || !asked || asked.field.kind !== 'file') return keepFiles(work, files);
  if (!reading.ok && reading.problem === 'encrypted')
    return askAgain(note(work, line('intake.problem.encrypted', { name: file.name })), draft);
  const source = reading.ok && { paper: reading.paper, name: file.name, is: file };
  const isOwn = source !== false && formScore(formOf(work, draft), source) >= OWN;
  const value = joinedFiles(draft, asked.path, files);
  if (!isOwn) return answerValue(work, draft, asked.path, value);
  return ask(
    work,
    file,
    { do: 'set', path: asked.path, value, draft: draft.id },
    { do: 'fill-from', paper: file, into: { draft: draft.id } },
  );
}

function formOf(work: Work, draft: Draft) {
  return work.book.form(draft.form);
}

function ask(work: Work, { name }: Pick<StoredFile, 'name'>, attach: Command, read: Command): Work {
  return say(work, {
    lines: [line('intake.use', { name })],
    buttons: [button('button.intake-attach', attach), button('button.intake-read', read)],
  });
}

interface Offered {
  readonly attach: Command;
  readonly read: Extract<Command, { do: 'fill-from' }>;
}

function offered({ state }: Work): Offered | null {
  const [attach, read, more] = state.offered.map(({ command }) => command);
  return attach?.do === 'set' && read?.do === 'fill-from' && more === undefined ? { attach, read } : null;
}

/** Which of the two was said in words or by number; null for other words, and where it was not asked. */
export function useMeant(work: Work, text: string): Command | null {
  const both = text.length <= LONGEST ? offered(work) : null;
  if (!both) return null;
  const folded = fold(text);
  const n = readOrdinal(folded);
  if (n === 1 || n === 2) return n === 1 ? both.attach : both.read;
  if (/[?？]|[吗么]$/u.test(folded)) return null;
  const attaches = ATTACH.test(folded) && !NOT_ATTACH.test(folded);
  const reads = READ.test(folded) && !NOT_READ.test(folded);
  if (attaches === reads) return null;
  return attaches ? both.attach : both.read;
}

/** A bare yes chooses neither: the same is asked once more; null where it was not asked. */
export function askUseAgain(work: Work): Work | null {
  const both = offered(work);
  if (!both || !('sha256' in both.read.paper)) return null;
  return ask(note(work, line('intake.use-which')), both.read.paper, both.attach, both.read);
}
