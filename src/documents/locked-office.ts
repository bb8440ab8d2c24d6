/** Office files locked with a password: a compound file whose directory has the locked package (MS-OFFCRYPTO 2.3.4.4). */

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const NAME = Buffer.from('EncryptedPackage\0', 'utf16le');
/** Size of an entry of the directory, and where in it the length of its name stands (MS-CFB 2.6.1). */
const ENTRY = 128;
const NAME_LENGTH_AT = 64;

/** True for a Word, Excel or PowerPoint file that opens with a password only. */
export function isLocked(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  // Whole sectors, so entries begin at multiples of their size; words of a text seldom do and have no length beside them.
  for (let at = file.indexOf(NAME); at >= 0; at = file.indexOf(NAME, at + 2)) {
    if (at % ENTRY !== 0 || at + ENTRY > file.length) continue;
    if (file.readUInt16LE(at + NAME_LENGTH_AT) === NAME.length) return true;
  }
  return false;
}
