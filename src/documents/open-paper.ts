/** Opening a file as a paper: by its kind, within limits of size, in the process that calls. */
import { LONGEST_PAPER, type PaperReading, paperLength } from '../intake/paper.ts';
import { textPaper } from '../intake/text-blocks.ts';
import { isLocked } from './locked-office.ts';
import { readPdf } from './read-pdf.ts';
import { readWord } from './read-word.ts';
import { judgeArchive } from './safe-archive.ts';

/** Opens the bytes of one file; the media type was found from its content before. Never rejects. */
export async function openPaper(bytes: Uint8Array, mime: string): Promise<PaperReading> {
  const reading = await read(bytes, mime).catch((): PaperReading => ({ ok: false, problem: 'unreadable' }));
  return reading.ok && paperLength(reading.paper) > LONGEST_PAPER ? { ok: false, problem: 'too-long' } : reading;
}

async function read(bytes: Uint8Array, mime: string): Promise<PaperReading> {
  if (mime.startsWith('text/')) return readPlain(bytes, mime);
  if (mime === 'application/pdf') return readPdf(bytes);
  if (isLocked(bytes)) return { ok: false, problem: 'encrypted' };
  if (!mime.endsWith('wordprocessingml.document')) return { ok: false, problem: 'no-reader' };
  const verdict = judgeArchive(bytes);
  if (verdict !== 'fine') return { ok: false, problem: verdict };
  return { ok: true, paper: { blocks: await readWord(bytes) } };
}

/** UTF-8, or what Windows on the mainland writes. */
async function readPlain(bytes: Uint8Array, mime: string): Promise<PaperReading> {
  if (bytes.byteLength > LONGEST_PAPER * 4) return { ok: false, problem: 'too-long' };
  const text = decode(bytes);
  return { ok: true, paper: textPaper(mime === 'text/csv' ? await tabbed(text) : text) };
}

/** Commas as tabs, as if the sheet had been copied. */
async function tabbed(text: string): Promise<string> {
  const { parse } = await import('csv-parse/sync');
  const rows: string[][] = parse(text, { relax_column_count: true, relax_quotes: true, bom: true });
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\n]+/g, ' ')).join('\t')).join('\n');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
