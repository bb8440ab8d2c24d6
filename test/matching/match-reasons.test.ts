import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { MOST_LINES, reasonLines } from '../../src/conversation/reason-lines.ts';
import { readMessages } from '../../src/data-files.ts';
import { makeConceptLexicon } from '../../src/matching/concept-lexicon.ts';
import { parseConcepts } from '../../src/matching/concept-rows.ts';
import { matchReasons } from '../../src/matching/match-reasons.ts';
import { isNoiseText } from '../../src/matching/noise.ts';
import { itemsOfProfile, partsOfCase } from '../../src/matching/reason-texts.ts';
import type { Locale } from '../../src/programme/records.ts';
import { list, person, STOP } from '../support/match-scene.ts';

const ROWS = [
  '复合材料|composite material\tm:树脂',
  '碳纤维|carbon fibre|CF?\tb:复合材料|x:界面强度',
  '芳纶|aramid|对位芳酰胺\tu:绝缘纸',
  '绝缘纸|insulating paper\t',
].join('\n');
const LEXICON = makeConceptLexicon(parseConcepts(ROWS, 'materials', 'sample.tsv'));
const CATALOGUE = makeCatalogue(readMessages());

const indicator = (name: string) => ({ name, operator: '≥', value: '3', unit: '', method: '' });
const team = person('t', {
  work: '碳纤维表面处理',
  results: '示例甲. 对位芳酰胺短纤的分散与成形[J]. 示例学报, 2021.\n一种短纤分散装置（示例专利）',
});

function told(
  because: readonly { readonly yours: string; readonly theirs: string }[],
  listing: ReturnType<typeof list>,
  locale: Locale = 'zh',
  items = itemsOfProfile(team),
): readonly string[] {
  const reasons = matchReasons(because, items, partsOfCase(listing), { stop: STOP, lexicon: LEXICON });
  return reasonLines(reasons, locale).map((line) => CATALOGUE.text(line, locale));
}

describe('why a person and a list fit', () => {
  const paper = list('a', '高性能芳纶绝缘纸', '', { indicators: [indicator('击穿强度'), indicator('短纤分散度')] });

  it('names the paper, the two spellings, the place on the list, and the target nobody speaks of', () => {
    expect(told([{ yours: '对位芳酰胺', theirs: '芳纶' }], paper)).toEqual([
      '论文《对位芳酰胺短纤的分散与成形》：「对位芳酰胺」=「芳纶」（题目）',
      '资料里没提到的指标：「击穿强度」',
    ]);
  });

  it('tells a patent from a paper, and an indicator from the title', () => {
    const [line] = told([{ yours: '短纤分散装置', theirs: '短纤分散' }], paper);
    expect(line).toBe('专利《一种短纤分散装置》：「短纤分散装置」=「短纤分散」（指标“短纤分散度”）');
  });

  it('says how words belong together where the lexicon ties them and the words differ', () => {
    expect(told([], list('b', '树脂基复合材料构件'))).toEqual(['研究方向：「碳纤维」属于「复合材料」（题目）']);
  });

  it('reads the other way round when the relation is written on the other side', () => {
    const asked = [{ kind: 'words', text: '绝缘纸' }] as const;
    expect(told([], list('c', '芳纶的应用'), 'zh', asked)).toEqual(['有关系的词：「绝缘纸」里用到「芳纶」（题目）']);
  });

  it('gives an English reader the lexicon’s name beside the Chinese', () => {
    expect(told([], list('b', '树脂基复合材料构件'), 'en')).toEqual([
      'Field of work: “carbon fibre (碳纤维)” is a kind of “composite material (复合材料)” (title)',
    ]);
    const asked = [{ kind: 'words', text: '碳纤维' }] as const;
    expect(told([{ yours: '碳纤维', theirs: '碳纤维' }], list('d', '碳纤维'), 'en', asked)).toEqual([
      'Words that met: “carbon fibre (碳纤维)” (title)',
    ]);
  });

  it('says of a few typed words where they stand, and never that something is missing', () => {
    const asked = [{ kind: 'words', text: '芳纶 击穿强度' }] as const;
    const because = ['芳纶', '击穿强度'].map((word) => ({ yours: word, theirs: word }));
    expect(told(because, paper, 'zh', asked)).toEqual(['对上的词：「芳纶」（题目）、「击穿强度」（指标）']);
  });

  it('never takes more than three lines, and never shows noise', () => {
    const because = ['碳纤维', '对位芳酰胺', '短纤分散装置', '超过8微米', '要求'].map((word) => ({
      yours: word,
      theirs: word,
    }));
    const many = list('e', '碳纤维 对位芳酰胺 短纤分散装置', '', {
      indicators: ['密度', '电导率', '老化寿命'].map(indicator),
    });
    const lines = told(because, many);
    expect(lines).toHaveLength(MOST_LINES);
    expect(lines.join()).not.toMatch(/微米|要求/);
    expect(lines.at(-1)).toContain('没提到的指标');
  });

  it('quotes a list that is not public by its title and terms only', () => {
    const hidden = list('f', '芳纶绝缘纸', '击穿强度提升', {
      visibility: 'summary',
      terms: ['短纤'],
      indicators: [indicator('击穿强度')],
    });
    expect(partsOfCase(hidden).map((part) => part.kind)).toEqual(['title', 'terms']);
    expect(partsOfCase({ ...hidden, offline: true })).toEqual([]);
  });

  it('does without a lexicon', () => {
    const reasons = matchReasons([{ yours: '碳纤维', theirs: '碳纤维' }], itemsOfProfile(team), partsOfCase(paper), {
      stop: STOP,
      lexicon: null,
    });
    expect(reasons.met).toMatchObject([{ tie: 'same', item: { kind: 'work' }, part: null }]);
  });
});

describe('noise', () => {
  it.each([
    '超过',
    '微米',
    '要求',
    '超过8微米',
    '不低于95%',
    '5mm',
    '2027',
    '关键技术研究',
    '的',
    '提高性能',
    '10 MPa',
  ])('%s is never a reason', (text) => expect(isNoiseText(text, STOP)).toBe(true));

  it.each(['碳纤维', '316L', '5G', '击穿强度', '厚度', 'IGBT', '铜箔要求', 'PM2.5'])('%s may be one', (text) =>
    expect(isNoiseText(text, STOP)).toBe(false),
  );
});
