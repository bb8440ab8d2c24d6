/** Words said where one of several was to be chosen: the choice in other words, or an answer to the question that was open before. */
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { readListReference } from '../understanding/list-reference.ts';
import { readOrdinal } from '../understanding/ordinal.ts';
import { isQuestion } from '../understanding/question.ts';
import { yesNo } from '../understanding/yes-no.ts';
import { type Work, withState } from './work.ts';

/** Longer words are no title, nor a part of one. */
const LONGEST_TITLE = 40;
const KEEP = /^(?:先|还是|那就?|都|[\s,，])*(?:不改|不动|不换|不变|保持|算了|照旧|keep|leave|never ?mind|no change)/;
const REPLACE =
  /^(?:就|全|都|把|我|要|直接|还是|那|请|给我|帮我|[\s,，])*(?:整段|整个|全部|全|都|其他的?|原来的?)*(?:替?换|替代|覆盖|重写|只要这|只留这|删)[^\d]{0,8}$|^(?:please )?(?:replace|overwrite|swap)(?![a-z])/;
const ADD =
  /^(?:就|是|都?把它?|我|要|只是|一起|还是|那|请|给我|帮我|往里|[\s,，])*(?:补|加|添|合|并|改这一?[条项个]|都要|都留|保留其他|其他的?(?:不变|不动|保留))[^\d]{0,8}$|^(?:please )?(?:add|merge|both|keep the (?:other|rest))(?![a-z])/;

/** The choice between adding a part and replacing the whole, said in other words than its buttons. */
export function partMeant({ state: { focus } }: Work, text: string): Command | undefined {
  if (focus.in !== 'choose' || focus.part === undefined) return undefined;
  const folded = fold(text).trim();
  const [add, replace] = focus.options;
  if (ADD.test(folded)) return add;
  if (REPLACE.test(folded)) return replace;
  const answer = yesNo(folded);
  if (answer === true) return add;
  return answer === false || KEEP.test(folded) ? { do: 'keep' } : undefined;
}

/** Which of the lists asked about is taken up, by words of its title. */
export function listChosen({ state: { focus }, book }: Work, text: string): Command | undefined {
  if (focus.in !== 'choose') return undefined;
  const choices = focus.options.flatMap((each) => (each.do === 'apply' && each.listing !== undefined ? [each] : []));
  const folded = fold(text).trim();
  if (choices.length !== focus.options.length || isQuestion(folded) || folded.length > LONGEST_TITLE) return undefined;
  const named = readListReference(folded, { shown: [], about: null, named: (words) => book.shelf.named(words) });
  const [id, ...more] = named?.how === 'words' ? named.ids : [];
  return more.length > 0 ? undefined : choices.find((each) => each.listing === id);
}

const BACK_AGAIN =
  /找回|恢复|还原|复原|捡回|救(?:一下|回)|[要退]回来|手滑|手抖|[点按删弄搞]错|误删|误点|后悔|[别不]要?删|还要(?:的|用|呢|$)|撤销|(?<![a-z])(?:undo|restore|undelete|recover|bring (?:it|that) back|put (?:it|that) back|by mistake|didn't mean)(?![a-z])/;

/** A draft just given up is wanted back, in other words than its button's. */
export function wantedBack({ state: { offered, focus } }: Work, text: string): Command | undefined {
  const folded = fold(text).trim();
  if (focus.in !== 'idle' || folded.length > LONGEST_TITLE || !BACK_AGAIN.test(folded)) return undefined;
  return offered.find(({ command }) => command.do === 'restore')?.command;
}

/** The question that was open before a choice was asked is open again for anything that chooses nothing. */
export function backToQuestion(work: Work, text: string): Work {
  const { focus } = work.state;
  if (focus.in !== 'choose' || focus.question === undefined || focus.draft === undefined) return work;
  const folded = fold(text).trim();
  if (readOrdinal(folded) !== null || typeof yesNo(folded) === 'boolean') return work;
  return withState(work, { focus: { in: 'field', draft: focus.draft, path: focus.question, misses: 0 } });
}
