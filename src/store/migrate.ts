/** Brings the schema up to date: numbered migrations, each in one transaction, counted in the file itself. */
import { botError } from '../errors.ts';
import type { Database } from './database.ts';
import { firstMigration } from './migrations/first.ts';
import { fourthMigration } from './migrations/fourth.ts';
import { secondMigration } from './migrations/second.ts';
import { thirdMigration } from './migrations/third.ts';
import { one } from './sqlite-driver.ts';

/** All migrations in order; number n is at place n - 1. A released one is never edited. */
const MIGRATIONS: readonly string[] = [firstMigration, secondMigration, thirdMigration, fourthMigration];

/** Runs what is missing. Throws BotError `store` for a database of a newer release or of another programme. */
export async function migrate(database: Database, file: string): Promise<void> {
  await database.alone(async (sql) => {
    const { user_version: version } = await one<{ user_version: number }>(sql, 'PRAGMA user_version');
    if (version > MIGRATIONS.length) {
      throw botError(
        'store',
        `the database ${file} was written by a newer release (schema ${version}, this one knows ${MIGRATIONS.length}): install that release or a later one`,
      );
    }
    const { tables } = await one<{ tables: number }>(sql, 'SELECT COUNT(*) AS tables FROM sqlite_master');
    if (version === 0 && tables > 0) {
      throw botError('store', `the file ${file} is a database of something else: choose another path`);
    }
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index >= version)
        await sql.script(`BEGIN IMMEDIATE; ${statements}; PRAGMA user_version=${index + 1}; COMMIT`);
    }
  });
}

/** Refuses a database that this release would have to migrate first; for short visits beside a running bot. */
export async function requireCurrentSchema(database: Database, file: string): Promise<void> {
  const { user_version: version } = await database.alone((sql) =>
    one<{ user_version: number }>(sql, 'PRAGMA user_version'),
  );
  if (version === MIGRATIONS.length) return;
  throw botError(
    'store',
    `the database ${file} has schema ${version} and this release needs ${MIGRATIONS.length}: start this release of the bot once`,
  );
}
