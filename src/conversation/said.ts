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
import { readValue } from '../understanding/read-value.ts';
import { yesNo } from '../understanding/yes-no.ts';
import { combineSays } from './combine-says.ts';
import { contextOf } from './draft-change.ts';
import { isFilling, takeMany } from './flow-many.ts';
import { leaveNumber } from './flow-offline.ts';
import { handoff } from './flow-talk.ts';
import { knownInHand, letBe } from './flow-yes-no.ts';
import { draftInHand, localeOf, readContext } from './focus.ts';
import { obey } from './obey.ts';
import { backInForm } from './obey-form.ts';
import type { Effect, Focus } from './reducer-types.ts';
import type { Say } from './say.ts';
import { button, effect, line, mine, note, query, say, type Work, withState } from './work.ts';

/** The most of a message that is looked through for further values. */
const LONGEST_WORDS = 1000;
/** The longest message read as words; a longer one is a file that was pasted. */
const LONGEST = 20_000;
/** The most of a reason, of a clinic answer, and of two readings kept to choose between. */
const LONGEST_REASON = 1000;
const LONGEST_GAP = 200;
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
  const offered = offeredAs(spoken, text) ?? standing(spoken, text);
  if (offered) return obey(forget(spoken), offered);
  if (knownInHand(spoken) && yesNo(fold(text)) === true) return obey(forget(spoken), { do: 'affirm' });
  const reading = interpret(text, interpretContext(spoken));
  return act(spoken, text, reading);
}

function act(work: Work, text: string, reading: Interpretation): Work {
  const { focus } = work.state;
  const [first] = reading.commands;
  const stops = first !== undefined && ['cancel', 'deny', 'back', 'pause'].includes(first.do);
  if (focus.in === 'reason') return stops ? letBe(idle(work)) : withReason(work, focus, text);
  if (focus.in === 'handoff') {
    if (stops) return letBe(idle(work));
    return focus.offline ? leaveNumber(work, text, focus.offline.listing) : handoff(work, text);
  }
  if (focus.in === 'consent' && (first?.do === 'none' || first?.do === 'ask') && isFirstAnswer(focus, text)) {
    return obey(forget(work), { do: 'consent', kind: focus.kind, yes: true, next: { do: 'post-need', words: text } });
  }
  if (focus.in === 'clinic' && first) {
    const gap = { do: 'clinic', draft: focus.draft, row: focus.row, gap: focus.gap } as const;
    if (first.do === 'answer') return obey(forget(work), { ...gap, text: cut(text, LONGEST_GAP) });
    if (first.do === 'skip' || first.do === 'deny') return obey(forget(work), gap);
  }
  if (reading.doubt && JSON.stringify(reading.doubt).length < LONGEST_DOUBT) return askWhich(work, reading.doubt);
  if (reading.commands.every((each) => each.do === 'none')) {
    if (work.book.hasModel) return query(work, { type: 'understand', text });
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
  if (focus.wants !== 'deadline') return obey(idle(work), { ...focus.command, reason: cut(text, LONGEST_REASON) });
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
    return takeMany(work, draft, 'path' in focus ? focus.path : null, commands);
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
  return work.state.offered.find((each) => fold(each.label) === wanted)?.command;
}

/** Labels that mean the same wherever they are typed, even where any words would be an answer. */
const STANDING: readonly (readonly [string, Command])[] = [
  ['button.handoff', { do: 'handoff' }],
  ['button.status', { do: 'status' }],
  ['button.delete-data', { do: 'delete-data' }],
  ['button.pause', { do: 'pause' }],
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
    focus: focus.in === 'clinic' ? 'field' : focus.in,
    ...(draft && formParts(work, draft)),
    shown,
    about,
    named: (words) => work.book.shelf.named(words).map(({ id, title }) => ({ id, title })),
    choices: offered.length,
    isStaff: mine(work).memberships.some((each) => ['viewer', 'reviewer', 'decider', 'admin'].includes(each.role)),
  };
}

function formParts(work: Work, draft: Draft): { form: Form; stage: string; answers: Draft['answers']; field?: Field } {
  const { focus } = work.state;
  const form = work.book.form(draft.form);
  const asked = 'path' in focus ? fieldAt(form, focus.path, contextOf(work, draft)) : null;
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
