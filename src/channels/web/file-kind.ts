/** What an uploaded file is, by its content; its name only chooses between plain texts. */
import { fileTypeFromBuffer } from 'file-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Kinds people may send: documents, tables, slides, photos. No archives, no programs, no markup. */
const KINDS: ReadonlySet<string> = new Set([
  'application/pdf',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
  'application/x-cfb',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
]);

const TEXT_NAMES = /\.(txt|csv|tsv|md|bib|ris)$/i;

/** The MIME type of an acceptable file; null for every other kind. */
export async function fileKind(bytes: Uint8Array, name: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return KINDS.has(found.mime) ? officeName(found.mime, name) : null;
  return TEXT_NAMES.test(name) && isPlainText(bytes) ? 'text/plain' : null;
}

/** A file name without folders, control characters or direction marks, at most 120 characters. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const characters = [...clean];
  return characters.length <= 120
    ? clean || 'file'
    : `${characters.slice(0, 100).join('')}…${characters.slice(-19).join('')}`;
}

/** Word, Excel and PowerPoint of before 2007 share one container. */
function officeName(mime: string, name: string): string {
  if (mime !== 'application/x-cfb') return mime;
  if (/\.xls$/i.test(name)) return 'application/vnd.ms-excel';
  return /\.ppt$/i.test(name) ? 'application/vnd.ms-powerpoint' : 'application/msword';
}

function isPlainText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  return (
    head.length > 0 && !head.includes(0) && !/^\s*<[!?a-z]/i.test(Buffer.from(head.subarray(0, 200)).toString('latin1'))
  );
}
