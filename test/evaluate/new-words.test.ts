import { expect, test } from 'vitest';
import { newWords } from '../../src/evaluate/dialogues/new-words.ts';

test('a counter, a number of a case and the person’s own words are no answer', () => {
  const text = newWords('13/19 关于「最多推荐3家吗」，没有依据。a-3abcd-12345', '最多推荐3家吗？');
  expect(text).not.toContain('3');
});

test('words of the answer itself stay, quoted or not', () => {
  expect(newWords('最多 3 家：「示例榜单」', '最多几家')).toContain('3 家：「示例榜单」');
  expect(newWords('截止 2026-12-15', '几号')).toContain('2026-12-15');
});
