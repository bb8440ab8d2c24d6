import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/ports/message.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seat } from '../support/engine-kit.ts';
import { randomId } from '../support/random-id.ts';
import { makeTestClock } from '../support/test-clock.ts';

/** More of them in nightly runs. */
const KILLS = Number(process.env.KILLS ?? 15);
const PEOPLE = Array.from({ length: 60 }, (_, n) => `user-${n}`);
const WORDS = ['one', 'two', 'three', 'submit now', 'four', 'five'];

// In the package, so that the child finds its libraries.
const OUT = join(import.meta.dirname, '../../node_modules/.cache/jiebang-child-bot');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiebang-kill-'));
  const entry = join(import.meta.dirname, '../support/child-bot.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir: OUT, target: 'node20', emptyOutDir: true },
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets the bot work and kills it after a while; tells whether it had finished, and how long it took to begin. */
async function life(killAfterMs: number | null): Promise<{ readonly finished: boolean; readonly startMs: number }> {
  const began = performance.now();
  const child = fork(
    join(OUT, 'child-bot.js'),
    ['story.db', 'backlog.json', 'journal.jsonl'].map((name) => join(folder, name)),
  );
  let startMs = 0;
  let finished = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', (message) => {
    if (message === 'done') finished = true;
    if (message !== 'working') return;
    startMs = performance.now() - began;
    if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  await ended;
  return { finished, startMs };
}

describe('a bot that is killed again and again', () => {
  it('loses no answer, submits nothing twice, and doubles at most one notice a kill', async () => {
    const at = '2026-09-07T02:00:00.000Z';
    const backlog = WORDS.flatMap((said, sequence) =>
      PEOPLE.map(
        (user): Inbound => ({ keys: [`${user}-${sequence}`], address: seat(user), receivedAt: at, sequence, said }),
      ),
    );
    await writeFile(join(folder, 'backlog.json'), JSON.stringify(backlog));
    let kills = 0;
    let slowest = 0;
    for (; kills < KILLS; kills += 1) {
      const { finished, startMs } = await life(30 + ((kills * 97) % 320));
      slowest = Math.max(slowest, startMs);
      if (finished) break;
    }
    expect((await life(null)).finished).toBe(true);
    const journal = (await readFile(join(folder, 'journal.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line): { room: string; id: string; text: string } => JSON.parse(line));
    const store = await openStore(`sqlite:${join(folder, 'story.db')}`, { clock: makeTestClock(), randomId });
    for (const user of PEOPLE) {
      const account = (await store.records.accountAt(seat(user))) ?? '';
      expect((await store.records.drafts(account))[0]?.answers, user).toEqual({ said: 'one two three four five' });
      const told = journal
        .filter((each) => each.room === user)
        .map((each) => each.text)
        .join('\n');
      for (const answer of ['heard one', 'heard two', 'heard three', 'submitted', 'heard four', 'heard five'])
        expect(told).toContain(answer);
    }
    expect(await store.records.countCases({ kinds: ['need'] })).toBe(PEOPLE.length);
    const notices = journal.filter((each) => each.room === 'desk').map((each) => each.id);
    expect(new Set(notices).size).toBe(PEOPLE.length);
    expect(notices.length - PEOPLE.length).toBeLessThanOrEqual(kills);
    await store.close();
    console.log(
      `${kills} kills, ${journal.length} messages sent, ${notices.length - PEOPLE.length} notices doubled, slowest start ${slowest.toFixed(0)} ms`,
    );
  }, 180_000);
});
