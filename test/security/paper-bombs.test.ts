import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { judgeArchive } from '../../src/documents/safe-archive.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const BIG = 2_000_000;

function archive(parts: Readonly<Record<string, string>>): Uint8Array {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The last place of a signature. */
function last(view: DataView, signature: number): number {
  for (let at = view.byteLength - 4; at >= 0; at -= 1) if (view.getUint32(at, true) === signature) return at;
  return -1;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

describe('an archive made to be read otherwise than it is judged', () => {
  it('is left alone when its end counts fewer entries than stand there', () => {
    const bytes = archive({ '[Content_Types].xml': '<a/>', 'word/document.xml': 'a'.repeat(BIG) });
    const view = viewOf(bytes);
    const end = last(view, END);
    view.setUint16(end + 8, 1, true);
    view.setUint16(end + 10, 1, true);
    expect(judgeArchive(bytes)).toBe('unreadable');
  });

  it('is left alone when its list is said to be shorter, or on another disk', () => {
    for (const [field, value] of [
      [4, 0xffff],
      [8, 0xffff],
      [12, 40],
      [12, 0xffffffff],
    ] as const) {
      const bytes = archive({ 'word/document.xml': '<a/>' });
      const view = viewOf(bytes);
      if (field === 12) view.setUint32(last(view, END) + field, value, true);
      else view.setUint16(last(view, END) + field, value, true);
      expect(judgeArchive(bytes), `${field}`).toBe('unreadable');
    }
  });

  it('is a bomb when words hide under the name of a picture and lie about their size', () => {
    const bytes = archive({ '[Content_Types].xml': '<a/>', 'word/document.png': 'a'.repeat(BIG) });
    const view = viewOf(bytes);
    view.setUint32(last(view, ENTRY) + 24, 1_000, true);
    expect(judgeArchive(bytes)).toBe('bomb');
  });

  it('is read when it is what it says', () => {
    expect(judgeArchive(archive({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<b/>' }))).toBe('fine');
  });
});
