import { describe, expect, test } from 'vitest';
import type { Answers, AnswerValue, DateAnswer, MoneyAnswer } from '../../src/programme/answer.ts';
import { fieldById } from '../../src/programme/form-fields.ts';
import { reviewLines } from '../../src/programme/review-lines.ts';
import { showDate, showDay, showDuration } from '../../src/programme/show-date.ts';
import { showMoney } from '../../src/programme/show-money.ts';
import { showValue } from '../../src/programme/show-value.ts';
import { context, listContext, realForm } from './real-forms.ts';

describe('money is shown in 万元 with the full sum', () => {
  const table: readonly [MoneyAnswer, string, string][] = [
    [{ yuan: 30_000_000 }, '3000万元（¥30,000,000）', '¥30,000,000 (30 million)'],
    [{ yuan: 885_000 }, '88.5万元（¥885,000）', '¥885,000'],
    [{ yuan: 12_345 }, '1.2345万元（¥12,345）', '¥12,345'],
    [{ yuan: 0 }, '0万元（¥0）', '¥0'],
    [{ yuan: 120_000_000, approx: true }, '约12000万元（¥120,000,000）', 'about ¥120,000,000 (120 million)'],
    [
      { min: 5_000_000, max: 10_000_000 },
      '500–1000万元（¥5,000,000–10,000,000）',
      '¥5,000,000–10,000,000 (5–10 million)',
    ],
    [{ max: 5_000_000 }, '不超过500万元（¥5,000,000）', 'up to ¥5,000,000 (5 million)'],
    [{ min: 10_000_000 }, '不少于1000万元（¥10,000,000）', 'at least ¥10,000,000 (10 million)'],
    [{ undecided: true }, '未定', 'not yet decided'],
    [{}, '未填', 'not filled in'],
  ];
  test.each(table)('%j', (money, zh, en) => {
    expect(showMoney(money, 'zh')).toBe(zh);
    expect(showMoney(money, 'en')).toBe(en);
  });
});

describe('days carry their weekday, longer spans their name', () => {
  const span = (start: string, end: string, precision: DateAnswer['precision']): DateAnswer => ({
    start,
    end,
    precision,
  });
  const table: readonly [DateAnswer, string, string][] = [
    [span('2027-01-08', '2027-01-08', 'day'), '2027-01-08（周五）', '2027-01-08 (Fri)'],
    [
      span('2027-01-10', '2027-01-12', 'day'),
      '2027-01-10（周日）至2027-01-12（周二）',
      '2027-01-10 (Sun) to 2027-01-12 (Tue)',
    ],
    [span('2027-03-01', '2027-03-31', 'month'), '2027年3月', 'March 2027'],
    [span('2027-10-01', '2027-12-31', 'quarter'), '2027年第四季度', 'Q4 2027'],
    [span('2027-01-01', '2027-06-30', 'half'), '2027年上半年', 'first half of 2027'],
    [span('2027-01-01', '2027-12-31', 'year'), '2027年', '2027'],
    [span('soon', 'soon', 'day'), 'soon', 'soon'],
  ];
  test.each(table)('%j', (date, zh, en) => {
    expect(showDate(date, 'zh')).toBe(zh);
    expect(showDate(date, 'en')).toBe(en);
  });

  test('a day alone, and a term', () => {
    expect(showDay('2026-11-22', 'zh')).toBe('2026-11-22（周日）');
    expect(showDay('?', 'zh')).toBe('?');
    expect(showDuration({ months: 36 }, 'zh')).toBe('36个月（3年）');
    expect(showDuration({ months: 18, approx: true }, 'zh')).toBe('约18个月');
    expect(showDuration({ months: 1 }, 'en')).toBe('1 month');
    expect(showDuration({ months: 12 }, 'en')).toBe('12 months (1 year)');
  });
});

