/** Reading what somebody typed, by what is open, and doing what it means. */
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { fold } from '../text/fold.ts';
import { redact } from '../text/redact.ts';
import type { Command } from '../understanding/command.ts';
import { matchService } from '../understanding/control.ts';
import { type Interpretation, interpret } from '../understanding/interpret.ts';
import { modelQuestion } from '../understanding/model-question.ts';
import { saysDelete } from '../understanding/says-delete.ts';
import { isUnsure } from '../understanding/unsure.ts';
import { yesNo } from '../understanding/yes-no.ts';
import { cardTold } from './card-words.ts';
import { formNamed } from './case-draft.ts';
import { clinicWords } from './clinic-words.ts';
import { combineSays } from './combine-says.ts';
import { askConsent } from './flow-consent.ts';
import { readPasted } from './flow-intake-read.ts';
import { valueForParked } from './flow-late-value.ts';
import { isFilling, takeMany } from './flow-many.ts';
import { leaveNumber } from './flow-offline.ts';
import { askUseAgain, useMeant } from './flow-own-form.ts';
import { givePaper } from './flow-paper.ts';
import { findForPaste, isPastedWork } from './flow-paste.ts';
import { withReason } from './flow-reason.ts';
import { handoff } from './flow-request.ts';
import { staffOrder } from './flow-staff-words.ts';
import { subjectGiven } from './flow-subscribe.ts';
import { fileOffered, isFileAsked, knownInHand, letBe } from './flow-yes-no.ts';
import { draftInHand } from './focus.ts';
import { followLanguage } from './follow-language.ts';
import { formGoneBackTo } from './form-gone-back-to.ts';
import { formWaiting } from './form-waiting.ts';
import { intakeWords } from './intake-words.ts';
import { interpretContext } from './interpret-context.ts';
import { lateCorrection } from './late-words.ts';
import type { ModelEvent } from './model-types.ts';
import { obey } from './obey.ts';
import { backInForm } from './obey-form.ts';
import { ofShown } from './of-shown.ts';
import { openForChange, tellFixed } from './open-for-change.ts';
import { ratherAsked } from './rather-asked.ts';
import type { Effect, Focus } from './reducer-types.ts';
import type { Say } from './say.ts';
import { secondOpinion } from './second-opinion.ts';
import { turnedPage } from './turned-page.ts';
import { offeredAs, standing } from './typed-button.ts';
import { isFirstAnswer, LONGEST_WORDS, moreSaid } from './while-consent.ts';
import { backToQuestion, listChosen, partMeant, wantedBack } from './words-to-choose.ts';
import { button, effect, line, note, query, say, type Work, withState } from './work.ts';

/** The longest message read as words; a longer one is a file that was pasted. */
const LONGEST = 20_000;
/** The longest two readings that are kept to choose between. */
const LONGEST_DOUBT = 4000;
const ONLY_SIGNS = /^[\s?？!！.。…]+$/;
const WAYS_ON = [button('button.open-lists', { do: 'find' }), button('button.post-need', { do: 'post-need' })];

/** Does what a typed message means. */
export function said(work: Work, raw: string): Work {
  const text = clean(raw).trim();
  if (text.length > LONGEST) return tooLong(work);
  const spoken = followLanguage(work, text);
  if (text === '') return backInForm(note(spoken, line('talk.empty')), WAYS_ON);
  if (redact(text) !== text && spoken.state.focus.in !== 'reason')
    return backInForm(note(spoken, line('talk.no-id-numbers')), WAYS_ON);
  const tapped = staffOrder(spoken, text) ?? offeredAs(spoken, text) ?? standing(spoken, text);
  const offered =
    tapped ??
    turnedPage(spoken.state.focus, text) ??
    useMeant(spoken, text) ??
    partMeant(spoken, text) ??
    listChosen(spoken, text) ??
    wantedBack(spoken, text) ??
    ofShown(spoken, text) ??
    formNamed(spoken, text) ??
    formGoneBackTo(spoken, text);
  return offered ? obey(forget(spoken), offered) : readAndDo(backToQuestion(spoken, text), text);
}

