/** Looking into a Word file before anything unpacks it: entries counted, sizes declared and real, nothing nested, nothing encrypted. */
import { inflateRawSync } from 'node:zlib';

/** What is allowed; a thirty-page application with pictures has a tenth of it. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes all parts may have together once unpacked, and one part alone. */
  readonly total: number;
  readonly part: number;
}

/** Limits for uploads. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 1_000, total: 100 * 1024 * 1024, part: 24 * 1024 * 1024 };

/** Whether an archive may be unpacked. */
export type ArchiveVerdict = 'fine' | 'bomb' | 'encrypted' | 'unreadable';

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const NESTED = /\.(?:zip|docx|docm|xlsx|xlsm|pptx|jar|7z|rar|gz|tar|bin|exe|dll|js|vbs)$/i;
const WORDS = /\.(?:xml|rels)$/i;
const HOSTILE_XML = /<!(?:DOCTYPE|ENTITY)/i;
/** A part that shrinks more than this is no text anybody wrote. */
const MOST_RATIO = 600;

/** Judges a zip file. Every part is really inflated, within the limits: a declared size may be a lie, and so may a name. */
export function judgeArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): ArchiveVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(view, limits);
  if (typeof entries === 'string') return entries;
  if (entries.some((each) => (each.flags & 1) !== 0)) return 'encrypted';
  if (entries.some((each) => each.size > limits.part)) return 'bomb';
  if (entries.reduce((sum, each) => sum + each.size, 0) > limits.total) return 'bomb';
  if (entries.some((each) => NESTED.test(each.name) && !each.name.startsWith('word/embeddings/'))) return 'bomb';
  let left = limits.total;
  for (const entry of entries) {
    const verdict = judgePart(bytes, view, entry, Math.min(left, limits.part));
    if (typeof verdict === 'string') return verdict;
    left -= verdict;
  }
  return 'fine';
}

function readEntries(view: DataView, limits: ArchiveLimits): readonly Entry[] | ArchiveVerdict {
  const end = findEnd(view);
  if (end === null) return 'unreadable';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries || at === 0xffffffff) return 'bomb';
  if (!isWhole(view, end, at)) return 'unreadable';
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'unreadable';
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push({
      name: nameAt(view, at + 46, name ?? 0),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  // Readers take every entry that stands there, not only as many as the end says.
  return at === end ? entries : 'unreadable';
}

/** One disk, and a list of entries that ends where the end begins: otherwise a reader may find another list than we. */
function isWhole(view: DataView, end: number, start: number): boolean {
  const oneDisk = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 6, true) === 0;
  const allHere = view.getUint16(end + 8, true) === view.getUint16(end + 10, true);
  return oneDisk && allHere && start + view.getUint32(end + 12, true) === end;
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

function nameAt(view: DataView, at: number, length: number): string {
  const end = Math.min(at + length, view.byteLength);
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, Math.max(0, end - at)));
}

/** The real size of one part, or why it must not be read. */
function judgePart(bytes: Uint8Array, view: DataView, entry: Entry, most: number): number | ArchiveVerdict {
  if (entry.at + 30 > bytes.byteLength || view.getUint32(entry.at, true) !== LOCAL) return 'unreadable';
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.byteLength < entry.packed) return 'unreadable';
  try {
    const real = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    if (real.byteLength !== entry.size) return 'bomb';
    if (real.byteLength > 1024 * 1024 && real.byteLength / Math.max(1, entry.packed) > MOST_RATIO) return 'bomb';
    if (!WORDS.test(entry.name)) return real.byteLength;
    return HOSTILE_XML.test(Buffer.from(real.subarray(0, 4096)).toString('latin1')) ? 'bomb' : real.byteLength;
  } catch (error) {
    return error instanceof RangeError || isCode(error, 'ERR_BUFFER_TOO_LARGE') ? 'bomb' : 'unreadable';
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
