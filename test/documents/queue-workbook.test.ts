import Excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocuments } from '../../src/documents/documents.ts';
import type { QueueRow } from '../../src/ports/desk.ts';
import type { Store } from '../../src/ports/store.ts';
import { documentParts, sampleStore, sampleView } from '../support/sample-store.ts';

const documents = makeDocuments(documentParts);
let store: Store;
let done: () => Promise<void>;

beforeAll(async () => {
  ({ store, done } = await sampleStore());
});
afterAll(() => done());

async function sheetOf(rows: readonly QueueRow[]) {
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from(await documents.queue(rows)).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const row = async (key: string, changes: Partial<QueueRow> = {}): Promise<QueueRow> => ({
  ...{ record: (await sampleView(store, key)).record, days: 3, overdue: false, count: null },
  ...changes,
});
const cells = (sheet: Excel.Worksheet, number: number) =>
  Array.from({ length: 10 }, (_, index) => sheet.getCell(number, index + 1));

describe('the queue as a workbook', () => {
  it('has programme and time above, the head frozen, filters and dates as dates', async () => {
    const sheet = await sheetOf([
      await row('need-complete'),
      await row('lithium-carbonate', { count: 2, overdue: true }),
    ]);
    expect(sheet.getCell('A1').text).toContain('江西省“揭榜挂帅”项目');
    expect(sheet.getCell('A2').text).toContain('2026-11-23 09:30');
    expect(cells(sheet, 3).map((cell) => cell.text)).toEqual([
      '编号',
      '标题',
      '类型',
      '轨道',
      '领域',
      '状态',
      '第几天',
      '轮到',
      '承诺日',
      '数量',
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.autoFilter).toBeTruthy();
    const [reference, title, kind, , sector, status, days, turn, promised] = cells(sheet, 4);
    expect(reference?.text).toMatch(/^N-/);
    expect([title?.text, kind?.text, sector?.text, status?.text, turn?.text]).toEqual([
      '铝锂合金薄壁壁板铣削变形预测与控制（示例）',
      '技术需求',
      '先进装备制造',
      '已补全，待推荐',
      '推荐单位',
    ]);
    expect(days?.value, 'the first day is day 1, as on the desk').toBe(4);
    expect(promised?.value).toBeInstanceOf(Date);
    expect(cells(sheet, 5)[9]?.value).toBe(2);
    expect(sheet.getColumn(2).width).toBeGreaterThan(40);
  });

  it('says of a case whose person deleted the account that nobody is waited for, and never that it is done', async () => {
    const given = await row('need-complete');
    const gone = (turn: 'owner' | 'nobody' | 'staff') => ({
      ...given,
      record: { ...given.record, owner: null, ownerGone: true, turn },
    });
    const sheet = await sheetOf([gone('owner'), gone('nobody'), gone('staff'), given]);
    const said = [4, 5, 6, 7].map((number) => [cells(sheet, number)[5]?.text, cells(sheet, number)[7]?.text]);
    expect(said).toEqual([
      ['已补全，待推荐', '无人（当事人已删除账号）'],
      ['已补全，待推荐', '无人（当事人已删除账号）'],
      ['已补全，待推荐（当事人已删除账号）', '工作人员'],
      ['已补全，待推荐', '推荐单位'],
    ]);
  });

  it('never holds a formula, whatever a title begins with', async () => {
    const given = await row('need-vague');
    const titles = ['=1+1', '+2', '-3', '@SUM(A1)', '\t=4', '\r=5', '＝6', '  =HYPERLINK("http://x")', '100=100'];
    const sheet = await sheetOf(titles.map((title) => ({ ...given, record: { ...given.record, title } })));
    const shown = titles.map((_, index) => sheet.getCell(4 + index, 2));
    for (const cell of shown) expect(cell.formula).toBeUndefined();
    expect(shown.slice(0, 8).every((cell) => cell.text.startsWith("'"))).toBe(true);
    expect(shown[8]?.text).toBe('100=100（示例）');
  });

  it('keeps an offline case’s title to itself, and an empty queue is a sheet with a head', async () => {
    const given = await row('need-vague');
    const sheet = await sheetOf([{ ...given, record: { ...given.record, offline: true } }]);
    expect(sheet.getCell('B4').text).toBe('线下办理（示例）');
    expect((await sheetOf([])).rowCount).toBe(3);
  });
});
