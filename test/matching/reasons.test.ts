import { describe, expect, it } from 'vitest';
import { MOST_REASONS, reasonsFor } from '../../src/matching/reasons.ts';
import { segmentsOf } from '../../src/matching/segment.ts';
import fc from '../support/fast-check.ts';
import { STOP } from '../support/match-scene.ts';

const reasons = (yours: string, theirs: string, idf: (term: string) => number = () => 1) =>
  reasonsFor(segmentsOf(yours, STOP), segmentsOf(theirs, STOP), idf, STOP);
const shown = (yours: string, theirs: string): readonly string[] => reasons(yours, theirs).map((pair) => pair.yours);

describe('why a list fits', () => {
  it('shows what both have in common, each in its own spelling', () => {
    expect(reasons('我們做電工鋼薄帶', '高牌号电工钢薄带研发')).toEqual([
      { yours: '電工鋼薄帶', theirs: '电工钢薄带' },
    ]);
    expect(reasons('IGBT coatings', '用于ＩＧＢＴ的 coating')).toContainEqual({ yours: 'IGBT', theirs: 'ＩＧＢＴ' });
  });

  it('joins words the other side writes apart', () => {
    expect(reasons('碳化硅 单晶', '8英寸碳化硅单晶生长')).toEqual([{ yours: '碳化硅 单晶', theirs: '碳化硅单晶' }]);
  });

  it('does not cut a word in two: 人工智慧 and 人工智能 share 人工, not 人工智', () => {
    expect(shown('人工智慧', '人工智能')).not.toContain('人工智');
  });

  it('leaves out what every announcement says', () => {
    expect(shown('关键技术研究及应用', '某关键技术研究与产业化应用')).toEqual([]);
    expect(shown('芳纶纸关键技术研究', '芳纶纸关键技术研究')).toEqual(['芳纶纸']);
  });

  it('leaves out comparisons, units and turns of phrase', () => {
    const mine = '单卷超过8000米就断带，厚度4.5微米，经常出现翘曲，需要达到三个月';
    const theirs = '横向收缩超过8%，厚度7微米，经常出现翘曲，需要达到六个月';
    expect(shown(mine, theirs)).toEqual(['厚度', '翘曲']);
  });

  it('leaves out single characters, bare numbers and small words', () => {
    expect(shown('茶 2027 of the', '茶 2027 of the')).toEqual([]);
  });

  it('shows the rarest first, at most four, none inside another', () => {
    const rare = (term: string): number => (term === '腐植' ? 9 : 1);
    const found = reasons('稻秆、腐植酸、水溶肥、滴灌、纤维、地膜', '稻秆；腐植酸；水溶肥；滴灌；纤维；地膜', rare);
    expect(found).toHaveLength(MOST_REASONS);
    expect(found[0]?.yours).toBe('腐植酸');
    expect(shown('绝缘纸；绝缘', '绝缘纸和绝缘')).toEqual(['绝缘纸']);
  });

  it('never quotes a rank, an honour or an age', () => {
    expect(shown('博士生导师，长江学者，45岁，教授', '博士生导师，长江学者，45岁，教授')).toEqual([]);
  });

  it('only ever quotes what both texts really say', () => {
    const text = fc
      .array(fc.constantFrom('芳', '纶', '纸', '电', '钢', ' ', '，', '\n', 'IGBT', '8', '的', '研究'), {
        maxLength: 40,
      })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(text, text, (yours, theirs) => {
        for (const pair of reasons(yours, theirs)) {
          expect(yours).toContain(pair.yours);
          expect(theirs).toContain(pair.theirs);
        }
      }),
    );
  });
});
