/** File bytes in the database: one copy per content, in chunks, so that backup and deletion stay one thing. */
import { createHash } from 'node:crypto';
import type { FileRepository } from '../ports.ts';
import type { Database } from './database.ts';

const CHUNK = 1024 * 1024;

/** Makes the file repository. */
export function fileRepository(database: Database, now: () => Date): FileRepository {
  return {
    put: async (bytes, name, mime) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await store(database, sha256, bytes, mime, now().toISOString());
      return { sha256, name, mime, bytes: bytes.byteLength };
    },
    get: async (sha256) => {
      const [known] = await database.read<{ bytes: number }>('SELECT bytes FROM file WHERE sha256 = ?', [sha256]);
      if (!known) return null;
      const statement = 'SELECT bytes FROM file_chunk WHERE sha256 = ? ORDER BY n';
      const chunks = await database.read<{ bytes: Uint8Array }>(statement, [sha256]);
      return new Uint8Array(Buffer.concat(chunks.map((chunk) => chunk.bytes)));
    },
  };
}

async function store(database: Database, sha256: string, bytes: Uint8Array, mime: string, at: string): Promise<void> {
  await database.write(async (sql) => {
    // Put again, a file is young again: an old orphan must not be swept away under a new upload.
    await sql.run(
      `INSERT INTO file (sha256, mime, bytes, stored_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (sha256) DO UPDATE SET stored_at = excluded.stored_at`,
      [sha256, mime, bytes.byteLength, at],
    );
    const there = await sql.all('SELECT 1 FROM file_chunk WHERE sha256 = ? LIMIT 1', [sha256]);
    if (there.length > 0) return;
    for (let n = 0; n * CHUNK < bytes.byteLength; n += 1) {
      const chunk = bytes.subarray(n * CHUNK, (n + 1) * CHUNK);
      await sql.run('INSERT INTO file_chunk (sha256, n, bytes) VALUES (?, ?, ?)', [sha256, n, chunk]);
    }
  });
}
