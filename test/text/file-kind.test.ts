import { describe, expect, test } from 'vitest';
import { cleanFileName, fileKind } from '../../src/text/file-kind.ts';

describe('names and kinds', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\我\\申报书.docx', '申报书.docx'],
    ['a\u0000b\r\nc\u202egnp.exe', 'abcgnp.exe'],
    ['...', 'file'],
    ['', 'file'],
    ['a\ud800.pdf', 'a.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test('a very long name keeps its ending', () => {
    const kept = cleanFileName(`${'长'.repeat(500)}.docx`);
    expect([...kept]).toHaveLength(120);
    expect(kept).toMatch(/\.docx$/);
  });

  test('plain tables and references are fine', async () => {
    expect(await fileKind(Buffer.from('姓名,单位\n王,联创'), 'a.csv')).toBe('text/csv');
    expect(await fileKind(Buffer.from('@article{x}'), 'a.bib')).toBe('text/plain');
  });

  test('texts in GB 18030 and EndNote files are fine; pages, programs and raw bytes are not', async () => {
    expect(await fileKind(Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a]), '名单.txt')).toBe('text/plain');
    expect(await fileKind(Buffer.from('%0 Journal Article'), 'a.enw')).toBe('text/plain');
    expect(await fileKind(Buffer.from('{\\rtf1\\ansi }'), 'a.rtf')).toBe('application/rtf');
    expect(await fileKind(Buffer.from('<html><script>'), 'a.txt')).toBeNull();
    expect(await fileKind(Buffer.from('\ufeff<html><script>'), 'a.txt')).toBeNull();
    expect(await fileKind(Buffer.from('echo 1'), 'a.sh')).toBeNull();
    expect(await fileKind(Buffer.from('MZ\u0000\u0000'), 'a.txt')).toBeNull();
  });

  test('an old Office file is what its name says', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await fileKind(old, '表.xls')).toBe('application/vnd.ms-excel');
    expect(await fileKind(old, '表.doc')).toBe('application/msword');
    expect(await fileKind(old, '表.ppt')).toBe('application/vnd.ms-powerpoint');
  });
});
