/** The product made worse in one place at a time, without touching its source: each must be noticed by the model. */
import type { Effect, Event, Reduce, State, Step } from '../../src/conversation/reducer-types.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Draft } from '../../src/programme/records.ts';
import { membership } from '../support/case-fixtures.ts';
import { randomId } from '../support/random-id.ts';
import type { Mutant } from './world.ts';

/** A reducer with something wrong. */
function reducing(change: (reduce: Reduce) => Reduce): Mutant {
  return (parts) => ({ ...parts, reduce: change(parts.reduce) });
}

/** What was said is heard as something else; null leaves it. */
function mishearing(heard: (text: string, state: State) => string | null): Mutant {
  return reducing((reduce) => (state, event, book) => {
    const text = event.type === 'said' ? heard(event.text, state) : null;
    return reduce(state, text === null ? event : ({ ...event, type: 'said', text } as Event), book);
  });
}

/** The state before the event is another one when `text` is said. */
function misplaced(
  text: string,
  place: (state: State, drafts: readonly Draft[], cases: readonly { id: string }[]) => State['focus'] | null,
  instead: string,
): Mutant {
  return reducing((reduce) => (state, event, book) => {
    const focus =
      event.type === 'said' && event.text.startsWith(text) ? place(state, book.mine.drafts, book.mine.cases) : null;
    return focus === null
      ? reduce(state, event, book)
      : reduce({ ...state, focus }, { ...event, type: 'said', text: instead } as Event, book);
  });
}

/** The effects of a step are changed. */
function acting(change: (step: Step, event: Event) => Step): Mutant {
  return reducing((reduce) => (state, event, book) => change(reduce(state, event, book), event));
}

function storing(change: (store: Store, parts: EngineParts) => Partial<Store>): Mutant {
  return (parts) => ({ ...parts, store: { ...parts.store, ...change(parts.store, parts) } });
}

const withoutDedup = storing(({ turns }) => ({
  turns: { ...turns, accept: (messages) => turns.accept(messages.map((each) => ({ ...each, keys: [randomId()] }))) },
}));

/** Records are written, then the process may die, and only then the rest of the turn. */
const outsideTransaction = storing(({ turns, load }) => ({
  turns: {
    ...turns,
    async commit(results) {
      const effects = results.flatMap((each) => each.effects);
      const known = (each: Effect) => each.type === 'save-draft' && each.draft.version > 1;
      await load.load({
        drafts: effects.filter(known).flatMap((each) => (each.type === 'save-draft' ? [each.draft] : [])),
      });
      return turns.commit(results);
    },
  },
}));

const anybodyDecides = storing(({ records }) => ({
  records: { ...records, memberships: async (account) => [membership(account, 'decider')] },
}));

const noFieldRequired: Mutant = (parts) => ({
  ...parts,
  forms: parts.forms.map((form) => ({
    ...form,
    stages: form.stages.map((stage) => ({
      ...stage,
      fields: stage.fields.map((field) => ({ ...field, required: false })),
    })),
  })),
});

const doubleNotice = acting((step) => ({
  ...step,
  effects: step.effects.flatMap((each) => {
    if (each.type !== 'tell' || !('staff' in each.to)) return [each];
    const { version: _, ...again } = each;
    return [each, again];
  }),
}));

/** 上一步 wipes what it goes back to. */
const backWipes = reducing((reduce) => (state, event, book) => {
  const step = reduce(state, event, book);
  const { focus } = step.state;
  const isBack = event.type === 'said' && event.text === '上一步' && focus.in === 'field';
  const draft = isBack ? book.mine.drafts.find((each) => each.id === focus.draft) : undefined;
  if (!draft || !isBack || draft.status !== 'open') return step;
  const { [focus.path]: _, ...answers } = draft.answers;
  const emptied = { ...draft, answers, version: draft.version + 1 };
  return { ...step, effects: [...step.effects, { type: 'save-draft', draft: emptied }] };
});

