import { describe, expect, it } from 'vitest';
import { makeTextRanker } from '../../src/matching/rank-texts.ts';
import { makeRecent } from '../../src/matching/recent.ts';
import { makeWordTable } from '../../src/matching/word-table.ts';
import { STOP } from '../support/match-scene.ts';

describe('a table of words', () => {
  const table = makeWordTable('陶 clay\n陶瓷 potteri ceram\n陶瓷刀具 cutter\n空\n锂 lithium');

  it('tells what stands behind a word', () => {
    expect(table.restOf('陶瓷')).toBe('potteri ceram');
    expect(table.restOf('锂')).toBe('lithium');
    expect(table.restOf('瓷')).toBe('');
    expect(table.restOf('')).toBe('');
    expect(table.has('陶')).toBe(true);
    expect(table.has('陶瓷刀')).toBe(false);
    expect(table.has('陶 clay')).toBe(false);
  });

  it('finds the longest word, across a gap no word fills, and no longer than asked', () => {
    expect(table.longestAt('用陶瓷刀具切', 1, 8)).toBe(4);
    expect(table.longestAt('用陶瓷刀具切', 1, 3)).toBe(2);
    expect(table.longestAt('陶瓷', 0, 8)).toBe(2);
    expect(table.longestAt('瓷', 0, 8)).toBe(0);
  });

  it('finds every one of many words', () => {
    const words = Array.from(
      { length: 5_000 },
      (_, n) => String.fromCodePoint(0x4e00 + n) + String.fromCodePoint(0x4e00 + ((n * 7) % 5_000)),
    );
    const many = makeWordTable(words.map((word, n) => `${word} w${n}`).join('\n'));
    expect(words.filter((word, n) => many.restOf(word) !== `w${n}`)).toEqual([]);
    expect(makeWordTable('').has('陶')).toBe(false);
  });
});

describe('remembering', () => {
  it('reads again only what was pushed out by newer things', () => {
    let reads = 0;
    const recent = makeRecent(2, (key: { n: number }) => {
      reads += 1;
      return key.n;
    });
    const [a, b, c] = [{ n: 1 }, { n: 2 }, { n: 3 }];
    expect([recent(a), recent(a), recent(b), recent(b)]).toEqual([1, 1, 2, 2]);
    expect(reads).toBe(2);
    recent(c);
    recent(a);
    expect(reads).toBe(4);
  });
});

describe('titles', () => {
  it('count twice when a longer text follows, and once in a row of equal lines', () => {
    const filler = '本文讨论方法与结果并给出若干例子供同行参考比较说明情况';
    const texts = [`铜箔轧制\n${filler}钨丝拉拔`, `钨丝拉拔\n${filler}铜箔轧制`];
    const rank = makeTextRanker(
      texts.map((text, n) => ({ id: String(n), items: [text] })),
      { stop: STOP },
    );
    const [first = 0, second = 0] = rank('铜箔');
    expect(first).toBeGreaterThan(second);
    const rows = makeTextRanker(
      [
        { id: 'a', items: ['铜箔轧制\n钨丝拉拔'] },
        { id: 'b', items: ['钨丝拉拔\n铜箔轧制'] },
      ],
      { stop: STOP },
    );
    const [one = 0, other = 0] = rows('铜箔');
    expect(one).toBeCloseTo(other, 9);
  });
});
