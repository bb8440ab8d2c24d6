import { describe, expect, it } from 'vitest';
import { cardTold, cardWords } from '../../src/conversation/card-words.ts';
import { initialState } from '../../src/conversation/initial-state.ts';

const NAMES = ['绝缘纸', '芳纶', '造纸装备'];

describe('what an owner answers when asked what a need is about', () => {
  it.each([
    ['都对', NAMES],
    ['全部正确。', NAMES],
    ['对', NAMES],
    ['all right', NAMES],
    ['跳过', []],
    ['不清楚', []],
    ['说不准', []],
    ['没有', []],
    ['1、3', ['绝缘纸', '造纸装备']],
    ['芳纶', ['芳纶']],
    ['芳綸對', ['芳纶']],
    ['造纸装备不对', ['绝缘纸', '芳纶']],
    ['绝缘纸、芳纶对，造纸装备不是', ['绝缘纸', '芳纶']],
    ['都对，还缺高压电机', [...NAMES, '高压电机']],
    ['还有云母纸、变压器', [...NAMES, '云母纸', '变压器']],
    ['绝缘纸对，还有云母纸', ['绝缘纸', '云母纸']],
    ['电机槽绝缘、Nomex', ['电机槽绝缘', 'Nomex']],
  ])('%s', (text, words) => {
    expect(cardWords(NAMES, text)).toEqual(words);
  });

  it.each(['有哪些电池的榜', '进度怎么样', '这是干什么用的？', '。。。'])('%s is no answer', (text) => {
    expect(cardWords(NAMES, text)).toBeNull();
  });

  it('is an answer only while the question is the last thing said', () => {
    const own = { do: 'own-card', need: 'n', words: [] } as const;
    const asked = {
      ...initialState(),
      focus: { in: 'card', need: 'n', names: NAMES },
      offered: [{ label: '跳过', command: own }],
    } as const;
    expect(cardTold(asked, '芳纶', { do: 'find', words: '芳纶' })).toEqual({ ...own, words: ['芳纶'] });
    expect(cardTold(asked, '芳纶', { do: 'status' })).toBeNull();
    expect(cardTold({ ...asked, offered: [] }, '芳纶', { do: 'find', words: '芳纶' })).toBeNull();
  });
});
