/** Tables from outside as rows of cells: CSV, JSONL and Excel, in the encodings people's spreadsheets write. */
import { z } from 'zod';
import { botError } from '../errors.ts';

/** One row; `line` is where a person finds it: the row of the sheet or the line of the file, counted from 1. */
export interface TableRow {
  readonly line: number;
  /** Column as headed → cell: text, or what a JSON line holds. */
  readonly cells: Readonly<Record<string, unknown>>;
}

/** A table with its columns in order. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const SEPARATORS = [',', '\t', ';', '，', '；'];
const ZIP = [0x50, 0x4b];

/** Reads bytes as a table; the name tells JSONL apart. Throws BotError `data` with the line that is wrong. */
export async function readTable(bytes: Uint8Array, name: string): Promise<Table> {
  if (ZIP.every((byte, index) => bytes[index] === byte)) return readWorkbook(bytes);
  const text = decodeText(bytes);
  const isJson = /\.(jsonl|ndjson|json)$/i.test(name) || text.trimStart().startsWith('{');
  return isJson ? readJsonLines(text) : readCsv(text);
}

/** UTF-8 with or without a mark, UTF-16 with one, else GB18030, which also covers GBK and GB2312. Throws BotError `data`. */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one: the next is tried.
    }
  }
  throw botError('data', 'the file is neither UTF-8 nor GB18030 text: save it as "CSV UTF-8" or as an Excel workbook');
}

const csvRecords = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ records: z.number(), empty_lines: z.number() }) }),
);

async function readCsv(text: string): Promise<Table> {
  const { parse } = await import('csv-parse/sync');
  const start = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = SEPARATORS.toSorted((a, b) => start.split(b).length - start.split(a).length)[0] ?? ',';
  let found: unknown;
  try {
    found = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (cause) {
    throw botError('data', `the table cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  // The row as a spreadsheet counts it: a cell of several lines is one row.
  return tableOf(
    csvRecords.parse(found).map(({ record, info }) => ({ line: info.records + info.empty_lines, cells: record })),
  );
}

async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  try {
    // The library's own types know only the browser's buffer.
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch (cause) {
    throw botError('data', 'the workbook cannot be opened: save it again as .xlsx', { cause });
  }
  const lines: { line: number; cells: readonly string[] }[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => cellText(row.getCell(index + 1)));
    lines.push({ line, cells });
  });
  return tableOf(lines);
}

function cellText({ value, text }: { readonly value: unknown; readonly text: string }): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : (text ?? '');
}

function tableOf(lines: readonly { readonly line: number; readonly cells: readonly string[] }[]): Table {
  const [head, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns = (head?.cells ?? []).map((cell) => cell.trim());
  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      columns.map((column, index) => [column, cells[index] ?? '']).filter(([column]) => column !== ''),
    ),
  }));
  return { columns: columns.filter((column) => column !== ''), rows };
}

function readJsonLines(text: string): Table {
  const rows = text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, cells: readObject(line, index + 1) }]));
  return { columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows };
}

function readObject(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw botError('data', `line ${number} is no JSON: each line must be one object like {"title": "…"}`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw botError('data', `line ${number} is no object: each line must be one like {"title": "…"}`);
  }
  return { ...value };
}
