/** Talk around the work: help where one stands, a person to talk to, thanks, and what was not understood. */
import { fieldAt } from '../programme/next-field.ts';
import { cut } from '../text/cut.ts';
import { contextOf } from './draft-change.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand, openDrafts, park } from './focus.ts';
import type { SayButton } from './say.ts';
import { shorten } from './shorten.ts';
import { button, effect, line, mine, note, say, type Work, withState } from './work.ts';

/** The most of a message that goes to staff. */
const LONGEST = 2000;

/** Help on the field in hand; idle: three things for who is asking. */
export function help(work: Work): Work {
  const draft = draftInHand(work);
  const { focus } = work.state;
  if (draft && (focus.in === 'review' || focus.in === 'clinic'))
    return askAgain(note(work, line(`help.${focus.in}`)), draft);
  if (draft && (focus.in === 'field' || focus.in === 'confirm-value')) {
    const asked = fieldAt(work.book.form(draft.form), focus.path, contextOf(work, draft));
    const text = asked?.field.help ?? asked?.of?.help;
    const told = text
      ? note(work, line('form.help-line', { help: { bilingual: text } }))
      : note(work, line('help.in-form'));
    return askAgain(told, draft);
  }
  const staff = mine(work).memberships.some((each) => ['viewer', 'reviewer', 'decider', 'admin'].includes(each.role));
  if (staff) return say(work, { lines: [line('help.staff')], buttons: [button('button.queue', { do: 'queue' })] });
  return say(work, {
    lines: [line('help.idle')],
    buttons: [
      button('button.open-lists', { do: 'find' }),
      button('button.post-need', { do: 'post-need' }),
      button('button.status', { do: 'status' }),
      button('button.handoff', { do: 'handoff' }),
    ],
  });
}

/** 转人工: says when to expect an answer; the next message, or the words already said, go to staff. */
export function handoff(work: Work, text: string | undefined): Work {
  if (!text) {
    const held = withState(park(work), { focus: { in: 'handoff' } });
    return say(held, {
      lines: [line('handoff.ask'), line('handoff.hours', { contact: { bilingual: work.book.programme.contact } })],
      buttons: [button('button.never-mind', { do: 'deny' })],
    });
  }
  const sent = effect(park(work), { type: 'handoff', text: cut(text, LONGEST) });
  const told = note(sent, line('handoff.sent'));
  return say(told, {
    lines: [line('handoff.hours', { contact: { bilingual: work.book.programme.contact } })],
    buttons: wayBack(work),
  });
}

/** What to do meanwhile: the draft that waits, or the lists. */
function wayBack(work: Work): readonly SayButton[] {
  const lists = button('button.open-lists', { do: 'find' });
  return openDrafts(work).length > 0 ? [button('button.resume', { do: 'resume' }), lists] : [lists];
}

/** A kind word; an open question comes back. */
export function thanks(work: Work): Work {
  const draft = draftInHand(work);
  if (draft) return askAgain(note(work, line('talk.welcome')), draft);
  return say(work, { lines: [line('talk.welcome-idle')], buttons: [button('button.open-lists', { do: 'find' })] });
}

/** Nothing was understood: what to say instead; the third time a person is offered. Noise never starts a form. */
export function notUnderstood(work: Work, text: string): Work {
  const misses = work.state.misses + 1;
  const counted = withState(work, { misses });
  const draft = draftInHand(work);
  if (draft && misses < 3) {
    const key = work.state.focus.in === 'review' ? 'talk.not-understood-review' : 'talk.not-understood-form';
    return askAgain(note(counted, line(key, { text: shorten(text) })), draft);
  }
  const key = misses === 1 ? 'talk.not-understood' : misses === 2 ? 'talk.not-understood-2' : 'talk.not-understood-3';
  return say(counted, {
    lines: [misses === 1 ? line(key, { text: shorten(text) }) : line(key)],
    buttons: [
      button('button.open-lists', { do: 'find' }),
      button('button.post-need', { do: 'post-need' }),
      ...(misses >= 3 ? [button('button.handoff', { do: 'handoff' }, 'primary')] : []),
    ],
  });
}

/** A question about the programme: until the knowledge base answers, a person does; a form's question comes back. */
export function answerQuestion(work: Work, question: string): Work {
  const draft = draftInHand(work);
  const told = note(work, line('ask.no-source', { text: shorten(question) }));
  if (draft) return askAgain(told, draft);
  return say(told, {
    lines: [],
    buttons: [button('button.handoff', { do: 'handoff', text: question }), button('button.open-lists', { do: 'find' })],
  });
}
