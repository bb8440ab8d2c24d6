/** Talk around the work: help where one stands, a person to talk to, thanks, and what was not understood. */
import { fieldAt } from '../programme/next-field.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { isSmallTalk } from '../understanding/interpret-idle.ts';
import { severalQuestions } from '../understanding/several-questions.ts';
import { isElsewhere, isInsult, isIntrusion } from '../understanding/topics.ts';
import { contextOf } from './draft-change.ts';
import { fieldHelpLines } from './field-help-lines.ts';
import { greet } from './flow-discover.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand } from './focus.ts';
import { knowledgeFigures } from './knowledge-figures.ts';
import type { Line } from './say.ts';
import { shorten } from './shorten.ts';
import { button, line, mine, note, say, type Work, withState } from './work.ts';

/** Help on the field in hand, with the programme's answer to the same words where there is one; idle: three things for who is asking. */
export function help(work: Work, { question }: Extract<Command, { do: 'help' }>): Work {
  const draft = draftInHand(work);
  const { focus } = work.state;
  if (draft && (focus.in === 'review' || focus.in === 'clinic'))
    return askAgain(note(work, line(`help.${focus.in}`)), draft);
  if (draft && (focus.in === 'field' || focus.in === 'confirm-value')) {
    const asked = fieldAt(work.book.form(draft.form), focus.path, contextOf(work, draft));
    const article = question === undefined ? null : work.book.articleFor(question);
    const lines = asked ? fieldHelpLines(asked) : [line('help.in-form')];
    return askAgain(note(work, ...lines, ...(article === null ? [] : answer(work, article))), draft);
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

/** A kind word; an open question comes back. Who begins with a smile or a scolding is greeted. */
export function thanks(work: Work): Work {
  const draft = draftInHand(work);
  const { event } = work;
  if (event.type === 'said' && isInsult(fold(event.text))) return calm(work);
  const isIdleTalk = event.type === 'said' && isSmallTalk(fold(event.text));
  if (draft) return askAgain(isIdleTalk ? work : note(work, line('talk.welcome')), draft);
  if (isIdleTalk && work.state.lastSaid === '') return greet(work);
  return say(work, {
    lines: [line(isIdleTalk ? 'talk.at-hand' : 'talk.welcome-idle')],
    buttons: [button('button.open-lists', { do: 'find' })],
  });
}

/** Nothing was understood: what to say instead; the third time a person is offered. Noise never starts a form. */
export function notUnderstood(work: Work, text: string): Work {
  const draft = draftInHand(work);
  const refused = isIntrusion(fold(text));
  if (refused) return draft ? askAgain(note(work, line('talk.not-others')), draft) : refuse(work);
  if (!draft && !isElsewhere(fold(text)) && work.book.articleFor(text) !== null) return answerQuestion(work, text);
  if (isInsult(fold(text))) return calm(work);
  const misses = work.state.misses + 1;
  const counted = withState(work, { misses });
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

/** Somebody is angry: a kind word, a person who could help, and the open question once more. */
function calm(work: Work): Work {
  const draft = draftInHand(work);
  if (draft) return askAgain(note(work, line('talk.calm')), draft);
  return say(work, {
    lines: [line('talk.calm')],
    buttons: [button('button.handoff', { do: 'handoff' }, 'primary'), button('button.open-lists', { do: 'find' })],
  });
}

/** Others' papers and the rules of the house are nobody's to have, in whatever words. */
function refuse(work: Work): Work {
  return say(work, {
    lines: [line('talk.not-others')],
    buttons: [button('button.open-lists', { do: 'find' }), button('button.status', { do: 'status' })],
  });
}

/** A question about the programme: answered from the knowledge base with its source, or not at all; a form's question comes back. */
export function answerQuestion(work: Work, question: string): Work {
  const draft = draftInHand(work);
  const articles = articlesFor(work, question);
  const [article = null] = articles;
  const told = note(
    work,
    ...(article === null
      ? [line('ask.no-source', { text: shorten(question) })]
      : articles.flatMap((each) => answer(work, each))),
  );
  if (draft) return askAgain(told, draft);
  const lists = button('button.open-lists', { do: 'find' });
  const person = button('button.handoff', article === null ? { do: 'handoff', text: question } : { do: 'handoff' });
  return say(told, { lines: [], buttons: article === null ? [person, lists] : [lists, person] });
}

/** The article of the whole question; where several are asked at once, the articles of all of them. */
function articlesFor({ book }: Work, question: string): readonly string[] {
  const each = severalQuestions(question).flatMap((part) => book.articleFor(part) ?? []);
  const distinct = [...new Set(each)];
  if (distinct.length > 1) return distinct;
  return [book.articleFor(question) ?? distinct[0] ?? []].flat();
}

function answer(work: Work, article: string): readonly Line[] {
  const figures = knowledgeFigures(work.book.programme);
  const source = { key: `knowledge.${article}.source`, vars: figures };
  return [line(`knowledge.${article}.answer`, figures), line('ask.source', { source })];
}
