import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/programme/form.ts';
import { changedBidders, readBidders } from '../../src/understanding/bidder-choice.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { readOfferLimit } from '../../src/understanding/offer-limit.ts';
import { readStaffWord } from '../../src/understanding/staff-words.ts';
import { field, form, money, reading, shown } from '../understanding/reading-scene.ts';

describe('a decision that its own sentence takes back, or a sentence that only sounds like one', () => {
  it.each([
    '通过，算了',
    '通过，手滑了',
    '驳回，点错了',
    '驳回：等等，先不驳了',
    '退回，不是这个',
    '把石英砂那个驳回，开玩笑的',
    '通过，撤回',
    'approve, never mind',
    'reject, oops wrong one',
    '还要补充材料的有哪些',
    '请企业补充材料的模板在哪里',
    '需要补充什么材料',
    'it should be fine',
    'they should win',
  ])('%s', (said) => expect(readStaffWord(said)).toBeNull());

  it.each([
    ['驳回，误差太大，不是同一指标', 'reject'],
    ['退回：取消的那部分预算要说明', 'return'],
    ['请企业补充什么时候能交样品', 'ask-more'],
    ['they should explain the test method', 'ask-more'],
    ['it needs a figure for the wear rate', 'ask-more'],
  ])('%s is one', (said, word) => expect(readStaffWord(said)?.word).toBe(word));
});

const bid = form('application-enterprise-demand');
const unit = field('text', { id: 'unit', label: { zh: '牵头单位', en: 'Lead unit' } });
const price = field('money', { id: 'price', label: { zh: '报价', en: 'Price' } });

/** What a message does at one question while another was answered just before. */
function saidAt(last: Field, value: unknown, inHand: Field, said: string): unknown {
  const stage = { ...bid.stages[0], id: 'one', fields: [last, inHand] } as (typeof bid.stages)[number];
  return interpret(
    said,
    reading({
      focus: 'field',
      form: { ...bid, stages: [stage] },
      stage: 'one',
      field: inHand,
      answers: { [last.id]: value } as never,
      lastPath: last.id,
    }),
  ).commands;
}

describe('an answer that begins with the letters of a mistake', () => {
  const title = field('text', { id: 'title', label: { zh: '题目', en: 'Title' } });
  it.each(['不对称结构薄膜制备', '错位排布换热管', '错配位错控制'])(
    '%s is no correction of the answer before',
    (said) => expect(saidAt(unit, '示例大学', title, said)).toEqual([{ do: 'answer', text: said }]),
  );

  it.each(['错了', '错了，30个月', '手滑了，15人'])('%s writes no figure and no scrap over a name', (said) =>
    expect(JSON.stringify(saidAt(unit, '示例大学', field('choice', { id: 'kind' }), said))).not.toContain(
      '"do":"correct"',
    ),
  );

  it('a share, a time or a head count is no sum of money', () => {
    for (const said of ['85%', '百分之八十五', '30个月', '15人', '5吨']) expect(shown(money, said)).toMatch(/^!/);
    const target = field('text', { id: 'target', label: { zh: '目标', en: 'Target' } });
    for (const said of ['目前良率只有60%，希望提高到85%', '能不能把损耗降到2%'])
      expect(JSON.stringify(saidAt(price, { yuan: 3_000_000 }, target, said))).not.toContain('price');
  });
});

describe('an answer in words of one’s own that names what a list is called', () => {
  const route = field('long-text', { id: 'route', label: { zh: '技术路线', en: 'Route' } });
  it.each(['接着做桥梁钢', '先把桥梁钢做完', '回到柔性玻璃的路线上'])('%s stays in the form', (said) =>
    expect(saidAt(unit, '示例大学', route, said)).toEqual([{ do: 'answer', text: said }]),
  );
});

describe('a number that means something else', () => {
  it('how many bidders is not which', () => {
    for (const said of ['推荐三家', '选两家吧', '只要一家']) expect(readBidders(said, 5), said).toBeNull();
    for (const said of ['再加一家', '去掉两家']) expect(changedBidders(said, [1, 2]), said).toBeNull();
    expect(readBidders('推荐第三家', 5)).toEqual([3]);
    expect(readBidders('1、3', 5)).toEqual([1, 3]);
    expect(changedBidders('第3家也加上', [1])).toEqual([1, 3]);
  });

  it('power is no money', () => {
    expect(readOfferLimit('5000kW以上的电机')).toBeNull();
    expect(readOfferLimit('500w以上的')).toMatchObject({ least: 5_000_000 });
  });
});
