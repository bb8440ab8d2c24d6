/** The staff queue as an Excel workbook. */
import type { Worksheet } from 'exceljs';
import { DateTime } from 'luxon';
import type { QueueRow } from '../ports/desk.ts';
import type { CaseRecord } from '../programme/records.ts';
import type { PaperParts } from './paper-data.ts';
import { safeCell } from './safe-cell.ts';

interface Column {
  readonly head: string;
  readonly width: number;
  readonly value: (row: QueueRow, parts: PaperParts) => string | number | Date | null;
  readonly format?: string;
}

const LOCALE = 'zh';
const HEAD_ROW = 3;
const INK = 'FF1F4E5F';
const SOFT = 'FFF2F6F7';
const RED = 'FFC00000';

const COLUMNS: readonly Column[] = [
  { head: '编号', width: 18, value: ({ record }) => record.reference },
  { head: '标题', width: 52, value: ({ record }) => safeCell(titleOf(record)) },
  {
    head: '类型',
    width: 12,
    value: ({ record }, { catalogue }) => catalogue.text({ key: `kind.${record.kind}` }, LOCALE),
  },
  { head: '轨道', width: 14, value: ({ record }, { programme }) => programme.tracks[record.track].label.zh },
  {
    head: '领域',
    width: 16,
    value: ({ record }, { programme }) => programme.sectors.find((each) => each.id === record.sector)?.label.zh ?? '',
  },
  {
    head: '状态',
    width: 18,
    value: ({ record }, parts) => statusOf(record, parts),
  },
  { head: '第几天', width: 8, value: ({ days }) => days + 1, format: '0' },
  {
    head: '轮到',
    width: 14,
    value: ({ record }, { catalogue }) => catalogue.text({ key: `party.${turnOf(record)}` }, LOCALE),
  },
  { head: '承诺日', width: 14, value: ({ record }) => dayOf(record.promisedOn), format: 'yyyy-mm-dd' },
  { head: '数量', width: 8, value: ({ count }) => count, format: '0' },
];

/** The rows as a workbook at an ISO instant: programme and time above, head frozen, filters on, late promises red. */
export async function queueWorkbook(parts: PaperParts, rows: readonly QueueRow[], at: string): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  book.created = new Date(at);
  const sheet = book.addWorksheet('办件清单', {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: 1 }],
    pageSetup: PRINT,
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  addTitle(sheet, parts, rows.length, at);
  addHead(sheet);
  for (const [index, row] of rows.entries()) addRow(sheet, parts, row, HEAD_ROW + 1 + index);
  sheet.autoFilter = {
    from: { row: HEAD_ROW, column: 1 },
    to: { row: HEAD_ROW + rows.length, column: COLUMNS.length },
  };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Columns whose words may need a second line. */
const WRAPPED: readonly string[] = ['标题', '状态', '轮到'];
const PRINT = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

function addTitle(sheet: Worksheet, { programme }: PaperParts, count: number, at: string): void {
  const time = DateTime.fromISO(at, { zone: programme.timeZone }).toFormat('yyyy-MM-dd HH:mm');
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  sheet.mergeCells(2, 1, 2, COLUMNS.length);
  const title = sheet.getCell(1, 1);
  title.value = safeCell(`${programme.name.zh}　办件清单`);
  title.font = { name: '黑体', size: 16, bold: true, color: { argb: INK } };
  sheet.getRow(1).height = 30;
  const line = sheet.getCell(2, 1);
  line.value = `共 ${count} 件　导出时间：${time}（${programme.timeZone}）　“示例”为演示数据`;
  line.font = { name: '宋体', size: 10, color: { argb: 'FF595959' } };
}

function addHead(sheet: Worksheet): void {
  COLUMNS.forEach(({ head }, index) => {
    const cell = sheet.getCell(HEAD_ROW, index + 1);
    cell.value = head;
    cell.font = { name: '黑体', size: 11, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK } };
    cell.alignment = { vertical: 'middle', horizontal: 'center' };
  });
  sheet.getRow(HEAD_ROW).height = 22;
}

function addRow(sheet: Worksheet, parts: PaperParts, row: QueueRow, at: number): void {
  COLUMNS.forEach(({ value, format, head }, index) => {
    const cell = sheet.getCell(at, index + 1);
    cell.value = value(row, parts);
    if (format) cell.numFmt = format;
    cell.font = {
      name: '宋体',
      size: 11,
      ...(row.overdue && head === '承诺日' && { color: { argb: RED }, bold: true }),
    };
    cell.alignment = {
      vertical: 'middle',
      wrapText: WRAPPED.includes(head),
      horizontal: head === '标题' ? 'left' : 'center',
    };
    cell.border = { bottom: { style: 'hair', color: { argb: 'FFBFBFBF' } } };
    if (at % 2 === 1) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: SOFT } };
  });
}

function titleOf({ title, offline, source }: CaseRecord): string {
  const plain = offline ? '线下办理' : title;
  return source === 'sample' && !plain.startsWith('示例') ? `${plain}（示例）` : plain;
}

/** Where somebody deleted the account it is said once: as whose turn it is, or, where staff go on with the paper, behind the status. */
function statusOf(record: CaseRecord, { catalogue }: PaperParts): string {
  const status = catalogue.text({ key: `status.${record.kind}.${record.status}` }, LOCALE);
  const isSaid = !record.ownerGone || turnOf(record) === 'owner-gone';
  return isSaid ? status : `${status}（${catalogue.text({ key: 'desk.owner-gone' }, LOCALE)}）`;
}

/** Nobody's turn means done, but for a case that waits for somebody who is gone. */
function turnOf({ turn, ownerGone }: CaseRecord): CaseRecord['turn'] | 'owner-gone' {
  return ownerGone && ['owner', 'applicant', 'nobody'].includes(turn) ? 'owner-gone' : turn;
}

/** Excel keeps days without a zone: midnight UTC is the day itself. */
function dayOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00.000Z`);
}
