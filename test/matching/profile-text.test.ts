import { describe, expect, it } from 'vitest';
import { matchText, wishOf } from '../../src/matching/profile-text.ts';
import { aBid, aNeed } from '../support/case-fixtures.ts';
import fc from '../support/fast-check.ts';
import { anyone, LISTS, list, matcher, person } from '../support/match-scene.ts';

const textOf = (record: Parameters<typeof matchText>[0]): string => JSON.stringify(matchText(record));
const WORK = { work: '芳纶纸与绝缘材料', methods: '湿法成形', results: '芳纶绝缘纸中试线\n电机绝缘专利3项' };

describe('what of a profile is compared', () => {
  it('is the work, the methods and every result, each for itself', () => {
    expect(matchText(person('p', WORK))?.items.map((item) => item.subject)).toEqual([
      '芳纶纸与绝缘材料',
      '湿法成形',
      '芳纶绝缘纸中试线',
      '电机绝缘专利3项',
    ]);
  });

  it('is never name, unit, contact, identifiers or maturity', () => {
    const all = {
      ...WORK,
      name: '示例某某',
      unit: '示例大学',
      contact: '13900000000',
      email: 'a@example.com',
      orcid: '0000-0002-1825-0097',
      creditCode: '91350100M000100Y43',
      trl: 7,
    };
    expect(textOf(person('p', all))).toBe(textOf(person('p', WORK)));
  });

  it('is nothing at all before the person agrees to be found; published teams are', () => {
    expect(matchText(person('p', WORK, { discoverable: false }))).toBeNull();
    expect(matchText(person('p', WORK, { discoverable: false, account: null }))).not.toBeNull();
  });

  it('gives the words to look for lists with, whoever agreed to what', () => {
    expect(wishOf(person('p', WORK, { discoverable: false }))).toContain('芳纶绝缘纸中试线');
  });

  it('bears answers of the wrong kind', () => {
    expect(
      matchText(person('p', { work: null, results: 5, methods: [{ text: '热压' }], terms: ['稻秆'] }))?.items.map(
        (item) => item.subject,
      ),
    ).toEqual(['热压', '稻秆']);
    expect(matchText(person('p', {}))?.items).toEqual([]);
  });
});

describe('what of a list or need is compared', () => {
  it('is title, terms, aims and what is measured, but not owner, money or conditions', () => {
    const listing = list('l', '芳纶绝缘纸', '耐温到220度', {
      terms: ['aramid paper'],
      eligibility: '须为本省企业',
      indicators: [{ name: '击穿强度', operator: '≥', value: '45', unit: 'kV/mm', method: 'GB/T 1408' }],
    });
    const text = textOf(listing);
    for (const part of ['芳纶绝缘纸', 'aramid paper', '耐温到220度', '击穿强度 GB/T 1408'])
      expect(text).toContain(part);
    for (const part of ['本省企业', '示例材料有限公司', '45']) expect(text).not.toContain(part);
  });

  it('is nothing of an offline case, and nothing of a bid', () => {
    expect(matchText({ ...list('l', '芳纶绝缘纸'), offline: true })).toBeNull();
    expect(matchText({ ...aNeed(), offline: true })).toBeNull();
    expect(matchText(aBid(1))).toBeNull();
  });

  it('is not quoted beyond title and terms when the list is shown in summary only', async () => {
    const index = matcher();
    index.put(list('l', '示例绝缘纸', '采用独家的纳米云母涂层路线', { visibility: 'summary' }));
    const [hit] = await index.lists('纳米云母涂层 绝缘纸', anyone, 1);
    expect(hit?.because.map((pair) => pair.theirs)).toEqual(['绝缘纸']);
  });

  it('keeps needs out of the lists people find', async () => {
    const index = matcher();
    index.put(aNeed());
    expect(await index.lists('芳纶绝缘纸耐温', anyone, 5)).toEqual([]);
    expect(await index.people('芳纶绝缘纸耐温', anyone, 5)).toEqual([]);
  });
});

describe('不论资质: a title or seniority never changes a rank', () => {
  const standing = fc.record({
    name: fc.constantFrom('示例甲', '示例院士团队', '博士乙'),
    unit: fc.constantFrom('示例大学', '国家示例重点实验室', '示例县农技站'),
    title: fc.constantFrom('教授', '讲师', '高级工程师', '芳纶首席专家'),
    trl: fc.integer({ min: 1, max: 9 }),
    boast: fc.constantFrom(
      '',
      '教授',
      '院士',
      '博士生导师',
      '35岁',
      '1985年出生',
      'Professor',
      '享受国务院特殊津贴',
      '长江学者',
    ),
  });

  it('ranks two people equally who differ only there', async () => {
    await fc.assert(
      fc.asyncProperty(standing, standing, fc.constantFrom(...LISTS), async (a, b, wanted) => {
        const index = matcher();
        for (const each of LISTS) index.put(each);
        const answersOf = ({ boast, ...others }: typeof a) => ({ ...others, ...WORK, work: `${boast}，${WORK.work}` });
        index.put(person('a', answersOf(a)));
        index.put(person('b', answersOf(b)));
        const hits = await index.people(wishOf(wanted), anyone, 5);
        expect(hits.find((hit) => hit.id === 'a')?.score).toBe(hits.find((hit) => hit.id === 'b')?.score);
      }),
      { numRuns: 40 },
    );
  });
});
