/** What a file is by its content; its name only decides between kinds of plain text. */

/** Kinds people may hand in: papers, tables, pictures. No archives, no programs, no pages. */
const ALLOWED: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/x-cfb',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/tiff',
]);

const PLAIN: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/plain',
  bib: 'text/plain',
  ris: 'text/plain',
  enw: 'text/plain',
  csv: 'text/csv',
};

/** The media type of an allowed file, or null for any other. */
export async function fileKind(bytes: Uint8Array, name: string): Promise<string | null> {
  // Loaded with the first file: a reply to words needs none of it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return ALLOWED.has(found.mime) ? found.mime : null;
  const plain = PLAIN[name.split('.').at(-1)?.toLowerCase() ?? ''];
  return plain !== undefined && isText(bytes) ? plain : null;
}

/** True for UTF-8 or GB 18030 without control bytes. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}
