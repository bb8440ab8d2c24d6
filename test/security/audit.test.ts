import sqlite3 from 'sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/programme/records.ts';
import { type AttackHouse, openListing, startAttackHouse } from '../support/attack-house.ts';
import { sceneDraft, sceneNeed } from '../support/desk-scene.ts';

let house: AttackHouse;
let need: CaseRecord;
beforeEach(async () => {
  house = await startAttackHouse();
  need = { ...sceneNeed(1, new Date().toISOString()), owner: null };
  await house.hold(need, openListing(2), { ...sceneDraft(3, new Date().toISOString()), owner: null });
});
afterEach(() => house.stop());

/** SQL on the running product's file, as somebody with access to the machine would write it. */
async function tamper(statements: string): Promise<void> {
  const database = new sqlite3.Database(house.database.replace('sqlite:', ''));
  await new Promise<void>((done, failed) => database.exec(statements, (error) => (error ? failed(error) : done())));
  await new Promise<void>((done) => database.close(() => done()));
}

describe('refused acts of staff', () => {
  it('leave a row each, whatever was tried', async () => {
    const id = await house.hire('看客', 'viewer');
    const viewer = await house.enter(id);
    const { reference, version } = need;
    await house.act(viewer, { do: 'act', case: reference, action: 'accept', version });
    await house.act(viewer, { do: 'act', case: 'N-2AAAA-2AAAA', action: 'accept', version });
    await house.act(viewer, { do: 'save-listing', track: 'key-technology', fields: { title: '示例' } });
    const { n } = {
      n: (await allAudit()).filter((row) => row.actor === id && row.action.startsWith('refused:')).length,
    };
    expect(n).toBe(3);
  });

  it('leave a row when somebody revoked meanwhile takes an act back', async () => {
    const id = await house.hire('处长', 'decider');
    const decider = await house.enter(id);
    await house.act(decider, { do: 'act', case: need.reference, action: 'accept', version: need.version });
    const { answers } = JSON.parse(await (await decider.get('/api/desk/answers')).text());
    const button: string = answers.at(-1).buttons[0].id;
    // The role goes, the seat stays: as when a grant is changed while a press is under way.
    await tamper(
      `UPDATE membership SET revoked_at = '2026-01-01', body = json_set(body, '$.revokedAt', '2026-01-01') WHERE account = '${id}'`,
    );
    const room = `desk:${id}`;
    const address = { channel: 'web', room, user: room } as const;
    await house.app.engine.accept([
      { keys: ['late'], address, receivedAt: new Date().toISOString(), sequence: 0, chose: { button } },
    ]);
    await house.app.engine.idle();
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version + 1 });
    expect((await allAudit()).filter((row) => row.actor === id && row.action === 'refused:take-back')).toHaveLength(1);
  });
});

describe('the chain', () => {
  beforeEach(async () => {
    const viewer = await house.enter(await house.hire('看客', 'viewer'));
    for (let n = 0; n < 5; n += 1)
      await house.act(viewer, { do: 'act', case: need.reference, action: 'accept', version: need.version });
    expect(await house.app.store.verifyAudit()).toMatchObject({ brokenAt: null });
  });

  it.each([
    ['changed', `UPDATE audit SET actor = 'somebody-else' WHERE n = 3`],
    ['taken out', 'DELETE FROM audit WHERE n = 3'],
    ['swapped', `UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE n IN (3, 4)`],
    [
      'slipped in',
      `INSERT INTO audit SELECT n + 100, at, actor, action, object_kind, object_id, from_status, to_status, reason_hash, turn, prev_hash, hash FROM audit WHERE n = 3`,
    ],
  ])('shows a row that was %s', async (_, statement) => {
    const triggers = ['audit_never_changes', 'audit_never_shrinks', 'audit_never_replaced'];
    if (!statement.startsWith('INSERT')) await expect(tamper(statement)).rejects.toThrow(/never/);
    await tamper(`${triggers.map((name) => `DROP TRIGGER ${name};`).join('')}${statement}`);
    expect((await house.app.store.verifyAudit()).brokenAt).not.toBeNull();
  });

  it('holds nothing anybody wrote', async () => {
    const talk = await house.talker();
    await talk.tell('转人工');
    await talk.tell('金丝雀闲话');
    expect(JSON.stringify(await allAudit())).not.toMatch(/金丝雀|示例/);
  });
});

async function allAudit(): Promise<readonly { readonly actor: string; readonly action: string }[]> {
  const database = new sqlite3.Database(house.database.replace('sqlite:', ''));
  const rows = await new Promise<{ actor: string; action: string }[]>((done, failed) =>
    database.all<{ actor: string; action: string }>('SELECT * FROM audit', (error, found) =>
      error ? failed(error) : done(found),
    ),
  );
  await new Promise<void>((done) => database.close(() => done()));
  return rows;
}
