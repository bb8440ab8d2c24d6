/** The day's share of questions to the language model, counted where a restart does not lose it. */
import type { CallRepository } from '../ports/store.ts';
import type { Database } from './database.ts';
import type { Sql } from './sqlite-driver.ts';

const COUNT_OWN = `INSERT INTO model_call (account, day, calls) VALUES (?1, ?2, 1)
  ON CONFLICT (account, day) DO UPDATE SET calls = calls + 1 WHERE calls < ?3`;
const COUNT_ALL = `INSERT INTO model_day (day, calls) VALUES (?1, 1)
  ON CONFLICT (day) DO UPDATE SET calls = calls + 1`;

/** Makes the call repository. */
export function callRepository(database: Database): CallRepository {
  return {
    take: (account, day, { perPerson, perDay }) =>
      database.write(async (sql) => {
        await forgetOtherDays(sql, day);
        const [row] = await sql.all<{ calls: number }>('SELECT calls FROM model_day WHERE day = ?', [day]);
        if (perPerson < 1 || (row?.calls ?? 0) >= perDay) return false;
        if ((await sql.run(COUNT_OWN, [account, day, perPerson])) === 0) return false;
        await sql.run(COUNT_ALL, [day]);
        return true;
      }),
  };
}

/** What was spent on other days is of no use to anybody. */
async function forgetOtherDays(sql: Sql, day: string): Promise<void> {
  const gone = await sql.run('DELETE FROM model_day WHERE day <> ?', [day]);
  if (gone > 0) await sql.run('DELETE FROM model_call WHERE day <> ?', [day]);
}

/** Forgets what a person asked, within the open transaction; the day's whole stays. */
export async function forgetCalls(sql: Sql, account: string): Promise<void> {
  await sql.run('DELETE FROM model_call WHERE account = ?', [account]);
}

/** Two accounts that become one have spent what both have, within the open transaction. */
export async function joinCalls(sql: Sql, from: string, into: string): Promise<void> {
  await sql.run(
    `INSERT INTO model_call (account, day, calls) SELECT ?2, day, calls FROM model_call WHERE account = ?1
      ON CONFLICT (account, day) DO UPDATE SET calls = calls + excluded.calls`,
    [from, into],
  );
  await forgetCalls(sql, from);
}
