import { describe, expect, it } from 'vitest';
import { passagesOf, votesOf } from '../../src/matching/passages.ts';

const hit = (id: string, score: number, ...words: string[]) => ({
  id,
  score,
  because: words.map((word) => ({ yours: word, theirs: word })),
});

describe('the passages of a long text', () => {
  it('are all of it, in order, in whole sentences', () => {
    const text = Array.from({ length: 30 }, (_, n) => `第${n}句话讲第${n}件事情。`).join('');
    const passages = passagesOf(text);
    expect(passages.join('')).toBe(text);
    expect(passages.length).toBeGreaterThan(3);
    expect(passages.every((each) => each.endsWith('。'))).toBe(true);
  });

  it('stay few however long the text is, and a text without an end is cut', () => {
    expect(passagesOf('一行字没有标点'.repeat(3000)).length).toBeLessThanOrEqual(48);
    expect(passagesOf(`${'句。'.repeat(9000)}`).length).toBeLessThanOrEqual(49);
  });

  it('hold no blank ones, and no half of a character', () => {
    expect(passagesOf(' \n\n \t')).toEqual([]);
    expect(passagesOf('🙂'.repeat(500)).join('')).toBe('🙂'.repeat(500));
  });
});

describe('what passages find together', () => {
  it('is led by a list several of them find, not by one chance hit', () => {
    const found = votesOf([[hit('a', 0.6)], [hit('a', 0.6), hit('b', 0.9)], [hit('a', 0.5)], []]);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found[0]?.score).toBeCloseTo(17 / 30);
    expect(found[1]?.score).toBeCloseTo(0.3);
  });

  it('keeps the reasons of the best passages, each word once', () => {
    expect(
      votesOf([[hit('a', 0.9, '芳纶')], [hit('a', 0.8, '芳纶', '绝缘')]])[0]?.because.map(({ yours }) => yours),
    ).toEqual(['芳纶', '绝缘']);
  });

  it('is nothing for nothing', () => {
    expect(votesOf([])).toEqual([]);
  });
});
