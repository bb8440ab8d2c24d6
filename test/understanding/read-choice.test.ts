import { describe, expect, test } from 'vitest';
import { READABLE_KINDS, readValue } from '../../src/understanding/read-value.ts';
import { context, field, programme, shown } from './reading-scene.ts';

const sector = field('choice', { optionsFrom: 'sectors' });
const yes = field('yes-no');

describe('a choice can be typed in every way it can be meant', () => {
  test.each([
    ['新能源', 'energy'],
    ['現代農業', 'agriculture'],
    ['New Materials', 'materials'],
    ['第三个', 'materials'],
    ['2', 'equipment'],
    ['最后一个', 'social'],
    ['光伏', 'energy'],
    ['我们做机器人的', 'equipment'],
    ['装备制造', 'equipment'],
    ['新能原', 'energy'],
    ['新材料还是新能源', '! choice-several'],
    ['不是新材料', '! not-a-choice'],
    ['餐饮', '! not-a-choice'],
    ['选哪个合适？', '! is-question'],
  ])('%s gives %s', (text, outcome) => expect(shown(sector, text)).toBe(outcome));

  test('several choices are split, and all of them asked back', () => {
    const several = field('multi-choice', { optionsFrom: 'sectors', max: 3 });
    expect(shown(several, '新能源、新材料')).toBe('["materials","energy"]');
    expect(shown(several, '1 4')).toBe('["electronics","energy"]');
    expect(shown(several, '1、2、3、4')).toBe('! choices-many');
    expect(shown(field('multi-choice', { optionsFrom: 'sectors' }), '全都要')).toContain('(choices-all)');
  });

  test('an offered word with a no in it is a choice, not a denial', () => {
    const options = [
      { id: 'open', label: { zh: '公开', en: 'Public' } },
      { id: 'closed', label: { zh: '不公开', en: 'Not public' } },
    ];
    expect(shown(field('choice', { options }), '不公开')).toBe('closed');
    expect(shown(field('choice', { options }), 'not public')).toBe('closed');
  });
});

describe('yes and no', () => {
  test.each([
    ['好嘞', 'true'],
    ['沒問題', 'true'],
    ['对对对', 'true'],
    ['嗯，可以', 'true'],
    ['没意见', 'true'],
    ['👍🏻', 'true'],
    ['yes, we agree', 'true'],
    ['yup!', 'true'],
    ['不行', 'false'],
    ['不用了，谢谢', 'false'],
    ['no thank you', 'false'],
    ['I do not agree', 'false'],
    ['应该可以', '? true (yes-no)'],
    ['好像不对', '? false (yes-no)'],
    ['not sure', '? false (yes-no)'],
    ['可以，但要改一下', '? true (yes-no)'],
    ['不是不行', '! not-yes-no'],
    ['yes and no', '! not-yes-no'],
    ['再考虑考虑', '! not-yes-no'],
    ['能不签吗', '! is-question'],
    ['对不对', '! is-question'],
    ['🤔', '! not-yes-no'],
  ])('%s gives %s', (text, outcome) => expect(shown(yes, text)).toBe(outcome));
});

describe('free text, files and tables', () => {
  const name = field('text', { label: { zh: '单位名称', en: 'Organisation' }, min: 2, max: 10 });

  test('text is stored as written, its label taken off', () => {
    expect(shown(name, ' 示例大學 ')).toBe('示例大學');
    expect(shown(name, '单位名称：赣北大学')).toBe('赣北大学');
    expect(shown(name, '😀😀')).toBe('! no-words');
    expect(shown(name, '江')).toBe('! text-short');
    expect(shown(name, '很长'.repeat(6))).toBe('! text-long');
  });

  test('a resident-ID number is no value anywhere, in no field', () => {
    for (const kind of READABLE_KINDS.filter((one) => one !== 'file')) {
      expect(shown(field(kind), '身份证 360102199003071234')).toBe('! resident-id');
    }
  });

  test('a file field asks for the file', () => expect(shown(field('file'), '我晚点发')).toBe('! send-file'));

  test('pasted lines become rows, shown before they count', () => {
    const team = field('rows', {
      cells: [field('text', { id: 'name' }), field('text', { id: 'unit' }), field('percent', { id: 'share' })],
    });
    expect(readValue(team, '李四，赣北大学，30%\n张三\t赣江公司\t七成', context)).toEqual({
      outcome: 'confirm',
      why: 'rows',
      value: [
        { name: '李四', unit: '赣北大学', share: 30 },
        { name: '张三', unit: '赣江公司', share: 70 },
      ],
    });
    expect(readValue(team, '李四，赣北大学', context)).toMatchObject({
      reason: 'rows-columns',
      vars: { row: 1, columns: 3 },
    });
    expect(readValue(team, '李四，赣北大学，很多', context)).toMatchObject({ reason: 'rows-cell', vars: { row: 1 } });
  });
});

test('the programme names every sector it offers', () => expect(programme.sectors.length).toBeGreaterThanOrEqual(7));
