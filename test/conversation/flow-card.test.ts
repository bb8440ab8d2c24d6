import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUpCard } from '../../src/conversation/flow-card.ts';
import { initialState } from '../../src/conversation/initial-state.ts';
import { reduce } from '../../src/conversation/reduce.ts';
import type { Book, Event } from '../../src/conversation/reducer-types.ts';
import { begin } from '../../src/conversation/work.ts';
import { makeBooks } from '../../src/engine/book.ts';
import { running } from '../../src/engine/parts.ts';
import { makeShelf } from '../../src/engine/shelf.ts';
import type { CardDraft } from '../../src/programme/concept-card.ts';
import { EMPTY_CARD } from '../../src/programme/concept-card.ts';
import type { Draft, Need } from '../../src/programme/records.ts';
import { aNeed, MONDAY, PROGRAMME } from '../support/case-fixtures.ts';
import { anAccount } from '../support/desk-house.ts';
import { realKit } from '../support/dialogue.ts';
import type { EngineKit } from '../support/engine-kit.ts';

const DRAFT: CardDraft = { words: EMPTY_CARD, names: ['绝缘纸', '芳纶'], met: 2, thin: false };
const need: Need = { ...aNeed(), owner: 'lin', status: 'complete' };
const STAMP = { at: MONDAY, turn: 't', channel: 'web' } as const;
const ASK = { type: 'draft-card', need: need.id, words: '绝缘纸' } as const;

let kit: EngineKit;
beforeEach(async () => {
  kit = await realKit([], { draftCard: async () => DRAFT });
});
afterEach(() => kit.close());

function book(cases: readonly Need[] = [need]): Book {
  const mine = {
    account: anAccount('lin'),
    memberships: [],
    consents: [],
    profile: null,
    drafts: [],
    cases,
    hasReturnLink: false,
  };
  return makeBooks(running(kit.parts), makeShelf(PROGRAMME.timeZone))(mine);
}

const drafted = (names: readonly string[] | null): Event => ({ ...STAMP, type: 'card-drafted', query: ASK, names });
const asked = () => reduce(initialState(), drafted(DRAFT.names), book());
const keys = (step: ReturnType<typeof reduce>) =>
  step.effects.flatMap((each) => (each.type === 'reply' ? each.say.lines.map((line) => line.key) : []));
const saved = (step: ReturnType<typeof reduce>) =>
  step.effects.flatMap((each) =>
    each.type === 'save-case' ? [{ card: each.record.card?.concepts, version: each.record.version }] : [],
  );

describe('asking the owner what a need is about', () => {
  const draft: Draft = {
    ...{ id: 'd', account: 'lin', purpose: 'need', listing: null, case: null, form: 'need', formVersion: 1 },
    ...{ stage: 'complete', answers: { title: '绝缘纸' }, filledBy: {}, undo: [], status: 'submitted', version: 1 },
    ...{ createdAt: MONDAY, updatedAt: MONDAY },
  };
  const lookUp = (record: Need, shared = false) =>
    lookUpCard(begin(initialState(), { ...STAMP, type: 'opened', ...(shared && { shared }) }, book()), draft, record)
      .queries;

  it('happens once: not after an answer, not where others read along, not about a secret', () => {
    expect(lookUp(need)).toEqual([{ type: 'draft-card', need: need.id, words: '绝缘纸' }]);
    expect(lookUp({ ...need, card: { ...EMPTY_CARD, by: 'owner', at: MONDAY } })).toEqual([]);
    expect(lookUp({ ...need, offline: true })).toEqual([]);
    expect(lookUp(need, true)).toEqual([]);
  });

  it('names what it seems to be, or asks openly; without a lexicon nothing is asked', () => {
    expect(keys(asked())).toEqual(['card.ask']);
    expect(asked().state.focus).toMatchObject({ in: 'card', need: need.id });
    expect(keys(reduce(initialState(), drafted([]), book()))).toEqual(['card.ask-open']);
    expect(reduce(initialState(), drafted(null), book()).effects).toEqual([]);
  });

  it('never gets between a person and a question that is open', () => {
    const busy = { ...initialState(), focus: { in: 'handoff' } } as const;
    expect(reduce(busy, drafted(DRAFT.names), book()).effects).toEqual([]);
  });

  it.each([
    ['芳纶对，还有云母纸', ['芳纶', '云母纸']],
    ['对', ['绝缘纸', '芳纶']],
    ['跳过', []],
    ['不用了', []],
  ])('%s is kept, without a new version of the need', (text, concepts) => {
    const step = reduce(asked().state, { ...STAMP, type: 'said', text }, book());
    expect(saved(step)).toEqual([{ card: concepts, version: need.version }]);
    expect(step.state.focus).toEqual({ in: 'idle' });
  });

  it('gives way to anything else the person wants', () => {
    const step = reduce(asked().state, { ...STAMP, type: 'said', text: '我的进度' }, book());
    expect(saved(step)).toEqual([]);
    expect(step.state.focus).toEqual({ in: 'idle' });
  });

  it('leaves a card of staff as it is', () => {
    const theirs: Need = { ...need, card: { ...EMPTY_CARD, concepts: ['纸'], by: 'staff', at: MONDAY } };
    const step = reduce(asked().state, { ...STAMP, type: 'said', text: '对' }, book([theirs]));
    expect(saved(step)).toEqual([]);
    expect(keys(step)).toEqual(['card.thanks']);
  });

  it('is for the owner alone: another’s need is not there', () => {
    const own = { do: 'own-card', need: need.id, words: ['x'] } as const;
    expect(keys(reduce(initialState(), { ...STAMP, type: 'chose', command: own }, book([])))).toEqual([
      'case.not-found',
    ]);
  });
});

describe('a long text pasted into the chat', () => {
  const FILLER =
    '2009年毕业后在示例大学任教，讲授材料科学基础，主持示例课题三项，发表论文二十余篇，授权专利五件。'.repeat(7);

  const titles = ({ channels }: EngineKit) =>
    channels.web.sent.flatMap(({ reply }) => reply.cards.map((card) => card.title));

  it('finds by what stands at its very end', async () => {
    const home = await realKit();
    const answers = await home.says('zhang', `个人主页\n${FILLER.repeat(4)}\n研究方向：高牌号无取向电工钢的铁损控制。`);
    expect(titles(home)).toContain('示例：高牌号无取向电工钢');
    expect(answers.join('\n')).toContain('从头到尾读过了');
    await home.close();
  });

  it('of papers gives lists beside the offer to make a profile of them', async () => {
    const home = await realKit();
    const entry = (n: number, title: string) =>
      `@article{a${n},\n  title = {${title}},\n  author = {示例},\n  year = {2020}\n}`;
    const answers = await home.says('li', [entry(1, '无取向电工钢铁损研究'), entry(2, '电工钢织构控制')].join('\n'));
    expect(answers.length).toBeGreaterThan(1);
    expect(titles(home)).toContain('示例：高牌号无取向电工钢');
    await home.close();
  });
});
