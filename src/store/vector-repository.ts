/** Vectors as they lie in memory: 32-bit floats, little-endian on every machine this runs on. */
import type { VectorRepository } from '../ports/match.ts';
import type { Database } from './database.ts';

interface VectorRow {
  readonly key: string;
  readonly text_hash: string;
  readonly vector: Uint8Array;
}

const SAVE = `INSERT INTO vector (embedder, key, text_hash, vector) VALUES (?, ?, ?, ?)
  ON CONFLICT (embedder, key) DO UPDATE SET text_hash = excluded.text_hash, vector = excluded.vector`;

/** Makes the vector repository. */
export function vectorRepository(database: Database): VectorRepository {
  return {
    load: async (embedder) => {
      const statement = 'SELECT key, text_hash, vector FROM vector WHERE embedder = ? ORDER BY key';
      const rows = await database.read<VectorRow>(statement, [embedder]);
      return rows.map((row) => ({ key: row.key, textHash: row.text_hash, vector: floats(row.vector) }));
    },
    save: (embedder, rows) =>
      database.write(async (sql) => {
        await Promise.all(rows.map((row) => sql.run(SAVE, [embedder, row.key, row.textHash, bytes(row.vector)])));
      }),
    remove: async (keys) => {
      const list = JSON.stringify(keys);
      await database.write((sql) =>
        sql.run('DELETE FROM vector WHERE key IN (SELECT value FROM json_each(?))', [list]),
      );
    },
  };
}

function bytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** A copy, because the driver's buffers may start anywhere and floats must start at a multiple of four. */
function floats(blob: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(blob).buffer);
}
