/** Papers locked with a password, as Word and PDF programs write them. */
import { createCipheriv, createHash } from 'node:crypto';

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/** A compound file of streams; each is at least 4096 bytes long, so that none lies in the small-stream store. */
function compoundFile(streams: readonly (readonly [string, Buffer])[]): Buffer {
  const padded = streams.map(([name, bytes]) => {
    const size = Math.max(4096, bytes.length);
    const whole = Buffer.alloc(Math.ceil(size / SECTOR) * SECTOR);
    bytes.copy(whole);
    return { name, size, whole };
  });
  // Sector 0 is the table of sectors, sector 1 the directory, the streams follow.
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(END, 4);
  const entries = [entry('Root Entry', 5, END, 0, 1)];
  let at = 2;
  for (const [n, { name, size, whole }] of padded.entries()) {
    const sectors = whole.length / SECTOR;
    entries.push(entry(name, 2, at, size, FREE, n + 1 < padded.length ? n + 2 : FREE));
    for (let i = 0; i < sectors; i += 1) table.writeUInt32LE(i + 1 < sectors ? at + i + 1 : END, (at + i) * 4);
    at += sectors;
  }
  const directory = Buffer.concat([...entries, Buffer.alloc(SECTOR)]).subarray(0, SECTOR);
  return Buffer.concat([header(), table, directory, ...padded.map(({ whole }) => whole)]);
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  bytes.fill(0xff, 76);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

function entry(name: string, type: number, start: number, size: number, child: number, right = FREE): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(`${name}\0`, 0, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

/** A Word file behind a password: its bytes enciphered in a compound file (agile encryption, its description beside it). */
export function lockedWord(bytes: Uint8Array): Uint8Array {
  const key = createHash('sha256').update('示例口令').digest();
  const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 7));
  const size = Buffer.alloc(8);
  size.writeUInt32LE(bytes.length);
  const description =
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"/></encryption>';
  return compoundFile([
    ['EncryptionInfo', Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(description)])],
    ['EncryptedPackage', Buffer.concat([size, cipher.update(bytes), cipher.final()])],
  ]);
}

/** A Word file of before 2007 without a password, whose text speaks of locked packages. */
export function oldWord(text: string): Uint8Array {
  return compoundFile([['WordDocument', Buffer.concat([Buffer.alloc(512, 1), Buffer.from(text, 'utf16le')])]]);
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function rc4(key: Buffer, text: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, n) => n);
  const swap = (a: number, b: number): void => {
    [box[a], box[b]] = [box[b] ?? 0, box[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    text.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (box[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password), PAD]).subarray(0, 32);

/** A PDF of one line that opens with `password` only: the standard handler, 40 bits (ISO 32000-1, 7.6.3). */
export function lockedPdf(words: string, password: string): Uint8Array {
  const id = md5(Buffer.from('示例'));
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password));
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const ofObject = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const page = rc4(ofObject, Buffer.from(`BT /F1 12 Tf 50 700 Td (${words}) Tj ET`));
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>>\nstream\n${page.toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Filter/Standard/V 1/R 2/O ${hex(owner)}/U ${hex(rc4(key, PAD))}/P -4>>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Encrypt 6 0 R/ID[${hex(id)}${hex(id)}]>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
