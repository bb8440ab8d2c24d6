/** Reading what somebody typed, by what is open, and doing what it means. */
import type { Field, Form } from '../programme/form.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { fold } from '../text/fold.ts';
import { redact } from '../text/redact.ts';
import { detectLocale } from '../text/script.ts';
import type { Command } from '../understanding/command.ts';
import { type Interpretation, type InterpretContext, interpret } from '../understanding/interpret.ts';
import { modelQuestion } from '../understanding/model-question.ts';
import { readValue } from '../understanding/read-value.ts';
import { saysDelete } from '../understanding/says-delete.ts';
import { bareReason } from '../understanding/staff-words.ts';
import { isUnsure } from '../understanding/unsure.ts';
import { yesNo } from '../understanding/yes-no.ts';
import { clinicWords } from './clinic-words.ts';
import { combineSays } from './combine-says.ts';
import { contextOf } from './draft-change.ts';
import { readPasted } from './flow-intake-read.ts';
import { isFilling, takeMany } from './flow-many.ts';
import { leaveNumber } from './flow-offline.ts';
import { givePaper } from './flow-paper.ts';
import { handoff } from './flow-request.ts';
import { staffOrder } from './flow-staff-words.ts';
import { subjectGiven } from './flow-subscribe.ts';
import { fileOffered, isFileAsked, knownInHand, letBe } from './flow-yes-no.ts';
import { draftInHand, localeOf, readContext } from './focus.ts';
import { intakeWords } from './intake-words.ts';
import { lateCorrection } from './late-words.ts';
import type { ModelEvent } from './model-types.ts';
import { modestCommands } from './modest-command.ts';
import { obey } from './obey.ts';
import { backInForm } from './obey-form.ts';
import { openForChange, tellFixed } from './open-for-change.ts';
import type { Effect, Focus } from './reducer-types.ts';
import type { Say } from './say.ts';
import { button, effect, line, mine, note, query, say, type Work, withState } from './work.ts';

/** The most of a message that is looked through for further values. */
const LONGEST_WORDS = 1000;
/** The longest message read as words; a longer one is a file that was pasted. */
const LONGEST = 20_000;
/** The most of a reason, and of two readings kept to choose between. */
const LONGEST_REASON = 1000;
/** The fewest letters that tell a problem. */
const LEAST_PROBLEM = 8;
const LONGEST_DOUBT = 4000;
const WAYS_ON = [button('button.open-lists', { do: 'find' }), button('button.post-need', { do: 'post-need' })];

/** Does what a typed message means. */
export function said(work: Work, raw: string): Work {
  const text = clean(raw).trim();
  if (text.length > LONGEST) return tooLong(work);
  const spoken = followLanguage(work, text);
  if (text === '') return backInForm(note(spoken, line('talk.empty')), WAYS_ON);
  if (redact(text) !== text && spoken.state.focus.in !== 'reason')
    return backInForm(note(spoken, line('talk.no-id-numbers')), WAYS_ON);
  const offered = staffOrder(spoken, text) ?? offeredAs(spoken, text) ?? standing(spoken, text);
  if (offered) return obey(forget(spoken), offered);
  const deletes = deletionMeant(spoken, text);
  if (deletes) return obey(forget(spoken), deletes);
  const file = fileOffered(spoken);
  if (file && yesNo(fold(text)) === true) return obey(forget(spoken), file);
  if (isFileAsked(spoken) && yesNo(fold(text)) === false)
    return obey(note(forget(spoken), line('file.left-out')), { do: 'keep' });
  if (knownInHand(spoken) && yesNo(fold(text)) === true) return obey(forget(spoken), { do: 'affirm' });
  const pasted = givePaper(spoken, text) ?? readPasted(spoken, text);
  if (pasted) return pasted;
  const context = interpretContext(spoken);
  const reading = interpret(text, context);
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
  const proposed = modestCommands(commands, text);
  if (proposed.length > 0) return obeyAll(forget(work), proposed);
  return act(work, text, interpret(text, interpretContext(work)));
}

