import { describe, expect, it } from 'vitest';
import type { MatchIndex } from '../../src/ports/match.ts';
import { fold } from '../../src/text/fold.ts';
import { toTraditional } from '../../src/text/script.ts';
import { anyone, LISTS, list, matcher, person } from '../support/match-scene.ts';

const stocked = (): MatchIndex => {
  const index = matcher();
  for (const each of LISTS) index.put(each);
  return index;
};
const idsFor = async (words: string, limit = 3): Promise<readonly string[]> =>
  (await stocked().lists(words, anyone, limit)).map((hit) => hit.id);

/** What people typed, and the list they should see first. */
const JUDGED: readonly (readonly [string, string])[] = [
  ['硅钢片铁损', 'steel'],
  ['我是搞电工钢的，有没有合适的', 'steel'],
  ['芳纶纸', 'paper'],
  ['变压器绝缘材料', 'paper'],
  ['秸秆做水溶肥，滴灌老堵', 'straw'],
  ['腐植酸', 'straw'],
  ['茶叶育种', 'tea'],
  ['绿茶抗寒品种', 'tea'],
  ['SiC 单晶 长晶炉', 'sic'],
  ['做碳化硅晶体的', 'sic'],
  ['双抗药物细胞株', 'drug'],
  ['玻璃非球面模压', 'lens'],
  ['車載鏡片 模具', 'lens'],
  ['海上风机防腐', 'wind'],
  ['無人機 遙感 藍藻', 'lake'],
  ['知识图谱 检索增强', 'graph'],
];

