/** The form a case still waits for: a need to be completed, a bid to be written. It can be gone on with wherever it was left. */
import { progress } from '../programme/progress.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf } from './draft-change.ts';
import { draftInHand, openDrafts } from './focus.ts';
import type { SayButton } from './say.ts';
import { button, line, mine, ownCase, type Work } from './work.ts';

/** The open form of a case; undefined when nothing is left to fill in. */
export function openFormOf(work: Work, record: CaseRecord): Draft | undefined {
  return openDrafts(work).find((draft) => draft.case?.id === record.id);
}

/** The button that goes on with the open form of a case, under the name of what is left to do. */
export function goOnButton(record: CaseRecord, draft: Draft): SayButton {
  return button(goOnLabel(record), goOn(record, draft), 'primary');
}

/** Goes on with that form; after an interest this is always the bid. */
export function goOn(record: CaseRecord, draft: Draft): Command {
  return { do: 'resume', draft: draft.id, ...(goOnLabel(record) === 'button.write-bid' && { onward: true }) };
}

function goOnLabel(record: CaseRecord): string {
  if (record.status === 'returned') return 'button.change';
  if (record.kind === 'need') return 'button.complete-need';
  return record.kind === 'interest' ? 'button.write-bid' : 'button.resume';
}

/** Answered and all questions of the stage a draft stands at. */
export function filledOf(work: Work, draft: Draft): { readonly done: number; readonly of: number } {
  return progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
}

/** 我要写申报书了, start filling in the bid. */
const TO_THE_BID =
  /^(?:好的?|那|我们?|咱们?|现在|直接|先|去|来|想|要|就|接着|继续|开始|可以|[\s,，])*(?:写|填写?)(?:一?下)?(?:正式)?的?(?:申报书|标书)(?:了|吧|去|啦)*$|^(?:(?:ok|now|please|let'?s|let me|i(?:'ll| will| want to| would like to)?|we(?:'ll| will| want to)?|go(?: on)?(?: to| and)?|start|begin|continue)[\s,]*)*(?:writ(?:e|ing)|fill(?:ing)?(?: in| out)?) (?:the|my|our) (?:full )?(?:bid|proposal)$/;

/** The name of such a button, or a wish to write the bid, typed with no question open or one about an interest handed in: the form it once stood under, however long ago. */
export function formNamed(work: Work, text: string): Command | undefined {
  const wanted = fold(text)
    .replace(/[。.!！]+$/u, '')
    .trim();
  const bid = fold(work.book.text(line('button.write-bid'))) === wanted || TO_THE_BID.test(wanted);
  const need = fold(work.book.text(line('button.complete-need'))) === wanted;
  if (!bid && !need) return undefined;
  const { in: open } = work.state.focus;
  if (open !== 'idle' && open !== 'review' && !(bid && isInterestOpen(work))) return undefined;
  const named = bid ? 'button.write-bid' : 'button.complete-need';
  const waiting = mine(work).cases.flatMap((record) => {
    const draft = openFormOf(work, record);
    return draft && goOnLabel(record) === named ? [{ record, draft }] : [];
  });
  const inHand = draftInHand(work);
  const only = waiting.find(({ draft }) => draft.id === inHand?.id) ?? waiting[0];
  if (!only) return undefined;
  return waiting.length === 1 || only.draft.id === inHand?.id ? goOn(only.record, only.draft) : { do: 'resume' };
}

/** True while the open question is about an interest that was handed in. */
function isInterestOpen(work: Work): boolean {
  const draft = draftInHand(work);
  const own = draft?.case ? ownCase(work, draft.case.id) : undefined;
  const stage = draft && work.book.form(draft.form).stages.find((each) => each.id === draft.stage);
  return own?.kind === 'interest' && stage?.submits === 'interest';
}
