import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as OpenCC from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT, readStopList } from '../../src/data-files.ts';
import { readConceptRows } from '../../src/lexicon-files.ts';
import { makeTextRanker } from '../../src/matching/rank-texts.ts';
import { parseRegionalWords, reword } from '../../src/matching/regional.ts';
import { segmentsOf, spelling } from '../../src/matching/segment.ts';
import { fold } from '../../src/text/fold.ts';
import { STOP } from '../support/match-scene.ts';

const WORDS = parseRegionalWords('# 说明\n軟體\t软件\n軟體機器人\t软体机器人\n演算法\t算法\n奈米\t纳米\n');
const KNOWING = { ...STOP, regional: WORDS };
const folded = (text: string): string =>
  segmentsOf(text, KNOWING)
    .map((segment) => segment.folded)
    .join();

describe('wording of another region', () => {
  it('is read as the common wording in traditional text', () => {
    expect(folded('奈米塗層的軟體')).toBe('纳米涂层的软件');
  });

  it('leaves simplified text alone: 软体 is soft-bodied there', () => {
    expect(folded('软体抓手的设计')).toBe('软体抓手的设计');
  });

  it('spares a longer word that holds a shorter one', () => {
    expect(folded('軟體機器人與軟體')).toBe('软体机器人与软件');
  });

  it('is quoted as its author wrote it, though the common word is shorter', () => {
    const [segment] = segmentsOf('新的演算法與軟體', KNOWING);
    expect(segment?.folded).toBe('新的算法与软件');
    if (!segment) return;
    expect(spelling(segment, 2, 4)).toBe('演算法');
    expect(spelling(segment, 5, 7)).toBe('軟體');
    expect(spelling(segment, 0, 7)).toBe('新的演算法與軟體');
  });

  it('is quoted folded where the original has another length', () => {
    const [segment] = segmentsOf('㎏級軟體', KNOWING);
    expect(segment && spelling(segment, 0, segment.folded.length)).toBe('kg级软件');
  });

  it('holds nothing when the file holds nothing', () => {
    expect(parseRegionalWords('# 只有说明\n\n')).toBeNull();
    expect(WORDS && reword('没有', WORDS).places).toBeNull();
  });
});

describe('the file of regional words', () => {
  const lines = readFileSync(join(PACKAGE_ROOT, 'data/lexicon/regional-words.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((word) => fold(word)));

  it('holds two words a line, none twice', () => {
    expect(lines.filter((line) => line.length !== 2)).toEqual([]);
    expect(lines.map(([from]) => from).filter((from, i, all) => all.indexOf(from) !== i)).toEqual([]);
  });

  it('comes to an end: what is read is never read again as something else', () => {
    const words = readStopList().regional;
    const again = lines.filter(([, to = '']) => words && reword(words.readAs.get(to) ?? to, words).text !== to);
    expect(again).toEqual([]);
  });
});

describe('scripts', () => {
  const names = readConceptRows().filter((_, i) => i % 90 === 0);
  const docs = names.map(({ forms, relations }, i) => ({
    id: String(i),
    items: [[...forms.map(({ text }) => text), ...relations.map(({ to }) => to)].join('，')],
  }));
  const rank = makeTextRanker(docs, { stop: readStopList() });
  const wishes = names.map(({ relations }) => relations.map(({ to }) => to).join('与'));
  const bestOf = (words: string): number => {
    const scores = rank(words);
    return scores.indexOf(Math.max(...scores));
  };

  for (const to of ['t', 'tw', 'hk'] as const)
    it(`makes no difference: simplified wishes written as ${to} find the same`, () => {
      const convert = OpenCC.Converter({ from: 'cn', to });
      const moved = wishes.filter((wish) => bestOf(wish) !== bestOf(convert(wish)));
      expect(moved.length / wishes.length).toBeLessThanOrEqual(0.005);
    });
});
