import { deflateRawSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { openPaper } from '../../src/documents/open-paper.ts';
import { ARCHIVE_LIMITS, judgeArchive } from '../../src/documents/safe-archive.ts';
import { paperText } from '../../src/intake/paper.ts';
import { fileKind } from '../../src/text/file-kind.ts';
import { lockedPdf, lockedWord, oldWord } from '../support/locked-papers.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function word(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const zip = new PizZip();
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELS,
    'word/document.xml': `${BODY}${body}</w:body></w:document>`,
  };
  for (const [name, content] of Object.entries({ ...parts, ...more })) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;

async function problem(bytes: Uint8Array, mime = WORD): Promise<string> {
  const reading = await openPaper(bytes, mime);
  return reading.ok ? 'none' : reading.problem;
}

describe('a Word file', () => {
  it('becomes lines and tables in their order, a nested table under its own caption', async () => {
    const nested = `<w:tbl>${row(p('姓名'), p('分工'))}${row(p('李四'), p('中试'))}</w:tbl>`;
    const reading = await openPaper(
      word(
        `${p('一、概况')}<w:tbl>${row(p('单位名称'), p('示例'))}${row(p('团队成员'), nested + p(''))}</w:tbl>${p('完')}`,
      ),
      WORD,
    );
    expect(reading).toMatchObject({
      ok: true,
      paper: {
        blocks: [
          { kind: 'lines', lines: ['一、概况'] },
          {
            kind: 'table',
            rows: [
              ['单位名称', '示例'],
              ['团队成员', ''],
            ],
          },
          { kind: 'lines', lines: ['团队成员'] },
          {
            kind: 'table',
            rows: [
              ['姓名', '分工'],
              ['李四', '中试'],
            ],
          },
          { kind: 'lines', lines: ['完'] },
        ],
      },
    });
  });

  it('that unpacks to something huge is not unpacked', async () => {
    const began = performance.now();
    expect(await problem(word(p('a'.repeat(30 * 1024 * 1024))))).toBe('bomb');
    expect(await problem(word('', { 'word/media/x.bmp': new Uint8Array(120 * 1024 * 1024) }))).toBe('bomb');
    const many = Object.fromEntries(Array.from({ length: 1_100 }, (_, n) => [`word/n${n}.xml`, '']));
    expect(await problem(word('', many))).toBe('bomb');
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);

  it('that lies about its sizes is found out by inflating it within limits', () => {
    const bytes = word(p('a'.repeat(4_000_000)));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 1_000, true);
    expect(judgeArchive(bytes)).toBe('bomb');
    expect(judgeArchive(word(p('短')), { ...ARCHIVE_LIMITS, part: 40 })).toBe('bomb');
  });

  it('that holds other archives, entities or a lock is refused with its reason', async () => {
    expect(await problem(word('', { 'word/inner.docx': word(p('x')) }))).toBe('bomb');
    expect(await problem(word('', { 'word/evil.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }))).toBe('bomb');
    const locked = word(p('x'));
    const view = new DataView(locked.buffer, locked.byteOffset, locked.byteLength);
    for (let at = 0; at < locked.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(await problem(locked)).toBe('encrypted');
  });

  it('that is broken, cut off or too deep is told as one that cannot be opened', async () => {
    const whole = word(p('x'));
    expect(await problem(whole.slice(0, whole.length / 2))).toBe('unreadable');
    expect(await problem(new Uint8Array(deflateRawSync('x')))).toBe('unreadable');
    expect(await problem(word('<w:p>'.repeat(3)))).toMatch(/unreadable|none/);
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(4_000)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(4_000)}`;
    expect(await problem(word(deep))).toMatch(/unreadable|none/);
    expect(await problem(word(p('长'.repeat(130_000))))).toBe('too-long');
  });
});

describe('a PDF', () => {
  async function pdf(lines: readonly (readonly string[])[]): Promise<Uint8Array> {
    const paper = await PDFDocument.create();
    const font = await paper.embedFont(StandardFonts.Helvetica);
    const page = paper.addPage([600, 800]);
    for (const [n, cells] of lines.entries())
      for (const [at, cell] of cells.entries())
        page.drawText(cell, { x: 60 + at * 220, y: 740 - n * 24, size: 11, font });
    return paper.save();
  }

  it('gives its words line by line, and columns as cells', async () => {
    const reading = await openPaper(
      await pdf([['Need of an enterprise'], ['Organisation', 'Example Works Ltd'], ['Term', '18 months']]),
      'application/pdf',
    );
    expect(reading.ok && paperText(reading.paper)).toBe(
      'Need of an enterprise\nOrganisation\tExample Works Ltd\nTerm\t18 months',
    );
  });

  it('that holds only pictures, or is broken, says so', async () => {
    const empty = await PDFDocument.create();
    empty.addPage();
    expect(await problem(await empty.save(), 'application/pdf')).toBe('image-only');
    expect(await problem(new TextEncoder().encode('%PDF-1.7\ngarbage'), 'application/pdf')).toBe('unreadable');
  });
});

describe('a plain text', () => {
  it('may come in the encoding of Windows, and with commas', async () => {
    const gbk = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31]);
    const reading = await openPaper(gbk, 'text/csv');
    expect(reading).toEqual({ ok: true, paper: { blocks: [{ kind: 'table', rows: [['姓名', '1']] }] } });
  });
});

describe('a file locked with a password', () => {
  it('is told apart whether it is a Word file or a PDF', async () => {
    const locked = lockedWord(word(p('单位名称')));
    const kind = (await fileKind(locked, '表.docx')) ?? '';
    expect(await problem(locked, kind)).toBe('encrypted');
    expect(await problem(lockedPdf('Budget: 800', 'secret'), 'application/pdf')).toBe('encrypted');
  });

  it('is not what an old Word file is, though its words speak of one', async () => {
    const old = oldWord('EncryptedPackage\0'.repeat(200));
    expect(await problem(old, (await fileKind(old, '表.doc')) ?? '')).toBe('no-reader');
  });

  it('opens with its password, so that the test locks what programs lock', async () => {
    const { getDocumentProxy } = await import('unpdf');
    const pdf = await getDocumentProxy(lockedPdf('Budget: 800', 'secret'), { password: 'secret' });
    const { items } = await (await pdf.getPage(1)).getTextContent();
    expect(JSON.stringify(items)).toContain('Budget: 800');
  });
});
