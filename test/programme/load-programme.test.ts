import { describe, expect, test } from 'vitest';
import { loadProgramme } from '../../src/programme/load-programme.ts';
import { dataFile, jiangxi } from './real-forms.ts';

const FILE = 'data/programme/example.json';

function messageOf(path: readonly (string | number)[], value: unknown): string {
  const json = structuredClone(dataFile('programme/jiangxi-2021.json'));
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), json);
  Reflect.set(Object(parent), path.at(-1) ?? '', value);
  try {
    loadProgramme(json, FILE);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'it loaded';
}

describe('the reference programme', () => {
  test('has six sectors and social development, each with a division that answers for it', () => {
    expect(jiangxi.sectors.map((sector) => sector.label.zh)).toEqual([
      '电子信息',
      '先进装备制造',
      '新材料',
      '新能源',
      '现代农业',
      '生物医药',
      '社会发展',
    ]);
    expect(new Set(jiangxi.sectors.map((sector) => sector.division))).toEqual(new Set(['gaoxin', 'nongcun', 'shefa']));
  });

  test.each([
    ['新一代信息技术', 'electronics'],
    ['航空', 'equipment'],
    ['中医药', 'biomedicine'],
    ['semiconductors', 'electronics'],
    ['稻秆', 'agriculture'],
    ['电工钢', 'materials'],
    ['储能', 'energy'],
    ['鄱阳湖', 'social'],
    ['双碳', 'social'],
    ['robotics', 'equipment'],
  ])('%s belongs to %s', (word, sector) => {
    expect(jiangxi.sectors.filter((each) => each.aliases.includes(word)).map((each) => each.id)).toEqual([sector]);
  });

  test('no word of a sector belongs to two, and none is so short that it is found everywhere', () => {
    const words = jiangxi.sectors.flatMap((sector) => [...new Set(sector.aliases.map((word) => word.toLowerCase()))]);
    expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([]);
    expect(words.filter((word) => word.length < 2 && word !== '氢')).toEqual([]);
  });

  test('eleven cities recommend, and the state-assets commission', () => {
    expect(jiangxi.cities).toHaveLength(11);
    expect(jiangxi.recommenders).toHaveLength(12);
    expect(jiangxi.recommenders.at(-1)?.label.zh).toBe('省国资委');
  });

  test('four stages lead to a key-technology award, five to a signed enterprise need', () => {
    expect(jiangxi.tracks['key-technology'].stages.map((stage) => stage.label.zh)).toEqual([
      '榜单凝练论证',
      '公开张榜招贤',
      '论证揭榜方案',
      '确定揭榜单位',
    ]);
    expect(jiangxi.tracks['enterprise-demand'].stages.map((stage) => stage.label.zh)).toEqual([
      '征集需求',
      '发布榜单',
      '对接揭榜',
      '组织评榜',
      '签约立项',
    ]);
  });

  test('no status stands in two stages of a track, and every status that is promised something stands in one', () => {
    const places = Object.values(jiangxi.tracks).map((track) => track.stages.flatMap((stage) => stage.statuses));
    for (const statuses of places) expect(new Set(statuses).size).toBe(statuses.length);
    for (const status of Object.keys(jiangxi.promises)) expect(places.flat()).toContain(status);
  });

  test('the doubtful rules have the stated defaults', () => {
    expect(jiangxi.rules).toMatchObject({
      shortlistMax: 3,
      partnersMax: 4,
      otherBidsMax: 3,
      longestTermMonths: 36,
      bidWindowDays: 30,
      publicNoticeDays: 7,
      keyTechnologyMoney: { min: 5_000_000, max: 10_000_000 },
      startUpGrant: 1_000_000,
      postSubsidy: { percent: 20, cap: 5_000_000, base: 'agreement', startUpIncluded: false },
    });
  });

  test('the rules of other regions are all off', () => {
    expect(Object.keys(jiangxi.switches)).toContain('stampedCopy');
    for (const value of Object.values(jiangxi.switches)) expect([false, 0]).toContain(value);
  });

  test('holidays are weekdays off, working weekends are weekends', () => {
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    for (const day of jiangxi.holidays) expect([1, 2, 3, 4, 5]).toContain(weekday(day));
    for (const day of jiangxi.workingWeekends) expect([0, 6]).toContain(weekday(day));
    expect(jiangxi.holidays).toEqual(expect.arrayContaining(['2021-10-01', '2026-02-16', '2027-02-08']));
    expect([...jiangxi.holidays].sort()).toEqual(jiangxi.holidays);
  });
});

describe('a programme that cannot be used is refused by file, place and cause', () => {
  const table: readonly [string, readonly (string | number)[], unknown, string][] = [
    [
      'a division nobody has',
      ['sectors', 2, 'division'],
      'caiwu',
      'at sectors[2].division: there is no division "caiwu"',
    ],
    ['a zone that is none', ['timeZone'], 'Asia/Nanchang', 'at timeZone: must be a time zone like Asia/Shanghai'],
    ['a holiday that is none', ['holidays', 0], '2021-02-30', 'at holidays[0]: must be a day like 2027-01-08'],
    ['a sector twice', ['sectors', 1, 'id'], 'electronics', 'at sectors[1].id: "electronics" is there twice'],
    [
      'money backwards',
      ['rules', 'keyTechnologyMoney', 'min'],
      20_000_000,
      'at rules.keyTechnologyMoney: min is above max',
    ],
    ['half a yuan', ['rules', 'startUpGrant'], 0.5, 'at rules.startUpGrant'],
    ['a promise nobody can read', ['promises', 'soon'], 3, 'at promises'],
    [
      'a status that is none',
      ['tracks', 'key-technology', 'stages', 0, 'statuses', 0],
      'drafted',
      'must be like "need:posted"',
    ],
    ['a slip in a name', ['rulez'], {}, 'the property "rulez" is not known here'],
  ];
  test.each(table)('%s', (_name, path, value, sentence) => {
    const message = messageOf(path, value);
    expect(message).toContain(FILE);
    expect(message).toContain(sentence);
  });
});
