import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeChatModel } from '../../src/ai/chat-model.ts';
import { explainMatch, type MatchFacts } from '../../src/ai/explain-match.ts';
import { parsePrompt } from '../../src/ai/prompt.ts';
import { botError } from '../../src/errors.ts';
import type { ChatModel } from '../../src/ports/model.ts';
import { strayFacts } from '../../src/text/stray-facts.ts';
import { strayNames } from '../../src/text/stray-names.ts';
import { type OpenAIPeer, startOpenAIPeer } from '../support/openai-peer.ts';

const FACTS: MatchFacts = {
  title: '示例：8英寸碳化硅单晶设备',
  matched: ['长晶炉', 'PVT'],
  missing: [],
  money: '500万–1000万元',
  deadline: '2026-10-07（周三）',
  standing: null,
};
const PROMPT = parsePrompt(readFileSync('prompts/explain-match.md', 'utf8'), 'explain-match.md');

/** A model that gives this answer once, as the real one hands it to the parser. */
const answering = (raw: unknown): ChatModel => ({
  provider: 'sample',
  async complete(_name, vars, parse) {
    expect(Object.keys(vars).toSorted()).toEqual([...PROMPT.variables].toSorted());
    try {
      return parse(raw);
    } catch (cause) {
      throw botError('model', 'no usable answer', { cause });
    }
  },
});
const explain = (...sentences: string[]) => explainMatch(answering({ sentences }), FACTS, 'zh');

const listed = ({ title, matched, money, deadline }: MatchFacts): readonly string[] => [
  title,
  ...matched,
  money ?? '',
  deadline ?? '',
];

describe('a friendlier wording of why a list fits', () => {
  it('is shown when it only repeats the facts', async () => {
    expect(
      await explain('您做长晶炉和PVT，正是“8英寸碳化硅单晶设备”要的。', '资金500万–1000万元，2026-10-07截止。'),
    ).toBe('您做长晶炉和PVT，正是“8英寸碳化硅单晶设备”要的。资金500万–1000万元，2026-10-07截止。');
  });

  it('may repeat facts in the other script', () => {
    expect(strayFacts('您做長晶爐，資金500萬–1000萬元。', listed(FACTS), false)).toEqual([]);
  });

  it.each([
    ['a sum', '资金3000万元。'],
    ['a sum in words', '资金三千万元。'],
    ['a date', '12月31日前都可以申报。'],
    ['a code', '编号JX-2026-11。'],
    ['a name in Latin letters', '可与Huawei合作。'],
    ['a quotation', '属于“国家重点研发计划”。'],
    ['a promise', '您做长晶炉，一定能中榜。'],
    ['a hint at priority', '长晶炉团队优先考虑。'],
  ])('is not shown when it adds %s', async (_, sentence) => {
    expect(await explain(sentence)).toBeNull();
  });

  it('is checked in English too', () => {
    const facts = { ...FACTS, title: 'Aramid paper', matched: ['insulation'], money: '5 million yuan' };
    expect(
      strayFacts('Your insulation work suits Aramid paper. The money is 5 million yuan.', listed(facts), true),
    ).toEqual([]);
    expect(strayFacts('You could win with Tsinghua. It pays 8 million.', listed(facts), true)).toEqual(
      expect.arrayContaining(['8', 'tsinghua']),
    );
    expect(strayFacts('You will win.', listed(facts), true)).toEqual(['will win']);
  });

  it.each([
    null,
    'text',
    {},
    { sentences: [] },
    { sentences: ['a', 'b', 'c'] },
    { sentences: ['x'.repeat(500)] },
    { sentences: [7] },
  ])('is not shown when the answer is %j', async (raw) => {
    expect(await explainMatch(answering(raw), FACTS, 'zh')).toBeNull();
  });

  it('is left out while the model is out', async () => {
    const out: ChatModel = {
      provider: 'sample',
      complete: () => Promise.reject(botError('model', 'out', { retryable: true })),
    };
    expect(await explainMatch(out, FACTS, 'zh')).toBeNull();
  });
});

describe('what a machine made up', () => {
  const facts = ['论文《高梯度磁选的流场》：「磁选」（题目）', '编号 L-2021-07', '示例赣中大学', '南昌示例集团'];

  it.each([
    ['a list number', '与 L-2021-08 也有关。'],
    ['part of a real number', '见 2021-07 号。'],
    ['a grant number', '您主持过 51975123 项目。'],
    ['a DOI', '见 10.1234/abc.5。'],
    ['a person with a title', '可以找王建国教授请教。'],
    ['a person to work with', '与李明合作更好。'],
    ['a university', '清华大学也在做磁选。'],
    ['a company', '适合东方电气集团的需要。'],
    ['an English name at the start', 'Wei Zhang works on separation.'],
  ])('%s is noticed', (_, sentence) => {
    expect(strayNames(sentence, facts)).not.toEqual([]);
  });

  it.each([
    '您的论文《高梯度磁选的流场》与题目都讲「磁选」。',
    '编号 L-2021-07，8 项指标里还有 2 项没提到。',
    '示例赣中大学的工作对得上南昌示例集团的需要。',
    '适合您的团队和贵公司一起看看，相关企业也在等。',
  ])('is not seen in: %s', (sentence) => {
    expect(strayNames(sentence, facts)).toEqual([]);
  });
});

describe('with a model behind a real endpoint', () => {
  let peer: OpenAIPeer;
  beforeAll(async () => {
    peer = await startOpenAIPeer();
  });
  afterAll(() => peer.close());
  beforeEach(() => {
    for (const list of [peer.requests, peer.answers]) list.length = 0;
  });
  const asked = async (facts: MatchFacts) => {
    const settings = { baseUrl: peer.baseUrl, key: 'none', model: 'sample-chat', prompts: [PROMPT], budgetMs: 5_000 };
    return explainMatch(await makeChatModel(settings), facts, 'zh');
  };
  const facts: MatchFacts = {
    ...FACTS,
    matched: ['论文《PVT 长晶炉热场设计》：「长晶炉」（题目）'],
    missing: ['微管密度'],
    standing: '已关闭',
  };

  it('a sentence that invents is dropped, the one that repeats stays', async () => {
    const kept = '您的论文《PVT 长晶炉热场设计》讲的「长晶炉」正是题目所要；“微管密度”还没有提到。';
    peer.answers.push(JSON.stringify({ sentences: [kept, '可参考 L-2021-08 和王建国教授的 10.1234/abc.5。'] }));
    expect(await asked(facts)).toBe(kept);
    expect(peer.requests).toHaveLength(1);
  });

  it('one that only invents is asked once more, then left out', async () => {
    peer.answers.push(JSON.stringify({ sentences: ['与国家自然科学基金 51975123 一致。'] }));
    expect(await asked(facts)).toBeNull();
    expect(peer.requests).toHaveLength(2);
  });

  it('is told what is missing and that the list is closed, and nothing else of it', async () => {
    peer.answers.push(JSON.stringify({ sentences: ['「长晶炉」对得上，这项已关闭。'] }));
    expect(await asked(facts)).toBe('「长晶炉」对得上，这项已关闭。');
    const sent = JSON.stringify(peer.requests[0]?.body.messages);
    for (const told of ['微管密度', '已关闭', '论文《PVT 长晶炉热场设计》']) expect(sent).toContain(told);
  });
});
