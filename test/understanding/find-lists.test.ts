import { describe, expect, test } from 'vitest';
import { paysWithin } from '../../src/understanding/find-limits.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { reading } from './reading-scene.ts';

function wish(text: string): unknown {
  return interpret(text, reading({})).commands[0];
}

describe('a wish for lists is held to the money it names', () => {
  test.each([
    ['八百万以上的榜有没有', { least: 8_000_000 }],
    ['两百万以内的项目有哪些', { most: 2_000_000 }],
    ['超过2000万的榜单列一下', { least: 20_000_000 }],
    ['资金不超过600万的榜', { most: 6_000_000 }],
    ['经费三百万往上的榜', { least: 3_000_000 }],
    ['400到900万之间的榜', { least: 4_000_000, most: 9_000_000 }],
    ['lists under 4 million yuan', { most: 4_000_000 }],
    ['projects worth more than 6 million yuan', { least: 6_000_000 }],
  ])('%s', (text, limits) => expect(wish(text)).toEqual({ do: 'find', ...limits }));

  test('beside a sector and a day, each is read for itself', () => {
    expect(wish('新能源方面700万以上的榜')).toEqual({ do: 'find', sector: 'energy', least: 7_000_000 });
    expect(wish('12月10号前截止、600万以上的榜')).toEqual({
      do: 'find',
      until: '2026-12-10',
      least: 6_000_000,
    });
  });

  test('a sum that was spent or done before is no limit', () => {
    expect(wish('我们做过2000万以上的工程，有什么榜')).not.toHaveProperty('least');
  });

  test('a list pays within the limit when its range reaches into it; one without money never does', () => {
    const offer = { min: 5_000_000, max: 10_000_000 };
    expect(paysWithin({ least: 10_000_000 }, offer)).toBe(true);
    expect(paysWithin({ least: 10_000_001 }, offer)).toBe(false);
    expect(paysWithin({ most: 4_999_999 }, offer)).toBe(false);
    expect(paysWithin({ most: 6_000_000 }, null)).toBe(false);
    expect(paysWithin({ until: '2026-12-31' }, null)).toBe(true);
  });
});

describe('a sector is understood however the wish for its lists is dressed', () => {
  test.each([
    ['林业口的榜单来一个', undefined],
    ['农业口的项目来两个', 'agriculture'],
    ['新能源板块最近挂了啥', 'energy'],
    ['医药方面的揭榜课题', 'biomedicine'],
    ['新材料这块儿现在放了哪些榜', 'materials'],
    ['先进装倍制造的榜', 'equipment'],
    ['agricutural lists', 'agriculture'],
  ])('%s', (text, sector) => {
    const command = wish(text);
    expect(command).toMatchObject({ do: 'find' });
    if (sector !== undefined) expect(command).toEqual({ do: 'find', sector });
  });
});

describe('a subject keeps its first character, though a word of asking begins like it', () => {
  test.each([
    ['有机硅密封胶的榜', '有机硅密封胶'],
    ['有机器人抓取方面的榜', '机器人抓取'],
    ['有色冶炼渣方面的榜', '有色冶炼渣'],
    ['再生铝熔炼的榜', '再生铝熔炼'],
    ['对位芳纶浆粕有没有榜', '对位芳纶浆粕'],
    ['能效评估方面的榜', '能效评估'],
    ['先导化合物筛选的榜', '先导化合物筛选'],
  ])('%s', (text, words) => expect(wish(text)).toEqual({ do: 'find', words }));

  test('能源 is a sector, not a question', () => {
    expect(wish('能源方面的榜')).toEqual({ do: 'find', sector: 'energy' });
  });
});

describe('what others told of the programme is no wish to take a list up', () => {
  test.each(['据说你们这边可以揭榜，都有啥题目', '听同事讲能揭榜拿经费，有么事可做'])('%s', (text) => {
    expect(wish(text)).not.toMatchObject({ do: 'apply' });
    expect(wish(text)).not.toHaveProperty('take');
  });

  test('hearsay with a wish behind it is one', () => {
    expect(wish('听说这里能揭榜，我想揭榜')).toMatchObject({ do: 'apply' });
  });
});

describe('boards of other kinds are nobody’s business here', () => {
  test.each(['微博热搜第二条是啥', '看看票房榜', '音乐排行榜第一'])('%s', (text) => {
    expect(wish(text)).toMatchObject({ do: 'none' });
  });
});

test('a list is named by its number with 号 before its noun, a day of the month is not', () => {
  expect(wish('2号榜具体讲讲')).toMatchObject({ do: 'detail' });
  expect(wish('3号项目要求')).toMatchObject({ do: 'detail' });
  expect(wish('12月3号截止的榜')).toMatchObject({ do: 'find', until: '2026-12-03' });
});
