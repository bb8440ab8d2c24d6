import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { CLAIM } from '../../src/store/inbox-claim.ts';
import { SENT, TRANSCRIPT } from '../../src/store/message-repository.ts';
import { migrate } from '../../src/store/migrate.ts';
import { DUE, NEXT } from '../../src/store/outbox-queue.ts';

describe('what every message costs does not grow with history', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(null);
    await migrate(database, ':memory:');
  });
  afterAll(() => database.close());

  // The inbox holds only what waits, and json_each only what was handed in: these may be walked.
  const SMALL = ['i', 'h', 'json_each'];

  it.each([
    ['claiming', CLAIM],
    ['looking for due messages', DUE],
    ['looking when the next is due', NEXT],
    ['reading a transcript', TRANSCRIPT],
    ['finding a button', SENT],
  ])('when %s', async (_what, statement) => {
    const plan = await database.alone((sql) => sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`));
    const walked = plan.flatMap((step) => /^SCAN (\S+)(?! USING INDEX outbox_due)/u.exec(step.detail)?.[1] ?? []);
    expect(walked.filter((table) => !SMALL.includes(table))).toEqual([]);
    expect(plan.length).toBeGreaterThan(1);
  });
});
