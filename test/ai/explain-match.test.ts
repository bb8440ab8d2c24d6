import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainMatch, type MatchFacts } from '../../src/ai/explain-match.ts';
import { parsePrompt } from '../../src/ai/prompt.ts';
import { botError } from '../../src/errors.ts';
import type { ChatModel } from '../../src/ports/model.ts';
import { strayFacts } from '../../src/text/stray-facts.ts';

const FACTS: MatchFacts = {
  title: '示例：8英寸碳化硅单晶设备',
  matched: ['长晶炉', 'PVT'],
  money: '500万–1000万元',
  deadline: '2026-10-07（周三）',
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
