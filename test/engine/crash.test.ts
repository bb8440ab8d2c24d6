import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/ports/message.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeFakeChannels, seat, startKit } from '../support/engine-kit.ts';
import { makeMortal } from '../support/mortal-store.ts';
import { randomId } from '../support/random-id.ts';
import { makeTestClock } from '../support/test-clock.ts';

const POINTS = [
  'accept:before',
  'accept:after',
  'turn:claimed',
  'turn:before-commit',
  'turn:after-commit',
  'turn:before-park',
  'turn:after-park',
  'outbox:due',
  'outbox:before-send',
  'outbox:after-send',
  'outbox:after-mark',
];
const PEOPLE = ['lin', 'wang', 'zhao'];
const WORDS = ['one', 'two', 'tell 42', 'boom', 'three'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiebang-crash-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Everything the platforms have to deliver, and deliver again until it is acknowledged, and once more after every restart. */
function backlog(at: string): readonly Inbound[] {
  return PEOPLE.flatMap((user) =>
    WORDS.map((said, sequence) => ({
      keys: [`${user}-${sequence}`],
      address: seat(user),
      receivedAt: at,
      sequence,
      said,
    })),
  );
}

/** Runs the whole story with a death at the n-th passing of a point; tells what was said and what is on disk. */
async function storyWithDeath(point: string, n: number) {
  const clock = makeTestClock();
  const channels = makeFakeChannels();
  let passed = 0;
  let deaths = 0;
  let rounds = 0;
  for (let alive = false; !alive; rounds += 1) {
    const real = await openStore(`sqlite:${join(folder, 'story.db')}`, { clock, randomId });
    const { store, die, isDead } = makeMortal(real);
    let died = (): void => undefined;
    const death = new Promise<void>((resolve) => (died = resolve));
    const crash = (at: string): void => {
      if (isDead()) throw new Error('dead');
      if (at !== point) return;
      passed += 1;
      if (passed !== n) return;
      deaths += 1;
      die();
      died();
      throw new Error(`killed at ${at}`);
    };
    const kit = await startKit({ store, clock, channels, crash });
    const life = (async () => {
      for (const message of backlog(clock.iso())) await kit.engine.accept([message]);
      for (let minute = 0; minute < 6; minute += 1) {
        await kit.engine.idle();
        clock.advance(60_000);
      }
    })().catch(() => undefined);
    await Promise.race([life, death]);
    alive = !isDead();
    if (alive) await kit.engine.stop();
    await real.close();
  }
  return { channels, clock, deaths, rounds };
}

describe('a death at any point', () => {
  for (const point of POINTS) {
    it(`at ${point} costs nobody an answer and doubles no effect`, async () => {
      let died = 0;
      for (const n of [1, 2, 5]) {
        await rm(join(folder, 'story.db'), { force: true });
        await rm(join(folder, 'story.db-wal'), { force: true });
        await rm(join(folder, 'story.db-shm'), { force: true });
        const { channels, clock, deaths } = await storyWithDeath(point, n);
        died += deaths;
        const store = await openStore(`sqlite:${join(folder, 'story.db')}`, { clock, randomId });
        for (const user of PEOPLE) {
          const account = (await store.records.accountAt(seat(user))) ?? '';
          expect((await store.records.drafts(account))[0]?.answers, `${user}'s answers`).toEqual({
            said: 'one two three',
          });
          const told = channels.web.texts(user).join('\n');
          for (const answer of ['heard one', 'heard two', 'told', '抱歉', 'heard three'])
            expect(told).toContain(answer);
          const doubled = channels.web.texts(user).length - new Set(channels.web.texts(user)).size;
          // The one message that was with the platform when the process died, and whose mark never reached the disk.
          expect(doubled, `${user}'s doubled answers`).toBeLessThanOrEqual(1);
        }
        const notices = channels.web.texts('desk');
        expect(notices.length).toBeGreaterThanOrEqual(PEOPLE.length);
        expect(notices.length).toBeLessThanOrEqual(PEOPLE.length + 1);
        expect(await store.turns.parked()).toHaveLength(PEOPLE.length);
        expect(await store.turns.pending()).toEqual({ inbox: 0, outbox: 0 });
        await store.close();
      }
      expect(died, 'the point was passed and killed at').toBeGreaterThan(0);
    });
  }
});