describe('lists for a wish', () => {
  it.each(JUDGED)('%s → %s comes first', async (words, wanted) => {
    expect((await idsFor(words))[0]).toBe(wanted);
  });

  it('tells apart what shares a sector but no subject: 电工钢 and 芳纶纸 are both 新材料', async () => {
    const hits = await stocked().lists('无取向电工钢铁损', anyone, 10);
    const scoreOf = (id: string): number => hits.find((hit) => hit.id === id)?.score ?? 0;
    expect(scoreOf('steel')).toBeGreaterThan(3 * scoreOf('paper'));
  });

  it('finds the same in traditional script', async () => {
    for (const [words] of JUDGED) expect(await idsFor(toTraditional(fold(words)))).toEqual(await idsFor(words));
  });

  it('says why, in the words of both', async () => {
    const [hit] = await stocked().lists('我們做電工鋼與電機鐵芯', anyone, 1);
    expect(hit?.because).toContainEqual({ yours: '電工鋼', theirs: '电工钢' });
  });

  it('gives scores from 0 to 1 that never rise down the list', async () => {
    const scores = (await stocked().lists('芳纶绝缘纸与电机铁芯', anyone, 10)).map((hit) => hit.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
  });

  it('looks only at what `accept` takes, and at no more than the limit', async () => {
    const index = stocked();
    expect((await index.lists('绝缘纸', (id) => id !== 'paper', 10)).map((hit) => hit.id)).not.toContain('paper');
    expect(await index.lists('电机、玻璃、茶树、药物', anyone, 2)).toHaveLength(2);
    expect(await index.lists('绝缘纸', anyone, 0)).toEqual([]);
  });

  it('finds nothing where nothing is in common', async () => {
    expect(await stocked().lists('qwertyuiop', anyone, 3)).toEqual([]);
    expect(await matcher().lists('芳纶', anyone, 3)).toEqual([]);
  });
});

describe('people for a list', () => {
  const index = matcher();
  index.put(person('steel-maker', { work: '电工钢轧制与织构控制', results: '无取向电工钢薄带中试\n硅钢铁损测量' }));
  index.put(person('paper-maker', { work: '特种纸与绝缘纸', results: '芳纶纸湿法成形' }));
  index.put(person('farmer', { work: '茶树育种', results: '早芽茶树新品种2个\n稻田杂草防治\n油茶嫁接' }));

  it.each([
    ['steel', 'steel-maker'],
    ['paper', 'paper-maker'],
    ['tea', 'farmer'],
  ])('for %s asks %s first', async (id, wanted) => {
    const listing = LISTS.find((each) => each.id === id);
    const [best] = await index.people(`${listing?.title}\n${listing?.details.goals}`, anyone, 3);
    expect(best?.id).toBe(wanted);
    expect(best?.because.length).toBeGreaterThan(0);
  });

  it('is one index with the lists, yet never mixes the two', async () => {
    const both = matcher();
    both.put(person('p', { work: '芳纶纸' }));
    both.put(list('l', '芳纶纸'));
    expect((await both.lists('芳纶纸', anyone, 5)).map((hit) => hit.id)).toEqual(['l']);
    expect((await both.people('芳纶纸', anyone, 5)).map((hit) => hit.id)).toEqual(['p']);
  });
});

describe('records that come, change and go', () => {
  it('are found by their new words, not by the old', async () => {
    const index = stocked();
    index.put(list('steel', '高纯石英砂提纯', '坩埚寿命'));
    expect((await index.lists('石英砂', anyone, 1))[0]?.id).toBe('steel');
    expect((await index.lists('电工钢铁损', anyone, 10)).some((hit) => hit.id === 'steel')).toBe(false);
    index.remove('steel');
    index.remove('steel');
    expect((await index.lists('石英砂坩埚', anyone, 10)).some((hit) => hit.id === 'steel')).toBe(false);
  });

  it('go when the person withdraws', async () => {
    const index = matcher();
    index.put(person('p', { work: '芳纶纸' }));
    index.put(person('p', { work: '芳纶纸' }, { discoverable: false }));
    expect(await index.people('芳纶纸', anyone, 5)).toEqual([]);
  });

  it('score the same in whatever order they came', async () => {
    const [forth, back] = [matcher(), matcher()];
    for (const each of LISTS) forth.put(each);
    for (const each of [...LISTS].reverse()) back.put(each);
    const shown = async (index: MatchIndex) =>
      (await index.lists('电机绝缘纸', anyone, 4)).map(({ id, score }) => [id, score.toFixed(9)]);
    expect(await shown(forth)).toEqual(await shown(back));
  });
});

describe('sentences that many lists share', () => {
  const SHARED = '申报单位须具备良好的科研诚信记录';
  const index = matcher();
  for (const [i, subject] of ['钨粉制备', '稀土永磁', '铜箔轧制'].entries())
    index.put(list(`l${i}`, subject, `${SHARED}。${subject}的稳定批产`));

  it('are neither compared nor quoted', async () => {
    const hits = await index.lists(`我做铜箔，${SHARED}。`, anyone, 3);
    expect(hits[0]?.id).toBe('l2');
    expect(JSON.stringify(await index.lists(`铜箔。${SHARED}`, anyone, 3))).not.toContain('诚信');
  });

  it('count again once they are no longer shared', async () => {
    index.remove('l0');
    expect(JSON.stringify(await index.lists(`铜箔。${SHARED}`, anyone, 3))).toContain('科研诚信');
  });

  it('never hide a list whose whole text others repeat', async () => {
    const same = matcher();
    for (const id of ['a', 'b', 'c'])
      same.put(list(id, '海洋工程单点系泊系统关键部件', '系泊缆疲劳寿命与旋转接头密封'));
    expect(await same.lists('海洋工程单点系泊', anyone, 5)).toHaveLength(3);
    expect(await same.lists('系泊缆疲劳寿命与旋转接头密封', anyone, 5)).toHaveLength(3);
  });
});

describe('whatever is typed', () => {
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['blanks', ' \n\t　'],
    ['one character', '钢'],
    ['one letter', 'a'],
    ['emoji', '👩‍🔬🔧😀'],
    ['control characters and ANSI', '\u0000\u001b[31m电工钢\u0007'],
    ['a lone surrogate', '电工钢\ud83d'],
    ['stacked marks', `电${'\u0301'.repeat(2_000)}工钢`],
    ['mixed scripts', '電工钢 стали 鋼Ａ１ العربية'],
    ['words of programs', 'constructor __proto__ toString hasOwnProperty'],
    ['a regular expression', '(电|工)*[钢]+\\'],
    ['1 MB of one character', '揭'.repeat(349_525)],
    ['1 MB of words', 'steel paper '.repeat(87_000)],
    ['1 MB without an end', 'a'.repeat(1_000_000)],
  ];

  it.each(HOSTILE)('answers %s in less than a second', async (_, words) => {
    const index = stocked();
    const began = performance.now();
    const hits = await index.lists(words, anyone, 5);
    await index.people(words, anyone, 5);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(Array.isArray(hits)).toBe(true);
  });

  it.each(HOSTILE)('bears %s in a list and in a profile', async (_, words) => {
    const index = stocked();
    index.put(list('strange', words, words));
    index.put(person('strange', { work: words, results: words, terms: words }));
    expect((await index.lists('无取向电工钢薄带铁损', anyone, 1))[0]?.id).toBe('steel');
    index.remove('strange');
  });
});
