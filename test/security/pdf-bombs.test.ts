import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPaper } from '../../src/documents/open-paper.ts';
import { isModestPdf } from '../../src/documents/safe-pdf.ts';

const MEGABYTE = 1024 * 1024;

/** A PDF of these streams; the dictionary says whatever it likes. */
function pdf(streams: readonly Uint8Array[], filter = '/FlateDecode'): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  streams.forEach((stream, i) => {
    parts.push(Buffer.from(`${i + 1} 0 obj\n<< /Length ${stream.length} /Filter ${filter} >>\nstream\r\n`));
    parts.push(stream, Buffer.from('\nendstream\nendobj\n'));
  });
  return Buffer.concat([...parts, Buffer.from('%%EOF')]);
}

const spaces = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * MEGABYTE, ' '));

describe('a PDF made to fill the memory', () => {
  it('is refused before it is read, as one stream, as many, packed twice, or under another name', async () => {
    const bombs = [
      pdf([spaces(80)]),
      pdf(Array.from({ length: 10 }, () => spaces(8))),
      pdf([deflateSync(spaces(80))], '[/FlateDecode /FlateDecode]'),
      pdf([spaces(80)], '/Fl#61teDecode'),
    ];
    for (const bomb of bombs) {
      expect(bomb.length).toBeLessThan(MEGABYTE);
      expect(isModestPdf(bomb)).toBe(false);
    }
    expect(await openPaper(bombs[0] ?? new Uint8Array(), 'application/pdf')).toEqual({ ok: false, problem: 'bomb' });
  });

  it('is told from one that holds a document', () => {
    expect(isModestPdf(pdf([spaces(1), deflateSync(Buffer.from('BT (hello) Tj ET'))]))).toBe(true);
    expect(isModestPdf(pdf([Buffer.from('no packed stream at all')]))).toBe(true);
    expect(isModestPdf(new Uint8Array())).toBe(true);
  });
});
