/** Looks into a closed store's file behind its back, as its owner or an intruder could. */
import { openSqlite, type Sql } from '../../src/store/sqlite-driver.ts';

/** Opens the file, runs `work` on it and closes it again. */
export async function behindItsBack<T>(file: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = await openSqlite(file, false);
  try {
    return await work(sql);
  } finally {
    await sql.close();
  }
}
