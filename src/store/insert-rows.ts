/** Set-wise writing: any number of rows of one table in one statement, handed over as one JSON array. */
import type { Sql } from './sqlite-driver.ts';

/** How rows of a table are written. `json` columns keep their value as JSON text; the rest are plain. */
export interface RowShape {
  readonly table: string;
  readonly plain: readonly string[];
  readonly json: readonly string[];
  /** Key columns; a row that is there already is replaced, or kept with `keep`. Null when ids are given by the table. */
  readonly key: string | null;
  /** Condition of the unique index, when it covers only some rows. */
  readonly keyWhere?: string;
  readonly keep?: boolean;
}

const AT_ONCE = 500;

/** Makes the writer of a table; writing no rows costs nothing. Keys must not repeat within one call. */
export function rowWriter<Row extends object>(shape: RowShape): (sql: Sql, rows: readonly Row[]) => Promise<void> {
  const statement = insertStatement(shape);
  return async (sql, rows) => {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await sql.run(statement, [JSON.stringify(rows.slice(from, from + AT_ONCE))]);
    }
  };
}

function insertStatement({ table, plain, json, key, keyWhere, keep }: RowShape): string {
  const columns = [...plain, ...json];
  const values = [...plain.map((c) => `j.value->>'${c}'`), ...json.map((c) => `j.value->'${c}'`)];
  const updates = columns.map((c) => `${c} = excluded.${c}`).join(', ');
  const where = keyWhere ? ` WHERE ${keyWhere}` : '';
  const conflict = key === null ? '' : `ON CONFLICT (${key})${where} DO ${keep ? 'NOTHING' : `UPDATE SET ${updates}`}`;
  return `INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${values.join(', ')} FROM json_each(?) AS j WHERE true ORDER BY j.key ${conflict}`;
}