describe('values are shown in words', () => {
  const need = realForm('need');
  const table: readonly [string, AnswerValue, string, string][] = [
    ['sector', 'materials', '新材料', 'New materials'],
    ['sector', 'sector-of-old', 'sector-of-old', 'sector-of-old'],
    ['recommender', 'sasac', '省国资委', 'Provincial State-owned Assets Commission'],
    ['visibility', 'summary', '只公开概要', 'Summary only'],
    ['legalPerson', true, '是', 'Yes'],
    ['bankReferral', false, '否', 'No'],
    ['unit', '示例新材料科技有限公司', '示例新材料科技有限公司', '示例新材料科技有限公司'],
    ['base', null, '未填', 'not filled in'],
    ['base', '  ', '未填', 'not filled in'],
    ['money', { yuan: 6_000_000 }, '600万元（¥6,000,000）', '¥6,000,000 (6 million)'],
    ['term', { months: 18 }, '18个月', '18 months'],
    ['files', [{ sha256: 'a', name: '盖章件.pdf', mime: 'application/pdf', bytes: 1 }], '盖章件.pdf', '盖章件.pdf'],
    [
      'payments',
      [
        { when: '签约后', share: 30 },
        { when: '验收', share: 70 },
      ],
      '签约后 · 30%；验收 · 70%',
      '签约后 · 30%; 验收 · 70%',
    ],
    [
      'indicators',
      [{ name: '黏度', operator: '≤', value: '50', unit: 'mPa·s', method: null }],
      '黏度 ≤ 50 mPa·s',
      '黏度 ≤ 50 mPa·s',
    ],
  ];
  test.each(table)('%s %j', (id, value, zh, en) => {
    const field = fieldById(need, id, context);
    if (!field) throw new Error(`no field ${id}`);
    expect(showValue(field, value, 'zh', context)).toBe(zh);
    expect(showValue(field, value, 'en', context)).toBe(en);
  });

  test('several choices', () => {
    const field = fieldById(realForm('profile'), 'sectors', context);
    if (!field) throw new Error('no sectors');
    expect(showValue(field, ['materials', 'energy'], 'zh', context)).toBe('新材料、新能源');
    expect(showValue(field, ['materials', 'energy'], 'en', context)).toBe('New materials, New energy');
  });
});

describe('the review numbers what it shows', () => {
  test('one line a field, one line a row, 未填 where nothing stands', () => {
    const answers: Answers = {
      title: '水溶肥稳定化',
      indicators: [{ name: '黏度' }, { name: '存放时间', operator: '≥', value: '6', unit: '个月' }],
    };
    const lines = reviewLines(realForm('need'), 'complete', answers, context, 'zh');
    expect(lines[0]).toEqual({ n: 1, path: 'title', label: '需求名称', shown: '水溶肥稳定化' });
    expect(lines.filter((line) => line.path.startsWith('indicators'))).toEqual([
      { n: 9, path: 'indicators[0]', label: '技术指标 1', shown: '黏度' },
      { n: 10, path: 'indicators[1]', label: '技术指标 2', shown: '存放时间 ≥ 6 个月' },
    ]);
    expect(lines[1]?.shown).toBe('未填');
    expect(lines.map((line) => line.path)).not.toContain('legalRepPost');
  });

  test('answers to indicators carry the indicator’s name', () => {
    const answers: Answers = {
      response: [
        { answer: 'meet', value: '48' },
        { answer: 'deviate', value: '0.8', note: '幅宽受纸机限制' },
      ],
    };
    const lines = reviewLines(realForm('application-key-technology'), 'bid', answers, listContext, 'en').filter(
      (line) => line.path.startsWith('response'),
    );
    expect(lines.map((line) => [line.label, line.shown])).toEqual([
      ['Answer to the indicators 1 (击穿强度)', 'Meet · 48'],
      ['Answer to the indicators 2 (幅宽)', 'Deviate · 0.8 · 幅宽受纸机限制'],
    ]);
  });
});
