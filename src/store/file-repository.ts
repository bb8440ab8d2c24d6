/** File bytes in the database: one copy per content, in chunks, so that backup and deletion stay one thing. */
import { createHash } from 'node:crypto';
import type { Address } from '../conversation/address.ts';
import type { FileRepository } from '../ports/store.ts';
import type { Database } from './database.ts';
import { seatOf } from './seat.ts';
import type { Sql } from './sqlite-driver.ts';

const CHUNK = 1024 * 1024;
/** Files that became part of nothing within this time are nobody's. */
const ORPHAN_DAYS = 2;

/** Makes the file repository. */
export function fileRepository(database: Database, now: () => Date): FileRepository {
  return {
    put: async (bytes, name, mime, by) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await store(database, { sha256, bytes, mime, at: now().toISOString(), by });
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

interface Upload {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly at: string;
  readonly by: Address | undefined;
}

async function store(database: Database, { sha256, bytes, mime, at, by }: Upload): Promise<void> {
  await database.write(async (sql) => {
    // Put again, a file is young again: an old orphan must not be swept away under a new upload.
    await sql.run(
      `INSERT INTO file (sha256, mime, bytes, stored_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (sha256) DO UPDATE SET stored_at = excluded.stored_at`,
      [sha256, mime, bytes.byteLength, at],
    );
    if (by)
      await sql.run('INSERT INTO file_use (holder, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING', [
        uploader(seatOf(by)),
        sha256,
      ]);
    const there = await sql.all('SELECT 1 FROM file_chunk WHERE sha256 = ? LIMIT 1', [sha256]);
    if (there.length > 0) return;
    for (let n = 0; n * CHUNK < bytes.byteLength; n += 1) {
      const chunk = bytes.subarray(n * CHUNK, (n + 1) * CHUNK);
      await sql.run('INSERT INTO file_chunk (sha256, n, bytes) VALUES (?, ?, ?)', [sha256, n, chunk]);
    }
  });
}

/** How `file_use` names the seat a file came from: it keeps nothing alive, but tells whose it is. */
export function uploader(seat: string): string {
  return `seat:${seat}`;
}

/** Drops the claims of holders (a JSON list) on files, and the files that nobody else holds. */
export async function releaseFiles(sql: Sql, holders: string): Promise<void> {
  const among = 'holder IN (SELECT value FROM json_each(?1))';
  await sql.run(
    `DELETE FROM file WHERE sha256 IN (SELECT sha256 FROM file_use WHERE ${among})
      AND sha256 NOT IN (SELECT sha256 FROM file_use WHERE NOT ${among} AND holder NOT LIKE 'seat:%')`,
    [holders],
  );
  await sql.run(`DELETE FROM file_use WHERE ${among}`, [holders]);
}

/** Drops what seats uploaded and no record holds, but for what somebody else uploaded as well. */
export async function releaseUploads(sql: Sql, seats: readonly string[]): Promise<void> {
  const own = JSON.stringify(seats.map(uploader));
  const among = 'holder IN (SELECT value FROM json_each(?1))';
  await sql.run(
    `DELETE FROM file WHERE sha256 IN (SELECT sha256 FROM file_use WHERE ${among})
      AND sha256 NOT IN (SELECT sha256 FROM file_use WHERE NOT ${among})`,
    [own],
  );
  await sql.run(`DELETE FROM file_use WHERE ${among}`, [own]);
}

/** Deletes uploads that never became part of a record; also done when the store opens. */
export async function deleteUnusedFiles(sql: Sql, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - ORPHAN_DAYS * 86_400_000).toISOString();
  await sql.run(
    `DELETE FROM file WHERE stored_at < ? AND sha256 NOT IN (SELECT sha256 FROM file_use WHERE holder NOT LIKE 'seat:%')`,
    [before],
  );
  await sql.run('DELETE FROM file_use WHERE sha256 NOT IN (SELECT sha256 FROM file)');
}
