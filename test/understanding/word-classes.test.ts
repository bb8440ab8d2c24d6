import { describe, expect, it } from 'vitest';
import { wordClasses } from '../../src/understanding/word-classes.ts';

describe('everyday words', () => {
  it('are the same in other words', () => {
    expect(wordClasses('俺想揭')).toEqual(wordClasses('我打算申报'));
    expect(wordClasses('i want to withdraw')).toContain('take-back');
  });

  it('leave what nobody knows as one gap, and figures as a sign', () => {
    expect(wordClasses('鳜鳙鲮')).toEqual(['x']);
    expect(wordClasses('鳜鳙2021鲮')).toEqual(['x', '#', 'x']);
  });

  it('take the longest word, and a latin word only as a whole', () => {
    expect(wordClasses('工作人员')).toEqual(['person']);
    expect(wordClasses('cannery')).toEqual(['x']);
  });

  it('are none in nothing', () => {
    expect(wordClasses('')).toEqual([]);
    expect(wordClasses(' ，。😂')).toEqual([]);
  });
});