/** Does what was typed where no button's words were. */
function readAndDo(spoken: Work, text: string): Work {
  const deletes = deletionMeant(spoken, text);
  if (deletes) return obey(forget(spoken), deletes);
  const file = fileOffered(spoken);
  if (file && yesNo(fold(text)) === true) return obey(forget(spoken), file);
  if (isFileAsked(spoken) && yesNo(fold(text)) === false)
    return obey(note(forget(spoken), line('file.left-out')), { do: 'keep' });
  const useAgain = yesNo(fold(text)) === true ? askUseAgain(spoken) : null;
  if (useAgain) return useAgain;
  if (knownInHand(spoken) && yesNo(fold(text)) === true) return obey(forget(spoken), { do: 'affirm' });
  const pasted = givePaper(spoken, text) ?? readPasted(spoken, text);
  if (pasted) return pasted;
  const context = interpretContext(spoken);
  const reading = ratherAsked(spoken, text, interpret(text, context));
  const { focus } = spoken.state;
  if (focus.in === 'idle' && isPastedWork(text, reading.commands[0])) return findForPaste(forget(spoken), text);
  const subject = subjectGiven(spoken, text, reading.commands[0]);
  if (subject) return obey(forget(spoken), subject);
  return mayAskModel(spoken) && isUnsure(text, reading, context)
    ? query(spoken, { type: 'understand', text, question: modelQuestion(context, spoken.book.shelf.byId) })
    : act(spoken, text, reading);
}

/** Words that are a yes to the open question whether to delete everything. */
function deletionMeant({ state: { focus } }: Work, text: string): Command | null {
  if (focus.in !== 'confirm' || focus.command.do !== 'delete-data') return null;
  const said = saysDelete(fold(text));
  return said && { ...focus.command, ...(said === 'withdraw' && { withdraw: true }) };
}

/** A gap of an indicator is answered in any words at all. */
function mayAskModel({ book, state }: Work): boolean {
  return book.model !== null && state.focus.in !== 'clinic';
}

/** What a model proposes is done as far as it is modest; otherwise the rules' reading stands. */
export function understood(work: Work, { text, commands }: Extract<ModelEvent, { type: 'understood' }>): Work {
  const byRules = interpret(text, interpretContext(work));
  const proposed = secondOpinion(byRules, commands, text, work.state.focus.in);
  const [first] = proposed;
  if (first?.do === 'none') return obey(work, first);
  return first ? obeyAll(forget(work), proposed) : act(work, text, byRules);
}

function act(work: Work, text: string, reading: Interpretation): Work {
  const { focus } = work.state;
  const [first] = reading.commands;
  const stops = first !== undefined && ['cancel', 'deny', 'back', 'pause'].includes(first.do);
  if (focus.in === 'reason') return stops ? letBe(idle(work)) : withReason(work, focus, text);
  if (focus.in === 'handoff') return whileAsked(work, focus, text, reading, stops);
  if (focus.in === 'consent' && (first?.do === 'none' || first?.do === 'ask') && isFirstAnswer(focus, text)) {
    return obey(forget(work), { do: 'consent', kind: focus.kind, yes: true, next: { do: 'post-need', words: text } });
  }
  const more = focus.in === 'consent' ? moreSaid(work, focus, text, first) : null;
  if (more) return askConsent(note(forget(work), line('consent.kept')), 'data', more);
  const inHand = focus.in === 'intake' ? draftInHand(work) : undefined;
  if (focus.in === 'card') {
    const told = cardTold(work.state, text, first);
    return told ? obey(forget(work), told) : act(idle(work), text, reading);
  }
  const intake = inHand ? intakeWords(work, inHand, text, reading.commands) : null;
  if (intake) return obey(forget(work), intake);
  if (focus.in === 'clinic' && first) {
    const clinic = clinicWords(focus, text, first);
    if (clinic) return obey(forget(work), clinic);
  }
  const late = lateCorrection(work, text, reading, interpretContext(work));
  if (late) {
    const { id, version } = late.draft;
    return obeyAll(withState(forget(work), { focus: { in: 'review', draft: id, version, next: 1 } }), late.commands);
  }
  const ofParked = valueForParked(work, text, reading);
  if (ofParked) return ofParked;
  if (reading.doubt && JSON.stringify(reading.doubt).length < LONGEST_DOUBT) return askWhich(work, reading.doubt);
  if (reading.commands.every((each) => each.do === 'none')) {
    return obey(work, first ?? { do: 'none', text });
  }
  return obeyAll(
    first?.do === 'help' ? puzzled(work, text) : forget(work),
    reading.commands.map((each) => (each.do === 'apply' ? { ...each, words: cut(text, LONGEST_WORDS) } : each)),
  );
}

