/** A homepage, a CV or a list of papers pasted into the chat: read whole, it finds lists at once. */
import { cut } from '../text/cut.ts';
import type { Command } from '../understanding/command.ts';
import { LISTS_SHOWN } from './flow-discover.ts';
import { park } from './focus.ts';
import { query, type Work, withState } from './work.ts';

/** A message longer than this was written elsewhere and for somebody else. */
const LONG = 300;
/** What is kept of it for later searches. */
const KEPT = 1000;
/** What such a text is full of. */
const OF_WORK =
  /研究|主持|承担|课题|项目|论文|专利|发明|课题组|实验室|博士|教授|期刊|学报|基金|research|publications?|journal|patents?|laborator|professor|ph\.?d|university|project/giu;
const FEWEST_SIGNS = 3;
/** Readings that rest on a few words of many: such a text means none of them. */
const BY_A_WORD: readonly Command['do'][] = [
  'ask',
  'status',
  'start',
  'thanks',
  'detail',
  'help',
  'resume',
  'pause',
  'withdraw',
  'choose',
  'cancel',
  'undo',
  'review',
  'queue',
];

/** True for a long text about somebody's work that a rule took for a wish, for nothing, or by a word of it for something else. */
export function isPastedWork(text: string, first: Command | undefined): boolean {
  if (text.length <= LONG) return false;
  if (first === undefined || first.do === 'find' || first.do === 'none') return true;
  return BY_A_WORD.includes(first.do) && (text.match(OF_WORK)?.length ?? 0) >= FEWEST_SIGNS;
}

/** Looks lists up for all of it. */
export function findForPaste(work: Work, text: string): Work {
  const search = { words: cut(text, KEPT), sector: null, from: 0 };
  return query(withState(park(work), { search }), pasteQuery(text));
}

/** The query for a long text; what is shown beside it leaves the open question alone. */
export function pasteQuery(words: string) {
  return {
    type: 'match',
    words,
    sector: null,
    track: null,
    openOnly: false,
    from: 0,
    limit: LISTS_SHOWN,
    purpose: 'paste',
  } as const;
}
