import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type ChildProgram, childProgram } from './child.ts';
import { clock, LEASE, NOW, randomId, resultOf, seat, temporaryFolder } from './samples.ts';

const KILLS = 12;

describe('a process killed with SIGKILL in the middle of its commits', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: ChildProgram;
  beforeAll(async () => {
    folder = await temporaryFolder();
    program = await childProgram('test/store/crash-child.ts');
  });
  afterAll(async () => {
    await program.remove();
    await folder.remove();
  });

  /** Starts the child, kills it after `ms`, and returns what it had acknowledged. */
  async function runAndKill(url: string, run: string, ms: number): Promise<readonly string[]> {
    const child = program.start([url, run]);
    if (!child.stdout) throw new Error('the child has no output');
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line === 'open') setTimeout(() => child.kill('SIGKILL'), ms);
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    return lines.slice(1);
  }

  it('loses nothing it acknowledged and leaves nothing half done', { timeout: 120_000 }, async () => {
    const url = `sqlite:${join(folder.path, 'store.db')}`;
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      acknowledged.push(...(await runAndKill(url, `r${kill}`, 30 + ((kill * 67) % 240))));
    }
    const store = await openStore(url, { clock, randomId });
    const of = (what: string) =>
      acknowledged.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length));
    expect(of('committed ').length).toBeGreaterThan(KILLS * 5);
    await expectNothingLost(store, of('accepted '), of('committed '));
    await store.close();
  });

  it('holds its database against others while it lives, and no longer', async () => {
    const file = join(folder.path, 'held.db');
    const child = program.start([`sqlite:${file}`, 'held']);
    if (!child.stdout) throw new Error('the child has no output');
    await once(child.stdout, 'data');
    const openIt = () => openStore(`sqlite:${file}`, { clock, randomId });
    await expect(openIt()).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining(`process ${child.pid} on`),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openIt();
    expect((await store.turns.claim(NOW, 10, 1000)).length).toBeLessThanOrEqual(4);
    await store.close();
  });

  async function expectNothingLost(
    store: Store,
    accepted: readonly string[],
    committed: readonly string[],
  ): Promise<void> {
    const records = await store.records.cases({});
    const halves = new Map<string, string>();
    for (const { id } of records) halves.set(id.slice(0, -2), `${halves.get(id.slice(0, -2)) ?? ''}${id.at(-1)}`);
    expect([...halves.values()].filter((both) => [...both].sort().join('') !== 'ab')).toEqual([]);
    expect(committed.filter((key) => !halves.has(key))).toEqual([]);

    const { outbox } = await store.turns.pending();
    expect(outbox).toBe(halves.size);
    expect(await store.verifyAudit()).toMatchObject({ rows: halves.size, brokenAt: null });

    await answerTheRest(store);
    const seatOfKey = (key: string) => seat(key.split('-').slice(0, 2).join('-'));
    const kept = await Promise.all(accepted.map((key) => store.messages.turnOfMessage(seatOfKey(key), key)));
    expect(kept.filter((turn) => turn === null)).toEqual([]);
  }

  /** What the killed processes had accepted and not answered is claimed again after the restart. */
  async function answerTheRest(store: Store): Promise<void> {
    for (;;) {
      const turns = await store.turns.claim(NOW, 100, LEASE);
      if (turns.length === 0) return;
      for (const turn of turns) await store.turns.commit([resultOf(turn, turn.account ?? `new-${randomId()}`)]);
    }
  }
});