function act(work: Work, text: string, reading: Interpretation): Work {
  const { focus } = work.state;
  const [first] = reading.commands;
  const stops = first !== undefined && ['cancel', 'deny', 'back', 'pause'].includes(first.do);
  if (focus.in === 'reason') return stops ? letBe(idle(work)) : withReason(work, focus, text);
  if (focus.in === 'handoff') {
    if (stops) return focus.resume ? obey(work, { do: 'resume', draft: focus.resume }) : letBe(idle(work));
    if (focus.offline) return leaveNumber(work, text, focus.offline.listing);
    return handoff(work, { text, ...(focus.request !== undefined && { request: focus.request }) });
  }
  if (focus.in === 'consent' && (first?.do === 'none' || first?.do === 'ask') && isFirstAnswer(focus, text)) {
    return obey(forget(work), { do: 'consent', kind: focus.kind, yes: true, next: { do: 'post-need', words: text } });
  }
  const inHand = focus.in === 'intake' ? draftInHand(work) : undefined;
  const intake = inHand ? intakeWords(work, inHand, text, reading.commands) : null;
  if (intake) return obey(forget(work), intake);
  if (focus.in === 'clinic' && first) {
    const clinic = clinicWords(focus, text, first);
    if (clinic) return obey(forget(work), clinic);
  }
  const late = lateCorrection(work, text, reading, interpretContext(work));
  if (late) {
    const { id, version } = late.draft;
    return obeyAll(withState(forget(work), { focus: { in: 'review', draft: id, version } }), late.commands);
  }
  if (reading.doubt && JSON.stringify(reading.doubt).length < LONGEST_DOUBT) return askWhich(work, reading.doubt);
  if (reading.commands.every((each) => each.do === 'none')) {
    return obey(work, first ?? { do: 'none', text });
  }
  return obeyAll(
    forget(work),
    reading.commands.map((each) => (each.do === 'apply' ? { ...each, words: cut(text, LONGEST_WORDS) } : each)),
  );
}

/** The consent screen of a need says that writing the problem down agrees to it; a few stray signs do not. */
function isFirstAnswer(focus: Extract<Focus, { in: 'consent' }>, text: string): boolean {
  if (/[?？]|[吗么]$/.test(text)) return false;
  if (focus.kind !== 'data' || focus.next.do !== 'post-need' || focus.next.words !== undefined) return false;
  return (text.match(/\p{L}/gu)?.length ?? 0) >= LEAST_PROBLEM;
}

/** What staff typed after being asked: the reason word for word, or the new last day. */
function withReason(work: Work, focus: Extract<Focus, { in: 'reason' }>, text: string): Work {
  if (focus.wants !== 'deadline')
    return obey(idle(work), { ...focus.command, reason: cut(bareReason(text), LONGEST_REASON) });
  const field = {
    id: 'deadline',
    kind: 'date',
    label: { zh: '', en: '' },
    question: { zh: '', en: '' },
    required: true,
  } as const;
  const reading = readValue(field, text, readContext(work));
  const day =
    reading.outcome === 'accept' &&
    typeof reading.value === 'object' &&
    reading.value !== null &&
    'end' in reading.value
      ? reading.value.end
      : null;
  if (day !== null) return obey(idle(work), { ...focus.command, deadline: day });
  return say(work, { lines: [line('value.not-a-date')], buttons: [button('button.never-mind', { do: 'deny' })] });
}

