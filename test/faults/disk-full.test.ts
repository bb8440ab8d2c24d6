import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { supervise } from '../support/server-process.ts';
import { messagesOf, openVisitor } from '../support/web-visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiebang-full-'));

/** A disk of three megabytes; null with the reason where this machine gives none. */
function smallDisk(): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n').at(-2) ?? error.message) : String(error);
  }
}

const why = smallDisk();
if (why !== null) console.log(`the full disk is not tried here, a small tmpfs cannot be mounted: ${why}`);

describe.runIf(why === null)('a disk that fills up while people write', () => {
  let own: OwnPackage;
  beforeAll(async () => {
    own = await makeOwnPackage('full');
  });
  afterAll(async () => {
    await own.remove();
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses what it cannot keep, keeps what it acknowledged, and works again when there is room', {
    timeout: 120_000,
  }, async () => {
    const url = `sqlite:${folder}/bot.db`;
    const server = await supervise(own, { DATABASE_URL: url, LOG_LEVEL: 'silent' });
    await server.ready();
    const visitor = await openVisitor(server.url);
    const kept: string[] = [];
    const say = async (text: string): Promise<number> => {
      const id = crypto.randomUUID();
      const answer = await visitor.post('/api/messages', { id, text });
      if (answer.status === 202) kept.push(id);
      expect(await answer.text()).not.toMatch(/SQLITE|\s+at \w/);
      return answer.status;
    };
    const ballast = join(folder, 'ballast');
    const statuses: number[] = [];
    for (let n = 0; n < 12 && !statuses.includes(503); n += 1) {
      statuses.push(await say(`有没有第${n}类的榜${'，说得长一些'.repeat(300)}`));
      if (n === 3) writeUntilFull(ballast);
    }
    expect(statuses).toContain(202);
    expect(statuses).toContain(503);
    rmSync(ballast);
    await expect.poll(() => say('有哪些榜'), { timeout: 30_000, interval: 500 }).toBe(202);
    const unanswered = async (): Promise<readonly string[]> => {
      const seen = await messagesOf(await visitor.get('/api/history'));
      return kept.filter((id) => !seen.some((each) => each.id === id));
    };
    await expect.poll(unanswered, { timeout: 60_000, interval: 250 }).toEqual([]);
    expect(server.starts).toHaveLength(1);
    expect(await server.stop()).toBe(0);
    const store = await openStore(url, { clock: { now: () => new Date() }, randomId });
    expect(await store.turns.pending()).toMatchObject({ inbox: 0 });
    expect(await store.turns.parked()).toEqual([]);
    await store.close();
    console.log({ acknowledged: kept.length, refused: statuses.filter((status) => status === 503).length });
  });
});

function writeUntilFull(file: string): void {
  const chunk = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeFileSync(file, chunk, { flag: 'a' });
  } catch {
    // Full: that is what was wanted.
  }
}
