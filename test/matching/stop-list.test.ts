import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../src/matching/segment.ts';
import { parseStopList } from '../../src/matching/stop-list.ts';
import { STOP } from '../support/match-scene.ts';

const foldedOf = (text: string): string =>
  segmentsOf(text, STOP)
    .map((segment) => segment.folded)
    .join('');

describe('the stop list officials edit', () => {
  it('has three sections, comments and blank lines', () => {
    const stop = parseStopList('# 说明\n[words]\nthe\n\n[reasons]\n技術\nSystems\n[titles]\n教授\n');
    expect([...stop.words]).toEqual(['the']);
    expect([...stop.reasons]).toEqual(['技术', 'system']);
    expect('李教授'.replace(stop.blank ?? '', '')).toBe('李');
  });

  it('may be empty', () => {
    expect(parseStopList('')).toEqual({ words: new Set(), reasons: new Set(), blank: null });
  });

  it.each(['教授', '副教授', '院士', '博士生導師', 'Professor', 'Ph.D.', '享受国务院特殊津贴', '45岁', '1980年出生'])(
    'blanks out %s',
    (title) => {
      expect(foldedOf(`示例甲，${title}，芳纶纸`)).toMatch(/^示例甲,\|+,芳纶纸$/);
    },
  );

  it('leaves words alone that only look like titles', () => {
    for (const text of ['25年寿命', 'professorship', '220度', '2026年出版']) expect(foldedOf(text)).not.toContain('|');
  });
});

describe('a text cut into sentences', () => {
  it('is read a sentence at a time, each in its own spelling', () => {
    expect(segmentsOf('做電工鋼。\n做芳纶；IGBT!', STOP).map((segment) => segment.original)).toEqual([
      '做電工鋼',
      '做芳纶',
      'IGBT',
    ]);
  });

  it('has equal keys for equal sentences, however spaced and pointed', () => {
    const [a, b] = segmentsOf('芳纶纸, 耐温提升；芳綸紙：耐溫 提升', STOP);
    expect(a?.key).toBe(b?.key);
  });
});
