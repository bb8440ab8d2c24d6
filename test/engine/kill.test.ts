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
async function life(
  killAfterMs: number | null,
  story = 'story',
): Promise<{ readonly finished: boolean; readonly startMs: number }> {
  const began = performance.now();
  const child = fork(
    join(OUT, 'child-bot.js'),
    [`${story}.db`, `${story}.json`, `${story}.jsonl`].map((name) => join(folder, name)),
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
    await writeFile(join(folder, 'story.json'), JSON.stringify(backlog));
    let kills = 0;
    let slowest = 0;
    for (; kills < KILLS; kills += 1) {
      const { finished, startMs } = await life(30 + ((kills * 97) % 320));
      slowest = Math.max(slowest, startMs);
      if (finished) break;
    }
    expect((await life(null)).finished).toBe(true);
    const journal = (await readFile(join(folder, 'story.jsonl'), 'utf8'))
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

describe('a message that no process survives', () => {
  it('is found out, put aside with an apology, and costs nobody else an answer', async () => {
    const at = '2026-09-07T02:00:00.000Z';
    const backlog = ['lin', 'mo', 'wang', 'zhao'].flatMap((user) =>
      ['one', user === 'mo' ? 'deadly' : 'two', 'three'].map(
        (said, sequence): Inbound => ({
          ...{ keys: [`${user}-${sequence}`], address: seat(user), receivedAt: at, sequence, said },
        }),
      ),
    );
    await writeFile(join(folder, 'deadly.json'), JSON.stringify(backlog));
    let deaths = 0;
    // Four deaths in which it was in hand, then two while it is read alone.
    while (deaths < 9 && !(await life(null, 'deadly')).finished) deaths += 1;
    expect(deaths).toBe(6);
    const store = await openStore(`sqlite:${join(folder, 'deadly.db')}`, { clock: makeTestClock(), randomId });
    const answers = async (user: string) =>
      (await store.records.drafts((await store.records.accountAt(seat(user))) ?? ''))[0]?.answers.said;
    for (const user of ['lin', 'wang', 'zhao']) expect(await answers(user)).toBe('one two three');
    expect(await answers('mo')).toBe('one three');
    const parked = await store.turns.parked();
    expect(parked.map(({ address, reason }) => [address.user, reason])).toEqual([
      ['mo', 'read alone at deaths of the process: 2'],
    ]);
    expect(await readFile(join(folder, 'deadly.jsonl'), 'utf8')).toContain('"room":"mo"');
    expect(await readFile(join(folder, 'deadly.jsonl'), 'utf8')).toContain('"text":"sorry"');
    await store.close();
  }, 60_000);
});
