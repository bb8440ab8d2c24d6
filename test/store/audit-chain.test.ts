import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Sql } from '../../src/store/sqlite-driver.ts';
import { behindItsBack } from './raw.ts';
import { anAudit, clock, randomId, temporaryFolder } from './samples.ts';

describe('the audit', () => {
  let file: string;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const openIt = () => openStore(`sqlite:${file}`, { clock, randomId });
  const verify = async () => {
    const store = await openIt();
    const verdict = await store.verifyAudit();
    await store.close();
    return verdict;
  };
  const tamper = (...statements: string[]) =>
    behindItsBack(file, async (sql: Sql) => {
      await sql.run('DROP TRIGGER audit_never_changes');
      await sql.run('DROP TRIGGER audit_never_shrinks');
      for (const statement of statements) await sql.run(statement);
    });
  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder.path, 'store.db');
    const store = await openIt();
    await store.load.load({ audit: Array.from({ length: 1500 }, (_, n) => anAudit(`c${n}`)) });
    await store.close();
  });
  afterEach(() => folder.remove());

  it('is never changed and never shortened through SQL', async () => {
    await behindItsBack(file, async (sql) => {
      await expect(sql.run(`UPDATE audit SET actor = 'somebody' WHERE n = 2`)).rejects.toThrow(
        'audit rows are never changed',
      );
      await expect(sql.run('DELETE FROM audit WHERE n = 2')).rejects.toThrow('audit rows are never deleted');
      await expect(
        sql.run(`INSERT OR REPLACE INTO audit SELECT 2, at, actor, action, object_kind, object_id, from_status,
        to_status, reason_hash, turn, prev_hash, hash FROM audit WHERE n = 3`),
      ).rejects.toThrow('audit rows are never replaced');
    });
    expect(await verify()).toMatchObject({ rows: 1500, brokenAt: null });
  });

  it.each([
    ['an edited row', [`UPDATE audit SET to_status = 'shortlisted' WHERE n = 700`], 700],
    ['a deleted row', ['DELETE FROM audit WHERE n = 700'], 701],
    [
      'an inserted row',
      [
        `INSERT INTO audit (at, actor, action, object_kind, object_id, turn, prev_hash, hash) VALUES ('x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')`,
      ],
      1501,
    ],
    [
      'two swapped rows',
      [
        'UPDATE audit SET n = -1 WHERE n = 700',
        'UPDATE audit SET n = 700 WHERE n = 701',
        'UPDATE audit SET n = 701 WHERE n = -1',
      ],
      700,
    ],
  ])('shows %s', async (_what, statements, place) => {
    await tamper(...statements);
    expect((await verify()).brokenAt).toBe(place);
  });

  it('shows a cut tail against the head that was kept elsewhere', async () => {
    const before = await verify();
    await tamper('DELETE FROM audit WHERE n > 1490');
    const after = await verify();
    expect(after).toMatchObject({ rows: 1490, brokenAt: null });
    expect(after.head).not.toBe(before.head);
  });
});
