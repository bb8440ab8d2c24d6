/** Files people send in a scene: real content of the kind their name says. */
import PizZip from 'pizzip';

const MB = 1024 * 1024;
const HEAD: Readonly<Record<string, readonly number[]>> = {
  pdf: [...Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')],
  png: [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2,
    0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54,
  ],
  jpg: [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9],
  exe: [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0],
};
const OFFICE: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};
const PARTS: Readonly<Record<string, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** Bytes for a file name; `kind` overrides what the name says, `size` pads it, in bytes. */
export function sampleFile(name: string, kind?: string, size?: number): Uint8Array {
  const ending = (kind ?? name.split('.').at(-1) ?? 'pdf').toLowerCase().replace('jpeg', 'jpg');
  const bytes =
    OFFICE[ending] === undefined
      ? Uint8Array.from(HEAD[ending] ?? [...Buffer.from(`sample ${name}\n`)])
      : office(ending);
  if (size === undefined || size <= bytes.byteLength) return bytes;
  const padded = new Uint8Array(Math.min(size, 64 * MB));
  padded.set(bytes);
  return padded;
}

function office(ending: string): Uint8Array {
  const zip = new PizZip();
  const part = PARTS[ending] ?? '';
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${OFFICE[ending] ?? ''}"/></Types>`,
  );
  zip.file(part, '<?xml version="1.0"?><document/>');
  return zip.generate({ type: 'uint8array' });
}
