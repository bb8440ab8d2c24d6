/** Reading what somebody typed, by what is open, and doing what it means. */
import type { Field, Form } from '../programme/form.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import { clean } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { redact } from '../text/redact.ts';
import { detectLocale } from '../text/script.ts';
import type { Command } from '../understanding/command.ts';
import { type Interpretation, type InterpretContext, interpret } from '../understanding/interpret.ts';
import { combineSays } from './combine-says.ts';
import { contextOf } from './draft-change.ts';
import { askAgain } from './flow-next.ts';
import { handoff } from './flow-talk.ts';
import { letBe } from './flow-yes-no.ts';
import { draftInHand, localeOf } from './focus.ts';
import { obey } from './obey.ts';
import type { Effect } from './reducer-types.ts';
import type { Say } from './say.ts';
import { button, effect, line, mine, note, query, say, withState, type Work } from './work.ts';

/** The longest message read as words; a longer one is a file that was pasted. */
const LONGEST = 20_000;

/** Does what a typed message means. */
export function said(work: Work, raw: string): Work {
  const text = clean(raw).trim();
  if (text.length > LONGEST) return tooLong(work);
  const spoken = followLanguage(work, text);
  if (text === '') return say(spoken, { lines: [line('talk.empty')] });
  if (redact(text) !== text) return secretsAway(spoken);
  const offered = offeredAs(spoken, text);
  if (offered) return obey(forget(spoken), offered);
  const reading = interpret(text, interpretContext(spoken));
  return act(spoken, text, reading);
}

function act(work: Work, text: string, reading: Interpretation): Work {
  const { focus } = work.state;
  const [first] = reading.commands;
  const stops = first !== undefined && ['cancel', 'deny', 'back', 'pause'].includes(first.do);
  if (focus.in === 'reason') return stops ? letBe(idle(work)) : obey(idle(work), { ...focus.command, reason: text });
  if (focus.in === 'handoff') return stops ? letBe(idle(work)) : handoff(work, text);
  if (focus.in === 'clinic' && first?.do === 'answer') {
    return obey(work, { do: 'clinic', draft: focus.draft, row: focus.row, gap: focus.gap, text });
  }
  if (reading.doubt) return askWhich(work, reading.doubt);
  if (reading.commands.every((each) => each.do === 'none')) {
    if (work.book.hasModel) return query(work, { type: 'understand', text });
    return obey(work, first ?? { do: 'none', text });
  }
  return obeyAll(forget(work), reading.commands);
}

/** Several things in one message are all done, and answered once. */
export function obeyAll(work: Work, commands: readonly Command[]): Work {
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
  const heard = detectLocale(text);
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

/** Identity-card and bank-card numbers are never asked, never stored: the person is told and the question stays. */
function secretsAway(work: Work): Work {
  const told = note(work, line('talk.no-id-numbers'));
  const draft = draftInHand(work);
  return draft ? askAgain(told, draft) : say(told, { lines: [] });
}

function tooLong(work: Work): Work {
  const told = note(work, line('talk.too-long', { max: LONGEST }));
  const draft = draftInHand(work);
  return draft ? askAgain(told, draft) : say(told, { lines: [] });
}
