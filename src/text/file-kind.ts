/** What a file is by its content; its name only decides between kinds of plain text and of old Office files. */

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Word, Excel and PowerPoint of before 2007 share one container. */
const OLD_OFFICE = 'application/x-cfb';
/** Kinds people may hand in: papers, tables, slides, pictures. No archives, no programs, no pages. */
const ALLOWED: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/rtf',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  OLD_OFFICE,
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
  tsv: 'text/plain',
  bib: 'text/plain',
  ris: 'text/plain',
  enw: 'text/plain',
  csv: 'text/csv',
};
const LONGEST_NAME = 120;
const ENDING = 19;

/** The media type of an allowed file, or null for any other. */
export async function fileKind(bytes: Uint8Array, name: string): Promise<string | null> {
  // Loaded with the first file: a reply to words needs none of it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return ALLOWED.has(found.mime) ? officeKind(found.mime, name) : null;
  const plain = PLAIN[name.split('.').at(-1)?.toLowerCase() ?? ''];
  return plain !== undefined && isText(bytes) ? plain : null;
}

/** A file name without folders, control characters or direction marks, at most 120 characters; its ending is kept. */
export function cleanFileName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const characters = [...plain];
  if (characters.length <= LONGEST_NAME) return plain || 'file';
  const start = characters.slice(0, LONGEST_NAME - ENDING - 1).join('');
  return `${start}…${characters.slice(-ENDING).join('')}`;
}

function officeKind(mime: string, name: string): string {
  if (mime !== OLD_OFFICE) return mime;
  if (/\.xls$/i.test(name)) return 'application/vnd.ms-excel';
  return /\.ppt$/i.test(name) ? 'application/vnd.ms-powerpoint' : 'application/msword';
}

/** True for UTF-8 or GB 18030 without control bytes that is no page of markup. */
function isText(bytes: Uint8Array): boolean {
  const isPage = /^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)));
  if (bytes.length === 0 || bytes.includes(0) || isPage) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}