/** Several things in one message are all done, and answered once. */
export function obeyAll(work: Work, commands: readonly Command[]): Work {
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

function idle(work: Work): Work {
  return withState(work, { focus: { in: 'idle' } });
}

/** The language of what people write is followed until they wish one; a single foreign word changes nothing. */
function followLanguage(work: Work, text: string): Work {
  const { account } = mine(work);
  // 你好 is the same in both scripts, but no English.
  const heard = detectLocale(text) ?? (account.locale === 'en' && /\p{Script=Han}{2}/u.test(text) ? 'zh' : null);
  if (account.localeChosen || heard === null || heard === account.locale) return work;
  const chinese = heard !== 'en' && account.locale !== 'en';
  const toSimplified = account.locale === 'zh-Hant' && heard === 'zh';
  if (draftInHand(work) && !chinese) return work;
  if (toSimplified && text.length < 6) return work;
  return effect(work, { type: 'save-account', account: { ...account, locale: heard } });
}

/** A label of the last message's buttons, typed whole. */
function offeredAs(work: Work, text: string): Command | undefined {
  const wanted = fold(text);
  const whole = work.state.offered.find((each) => fold(each.label) === wanted)?.command;
  return (
    whole ?? offeredPart(work, wanted.replace(/^(?:要|选|就|改)|(?:[那这]个|[那这]份|的|吧|one|please)+$/g, '').trim())
  );
}

/** Which of several of one kind is meant may be told by a part of its label that no other has. */
const WHICH: readonly Command['do'][] = ['resume', 'discard', 'change', 'withdraw'];

function offeredPart(work: Work, part: string): Command | undefined {
  const { offered, focus } = work.state;
  if (part.length < 2 || !['idle', 'field', 'review'].includes(focus.in)) return undefined;
  const alike = offered.filter(({ command }) => WHICH.includes(command.do) && command.do === offered[0]?.command.do);
  if (alike.length < 2) return undefined;
  const held = alike.filter(({ label }) => fold(label).includes(part));
  return held.length === 1 ? held[0]?.command : undefined;
}

/** Labels that mean the same wherever they are typed, even where any words would be an answer. */
const STANDING: readonly (readonly [string, Command])[] = [
  ['button.handoff', { do: 'handoff' }],
  ['button.status', { do: 'status' }],
  ['button.delete-data', { do: 'delete-data' }],
  ['button.pause', { do: 'pause' }],
  ['button.return-link', { do: 'return-link' }],
];

function standing(work: Work, text: string): Command | undefined {
  const { focus } = work.state;
  if (focus.in !== 'field') return undefined;
  const wanted = fold(text);
  return STANDING.find(([key]) => fold(work.book.text(line(key))) === wanted)?.[1];
}

/** What understanding may look at. */
export function interpretContext(work: Work): InterpretContext {
  const { focus, shown, about, offered } = work.state;
  const draft = draftInHand(work);
  return {
    locale: localeOf(work),
    today: dayIn(work.book.programme.timeZone, work.event.at),
    programme: work.book.programme,
    focus: focus.in === 'clinic' || (focus.in === 'intake' && focus.change !== undefined) ? 'field' : focus.in,
    ...(draft && formParts(work, draft)),
    shown,
    about,
    named: (words) => work.book.shelf.named(words).map(({ id, title }) => ({ id, title })),
    choices: offered.length,
    ...(work.book.guess && { guess: work.book.guess }),
    isStaff: mine(work).memberships.some((each) => ['viewer', 'reviewer', 'decider', 'admin'].includes(each.role)),
  };
}

function formParts(work: Work, draft: Draft): { form: Form; stage: string; answers: Draft['answers']; field?: Field } {
  const { focus } = work.state;
  const form = work.book.form(draft.form);
  const path = 'path' in focus ? focus.path : focus.in === 'intake' ? focus.change : undefined;
  const asked = path === undefined ? null : fieldAt(form, path, contextOf(work, draft));
  return { form, stage: draft.stage, answers: draft.answers, ...(asked && { field: asked.field }) };
}

function askWhich(work: Work, readings: readonly Command[]): Work {
  const draft = draftInHand(work);
  const options = readings.slice(0, 4);
  return say(withState(work, { focus: { in: 'choose', options, ...(draft && { draft: draft.id }) } }), {
    lines: [line('talk.which')],
    buttons: options.map((command) => button(`meaning.${command.do}`, command)),
  });
}

function tooLong(work: Work): Work {
  return backInForm(note(work, line('talk.too-long', { max: LONGEST })), WAYS_ON);
}
