/** Looking into a PDF before anything unpacks it: its streams are inflated one by one, within limits. */
import { inflateSync } from 'node:zlib';
import { inside } from './template-tags.ts';

/** Bytes all streams of one file may have together once unpacked; a thirty-page form has a hundredth of it. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** The first byte of a zlib stream; what unpacks to one was packed twice. */
const ZLIB = 0x78;

/** True when the streams of a PDF, whatever they say of themselves, unpack to no more than a document holds. */
export function isModestPdf(bytes: Uint8Array, most: number = MOST_UNPACKED): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const grown = unpackedSize(file.subarray(afterLine(file, at + 6)), left);
    if (grown === null) return false;
    left -= grown;
  }
  return true;
}

/** The keyword's line ends in a line feed, with or without a carriage return. */
function afterLine(file: Buffer, at: number): number {
  return at + (file[at] === 0x0d ? 1 : 0) + (file[at] === 0x0d || file[at] === 0x0a ? 1 : 0);
}

/** Bytes a stream unpacks to; 0 for what is no packed stream, null when it is more than `most`. */
function unpackedSize(packed: Buffer, most: number): number | null {
  if (packed[0] === undefined || (packed[0] & 0x0f) !== 8) return 0;
  try {
    const out = inflateSync(packed, { maxOutputLength: Math.max(1, most) });
    if (out[0] !== ZLIB) return out.length;
    const again = unpackedSize(out, most - out.length);
    return again === null ? null : out.length + again;
  } catch (error) {
    return inside(error, 'code') === 'ERR_BUFFER_TOO_LARGE' ? null : 0;
  }
}