/** What it is about, for staff; or nothing for them: a courtesy, the way back, or the answer to the form's question that waits. */
function whileAsked(
  work: Work,
  focus: Extract<Focus, { in: 'handoff' }>,
  text: string,
  { commands: [first], why }: Interpretation,
  stops: boolean,
): Work {
  const plain = !why.startsWith('guess');
  const folded = fold(text).trim();
  if (matchService(folded, true)?.is === 'delete-data') return obey(idle(work), { do: 'delete-data' });
  if (plain && first?.do === 'apply') return obey(idle(work), first);
  if (focus.request !== undefined && folded === fold(work.book.text(line('button.handoff'))))
    return handoff(work, { request: focus.request });
  if (stops && focus.request !== undefined) return obey(work, { do: 'handoff', request: focus.request, drop: true });
  if (stops || first?.do === 'resume' || first?.do === 'thanks')
    return focus.resume ? obey(work, { do: 'resume', draft: focus.resume }) : letBe(idle(work));
  if (focus.offline) return leaveNumber(work, text, focus.offline.listing);
  const waiting = formWaiting(work, focus, text);
  if (waiting) return readAndDo(waiting, text);
  return handoff(work, { text, ...(focus.request !== undefined && { request: focus.request }) });
}

/** Several things in one message are all done, and answered once. */
function obeyAll(work: Work, commands: readonly Command[]): Work {
  const draft = draftInHand(work);
  const { focus } = work.state;
  if (draft && commands.length > 1 && commands.every(isFilling)) {
    const named = commands.find((each) => each.do === 'set' || each.do === 'correct');
    const open = openForChange(work, draft, named ? named.path : null);
    if (!open) return tellFixed(work, draft);
    return takeMany(open.work, open.draft, 'path' in focus ? focus.path : null, commands);
  }
  const says: Say[][] = [];
  let done = work;
  for (const command of commands) {
    const before = done.effects.length;
    const next = obey(done, command);
    const fresh = next.effects.slice(before);
    says.push(fresh.filter((each) => each.type === 'reply').map((each) => each.say));
    done = { ...next, effects: [...next.effects.slice(0, before), ...fresh.filter((each) => each.type !== 'reply')] };
  }
  const replies: Effect[] = combineSays(says).map((each) => ({ type: 'reply', say: each }));
  return effect(done, ...replies);
}

function forget(work: Work): Work {
  return withState(work, { misses: 0 });
}

/** ??? says that somebody is lost: it gets help, and counts towards offering a person. */
function puzzled(work: Work, text: string): Work {
  return ONLY_SIGNS.test(text) ? withState(work, { misses: work.state.misses + 1 }) : forget(work);
}

function idle(work: Work): Work {
  return withState(work, { focus: { in: 'idle' } });
}

function askWhich(work: Work, readings: readonly Command[]): Work {
  const draft = draftInHand(work);
  const options = readings.slice(0, 4);
  const { focus } = work.state;
  const question = focus.in === 'field' ? focus.path : undefined;
  return say(
    withState(work, {
      focus: { in: 'choose', options, ...(draft && { draft: draft.id }), ...(question !== undefined && { question }) },
    }),
    {
      lines: [line('talk.which')],
      buttons: options.map((command) => button(`meaning.${command.do}`, command)),
    },
  );
}

function tooLong(work: Work): Work {
  return backInForm(note(work, line('talk.too-long', { max: LONGEST })), WAYS_ON);
}