/** The button of another question is taken for one of the question in hand. */
const oldButtonFills = reducing((reduce) => (state, event, book) => {
  if (event.type !== 'chose' || event.command.do !== 'set' || state.focus.in !== 'field')
    return reduce(state, event, book);
  const { asked: _, ...fresh } = event;
  const { path } = state.focus;
  return reduce(state, { ...fresh, command: { ...event.command, path, asked: path } }, book);
});

const consentTaken = reducing((reduce) => (state, event, book) => {
  const text = book.consentText('data', book.mine.account.locale);
  const given = {
    account: book.mine.account.id,
    kind: 'data',
    textVersion: text.version,
    textHash: text.hash,
    at: event.at,
    channel: event.channel,
  } as const;
  return reduce(state, event, { ...book, mine: { ...book.mine, consents: [...book.mine.consents, given] } });
});

const openForEver = reducing((reduce) => (state, event, book) => {
  const late = (id: string) => {
    const found = book.shelf.byId(id);
    return found && { ...found, details: { ...found.details, deadline: '2099-12-31' } };
  };
  return reduce(state, event, { ...book, shelf: { ...book.shelf, byId: late } });
});

const editFillsOpen = reducing(
  (reduce) => (state, event, book) =>
    reduce(state, event.type === 'edited' ? ({ ...event, type: 'said' } as Event) : event, book),
);

const silentOnWrong = acting((step, event) =>
  event.type !== 'said' || step.state.focus.in !== 'field' || step.state.focus.misses === 0
    ? step
    : { ...step, effects: step.effects.filter((each) => each.type !== 'reply') },
);

const forgetsLastSaid = acting((step) => ({ ...step, state: { ...step.state, lastSaid: '' } }));

const CONTROL = /跳过|提交|上一步|撤回|取消/;

/** Every mutant by what is wrong with it. */
export const MUTANTS: Readonly<Record<string, Mutant>> = {
  'a message delivered twice counts twice': withoutDedup,
  'drafts are saved outside the transaction': outsideTransaction,
  'anybody may decide': anybodyDecides,
  'a correction fills the field in hand': mishearing((text, { focus }) =>
    focus.in === 'field' ? (/^不对，.*改成(.+)$/.exec(text)?.[1] ?? null) : null,
  ),
  'going back wipes the answer': backWipes,
  'submitting needs no fresh review': misplaced(
    '提交',
    ({ focus }, drafts) => {
      const draft =
        'draft' in focus && focus.in === 'field' ? drafts.find((each) => each.id === focus.draft) : undefined;
      return draft ? { in: 'review', draft: draft.id, version: draft.version } : null;
    },
    '提交',
  ),
  'a required question can be skipped': noFieldRequired,
  'staff are told twice': doubleNotice,
  'an old button fills the question in hand': oldButtonFills,
  'a steering word inside an answer is obeyed': mishearing((text) =>
    text.startsWith('揭榜') ? null : (CONTROL.exec(text)?.[0] ?? null),
  ),
  'nobody is asked for consent': consentTaken,
  'a bid is withdrawn without asking': misplaced(
    '撤回',
    (_state, _drafts, cases) => {
      const id = cases.at(-1)?.id;
      return id === undefined ? null : { in: 'confirm', command: { do: 'withdraw', case: id, confirmed: true } };
    },
    '是',
  ),
  'data are deleted without asking': misplaced(
    '删除我的数据',
    () => ({ in: 'confirm', command: { do: 'delete-data', confirmed: true } }),
    '是',
  ),
  'the deadline means nothing': openForEver,
  'an edited message fills the question in hand': editFillsOpen,
  'a wrong answer is met with silence': silentOnWrong,
  'the same sentence is said twice running': forgetsLastSaid,
  'undo does nothing': mishearing((text) => (text === '撤销' ? '帮助' : null)),
};
