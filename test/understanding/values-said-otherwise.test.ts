import { describe, expect, test } from 'vitest';
import { field, money, programme, shown } from './reading-scene.ts';

const phone = field('phone', { phone: 'any', label: { zh: '联系电话', en: 'Phone' } });
const sector = field('choice', {
  optionsFrom: 'sectors',
  options: programme.sectors.map(({ id, label, aliases }) => ({ id, label, aliases })),
});

describe('a scale without a figure is vague in English too', () => {
  test.each(['a few million yuan', 'several hundred thousand RMB', 'many millions of yuan'])('%s', (text) => {
    expect(shown(money, text)).toBe('! money-vague');
  });

  test('some before a figure is about', () => {
    expect(shown(money, 'some 4 million yuan')).toContain('4000000');
  });
});

describe('phones with a word about when to ring', () => {
  test.each([
    ['13600136000，晚上打', '13600136000'],
    ['手机13600136000 工作日都方便', '13600136000'],
    ['13600136000 any time', '13600136000'],
  ])('%s', (text, value) => expect(shown(phone, text)).toBe(value));

  test('a landline a digit short for its city keeps its digits in place and is asked', () => {
    expect(shown(phone, '0791-8123456')).toBe('? 0791-8123456 (talk)');
    expect(shown(phone, '0791-81234567')).toBe('0791-81234567');
  });
});

describe('identifiers as word processors and hands write them', () => {
  test.each(['0000–0001–5109–3700', '0000−0001−5109−3700', '0000 - 0001 - 5109 - 3700'])('%s', (text) =>
    expect(shown(field('orcid'), text)).toBe('0000-0001-5109-3700'),
  );

  test('a mail address spelt in Chinese with gaps is suggested', () => {
    expect(shown(field('email'), 'chen.jing 艾特 example 点 cn')).toBe('? chen.jing@example.cn (slip)');
  });
});

describe('assent and refusal in two words or in a turn of phrase', () => {
  test.each([
    ['没问题同意', 'true'],
    ['好的可以', 'true'],
    ['行吧行吧', 'true'],
    ['works for me', 'true'],
    ["I'd rather not", 'false'],
  ])('%s', (text, value) => expect(shown(field('yes-no'), text)).toBe(value));

  test.each(['可以不同意', '有意见没有', '没问题不同意'])('%s is never taken for a plain yes', (text) => {
    expect(shown(field('yes-no'), text)).not.toBe('true');
  });
});

describe('trades by their everyday words', () => {
  test.each([
    ['养鸡的', 'agriculture'],
    ['种茶叶', 'agriculture'],
    ['电路板', 'electronics'],
    ['轴承', 'equipment'],
    ['仿制药', 'biomedicine'],
    ['耐火材料', 'materials'],
    ['风力发电', 'energy'],
  ])('%s', (text, id) => expect(shown(sector, text)).toContain(id));
});
