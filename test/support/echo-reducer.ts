import type { Book, Effect, Event, Query, Reduce, State } from '../../src/conversation/reducer-types.ts';
import type { NoticeInfo, Say } from '../../src/conversation/say.ts';
import { newNeed } from '../../src/programme/new-case.ts';
import type { Draft } from '../../src/programme/records.ts';
import type { Command } from '../../src/understanding/command.ts';
import { PROGRAMME } from './case-fixtures.ts';

/** The smallest reducer that uses everything the engine does: it keeps what people say in a draft and says it back. */
export const echo: Reduce = (state, event, book) => {
  const { account } = book.mine;
  const draft = book.mine.drafts[0] ?? freshDraft(account.id, event);
  switch (event.type) {
    case 'said':
      return obeyWords(state, event.text, event, draft, book);
    case 'chose':
      return step(state, [reply(`chose ${event.command.do}${event.asked ? ` asked ${event.asked}` : ''}`)]);
    case 'matched':
      return step(state, [reply(`found ${event.hits.map((hit) => hit.listing.title).join(' ') || 'nothing'}`)]);
    case 'understood':
      return step(state, [reply(`understood ${event.commands.map((each) => each.do).join(' ') || 'nothing'}`)]);
    case 'sent-files': {
      const names = event.files.map((file) => `${file.name}:${file.mime}`);
      const refused = event.refused.map((file) => `${file.name}!${file.reason}`);
      return step(state, [
        reply(`files ${[...names, ...refused].join(' ')}${event.caption ? ` “${event.caption}”` : ''}`),
      ]);
    }
    case 'edited':
      return step(state, [reply(`edited ${event.text} ${event.original === '' ? 'unknown' : 'known'}`)]);
    default:
      return step(state, [reply(event.type)]);
  }
};

function obeyWords(state: State, text: string, event: Event, draft: Draft, book: Book) {
  const [word, ...rest] = text.split(' ');
  const words = rest.join(' ');
  switch (word) {
    case 'boom':
      throw new Error('this message is poison');
    case 'nothing':
      return step(state, []);
    case 'find':
      return { ...step(state, []), queries: [matchQuery(words)] };
    case 'guess':
      return { ...step(state, []), queries: [guess(words)] };
    case 'loop':
      return { ...step(state, []), queries: [guess('loop')] };
    case 'buttons':
      return step(state, [
        { type: 'reply', say: { ...say('pick one'), buttons: [button('queue'), button('help')], asks: 'field-1' } },
      ]);
    case 'tell':
      return step(state, [reply('told'), tellStaff(words, event)]);
    case 'submit':
      return step(state, [submit(book.mine.account.id, event), reply('submitted'), tellStaff(words, event)]);
    case 'act':
      return step(state, [reply('acted'), { ...tellStaff(words, event), group: `group-${words}`, delaySeconds: 10 }]);
    case 'undo':
      return step(state, [{ type: 'cancel-group', group: `group-${words}` }, reply('undone')]);
    case 'forget':
      return step(state, [{ type: 'delete-account' }, reply('forgotten')]);
    default: {
      const said = typeof draft.answers.said === 'string' ? `${draft.answers.said} ` : '';
      const next = { ...draft, answers: { said: `${said}${text}` }, version: draft.version + 1, updatedAt: event.at };
      return step(state, [{ type: 'save-draft', draft: next }, reply(`heard ${text}`)]);
    }
  }
}

function step(state: State, effects: readonly Effect[]) {
  return { state, queries: [], effects };
}

/** A plain message. */
export function say(text: string): Say {
  return { lines: [{ key: 'text', vars: { text } }], buttons: [], cards: [], files: [] };
}

function reply(text: string): Effect {
  return { type: 'reply', say: say(text) };
}

function button(what: 'queue' | 'help') {
  const command: Command = { do: what };
  return { label: { text: what }, command };
}

function tellStaff(words: string, event: Event): Extract<Effect, { type: 'tell' }> {
  const notice: NoticeInfo = {
    kind: 'submitted',
    case: { kind: 'need', id: event.turn, reference: `N-${words}`, sector: 'materials' },
  };
  return {
    type: 'tell',
    to: { staff: { sector: 'materials' } },
    say: { ...say(`secret ${words}`), buttons: [button('queue')] },
    notice,
  };
}

/** A new case whose id comes from the message, as the real reducer makes it. */
function submit(account: string, event: Event): Effect {
  const record = newNeed(
    { account, form: 'need', formVersion: 1, answers: { title: '示例' } },
    { id: event.turn, at: event.at, programme: PROGRAMME },
  );
  return { type: 'save-case', record, expected: 0, action: 'submit', from: null };
}

function matchQuery(words: string) {
  const where = { sector: null, track: null, openOnly: false, from: 0, limit: 3, purpose: 'search' } as const;
  return { type: 'match', words, ...where } as const;
}

function freshDraft(account: string, event: Event): Draft {
  return {
    ...{ id: `d-${account}`, account, purpose: 'need', listing: null, case: null, form: 'need', formVersion: 1 },
    ...{
      stage: 'post',
      answers: {},
      filledBy: {},
      undo: [],
      status: 'open',
      version: 0,
      createdAt: event.at,
      updatedAt: event.at,
    },
  };
}

/** Puts words to the model from nowhere in particular. */
export function guess(text: string): Extract<Query, { type: 'understand' }> {
  return { type: 'understand', text, question: { place: 'idle', fields: '', lists: '', sectors: '' } };
}
