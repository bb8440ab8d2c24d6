import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { renderSay } from '../../src/conversation/render.ts';
import type { Say } from '../../src/conversation/say.ts';

const catalogue = makeCatalogue({
  zh: {
    hello: '{name}，欢迎报名',
    lists: '{n, plural, =0 {没有榜单} other {# 个榜单}}',
    money: '经费{money}',
    due: '截止{day}',
    span: '在{date}完成',
    sector: '领域：{sector}',
    outer: '好的：{inner}',
    bold: '<b>{name}</b>',
    broken: '{unclosed',
    button: '查看',
    only: '只有中文',
    'document.need': '需求表.docx',
  },
  en: {
    hello: 'Welcome, {name}',
    lists: '{n, plural, one {# list} other {# lists}}',
    money: 'Funding {money}',
    due: 'Due {day}',
    span: 'Done by {date}',
    sector: 'Sector: {sector}',
    outer: 'Fine: {inner}',
    bold: '<b>{name}</b>',
    broken: '{unclosed',
    button: 'Open',
    'document.need': 'need.docx',
  },
});

describe('a sentence of the catalogue', () => {
  it('is in the reader’s language, and in their script', () => {
    const line = { key: 'hello', vars: { name: '林' } };
    expect(catalogue.text(line, 'zh')).toBe('林，欢迎报名');
    expect(catalogue.text(line, 'zh-Hant')).toBe('林，歡迎報名');
    expect(catalogue.text(line, 'en')).toBe('Welcome, 林');
  });

  it('never converts or reads what people wrote', () => {
    const name = '{name} <b>发财</b> {n, plural, other {#}} \u0027';
    expect(catalogue.text({ key: 'hello', vars: { name } }, 'zh-Hant')).toBe(`${name}，歡迎報名`);
    expect(catalogue.text({ key: 'bold', vars: { name } }, 'en')).toBe(`<b>${name}</b>`);
  });

  it('counts', () => {
    expect([0, 1, 2].map((n) => catalogue.text({ key: 'lists', vars: { n } }, 'en'))).toEqual([
      '0 lists',
      '1 list',
      '2 lists',
    ]);
    expect(catalogue.text({ key: 'lists', vars: { n: 0 } }, 'zh')).toBe('没有榜单');
  });

  it('shows money, days and labels as people read them', () => {
    expect(catalogue.text({ key: 'money', vars: { money: { money: { yuan: 30_000_000 } } } }, 'zh')).toBe(
      '经费3000万元（¥30,000,000）',
    );
    expect(catalogue.text({ key: 'money', vars: { money: { money: { yuan: 30_000_000 } } } }, 'zh-Hant')).toBe(
      '經費3000萬元（¥30,000,000）',
    );
    expect(catalogue.text({ key: 'due', vars: { day: { day: '2027-01-08' } } }, 'zh')).toBe('截止2027-01-08（周五）');
    expect(catalogue.text({ key: 'due', vars: { day: { day: '2027-01-08' } } }, 'en')).toBe('Due 2027-01-08 (Fri)');
    const quarter = { date: { start: '2027-01-01', end: '2027-03-31', precision: 'quarter' } } as const;
    expect(catalogue.text({ key: 'span', vars: { date: quarter } }, 'zh')).toBe('在2027年第一季度完成');
    const sector = { bilingual: { zh: '电子信息', en: 'Electronics' } };
    expect(
      ['zh', 'zh-Hant', 'en'].map((locale) => catalogue.text({ key: 'sector', vars: { sector } }, locale as 'zh')),
    ).toEqual(['领域：电子信息', '領域：電子信息', 'Sector: Electronics']);
  });

  it('may hold another sentence', () => {
    const inner = { key: 'hello', vars: { name: 'Lin' } };
    expect(catalogue.text({ key: 'outer', vars: { inner } }, 'en')).toBe('Fine: Welcome, Lin');
  });

  it('that is missing, broken or lacks a value shows its key, and never throws', () => {
    expect(catalogue.text({ key: 'nowhere' }, 'zh')).toBe('[nowhere]');
    expect(catalogue.text({ key: 'only' }, 'en')).toBe('[only]');
    expect(catalogue.text({ key: 'broken' }, 'zh')).toBe('[broken]');
    expect(catalogue.text({ key: 'hello' }, 'zh')).toBe('[hello]');
    expect(catalogue.text({ key: 'toString' }, 'zh')).toBe('[toString]');
    expect(catalogue.has('toString')).toBe(false);
  });
});

describe('a rendered message', () => {
  const say: Say = {
    lines: [{ key: 'hello', vars: { name: 'Lin' } }, { key: 'button' }],
    buttons: [
      { label: { key: 'button' }, command: { do: 'queue' }, style: 'primary' },
      { label: { text: '原样' }, command: { do: 'help' } },
    ],
    cards: [
      {
        title: '高牌号电工钢',
        facts: [{ key: 'due', vars: { day: { day: '2027-01-08' } } }],
        because: [],
        button: { label: { key: 'button' }, command: { do: 'detail', listing: 'l' } },
      },
    ],
    files: [{ document: 'need', id: 'n' }],
    asks: 'title',
    link: '/r/token',
    progress: { done: 1, of: 5 },
  };
  const { reply, commands } = renderSay(say, 'en', catalogue, { message: 'm'.repeat(26) });

  it('has its lines as text and its keys beside it', () => {
    expect(reply).toMatchObject({
      text: 'Welcome, Lin\nOpen',
      keys: ['hello', 'button'],
      asks: 'title',
      link: '/r/token',
      progress: { done: 1, of: 5 },
    });
    expect(reply.files).toEqual([{ document: 'need', id: 'n', name: 'need.docx' }]);
  });

  it('has buttons with opaque ids, whose commands are kept apart', () => {
    const ids = [...reply.buttons, ...reply.cards.map((card) => card.button)].map((button) => button.id);
    expect(ids).toEqual([0, 1, 2].map((n) => `${'m'.repeat(26)}.${n}`));
    expect(ids.map((id) => commands[id]?.do)).toEqual(['queue', 'help', 'detail']);
    expect(JSON.stringify(reply)).not.toContain('queue');
    for (const id of ids) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(40);
  });
});
