import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { botError } from '../../src/errors.ts';
import { makeFakeChannels, seat, startKit } from '../support/engine-kit.ts';
import { makeTestClock } from '../support/test-clock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiebang-stop-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a graceful stop', () => {
  it('under load, again and again, loses nothing and is quick', async () => {
    const url = `sqlite:${join(folder, 'stop.db')}`;
    const clock = makeTestClock();
    const channels = makeFakeChannels();
    const people = Array.from({ length: 50 }, (_, n) => `user-${n}`);
    const slowest: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const kit = await startKit({ url, clock, channels });
      const hearing = people.map((user) => kit.hears(user, `${round}`));
      await Promise.all(hearing.slice(0, 10));
      const before = performance.now();
      await kit.engine.stop();
      slowest.push(performance.now() - before);
      await Promise.all(hearing);
      await kit.store.close();
    }
    const last = await startKit({ url, clock, channels });
    await last.engine.idle();
    for (const user of people) {
      const account = (await last.store.records.accountAt(seat(user))) ?? '';
      const draft = (await last.store.records.drafts(account))[0];
      expect(draft?.answers).toEqual({ said: '0 1 2 3 4' });
      expect(
        last
          .told(user)
          .join('\n')
          .match(/heard \d/g),
      ).toEqual(['heard 0', 'heard 1', 'heard 2', 'heard 3', 'heard 4']);
    }
    expect(Math.max(...slowest)).toBeLessThan(10_000);
    await last.close();
  });

  it('ends in time though a platform never answers; the message is sent after the next start', async () => {
    const url = `sqlite:${join(folder, 'hang.db')}`;
    const clock = makeTestClock();
    const channels = makeFakeChannels();
    channels.telegram.trouble = () => new Promise(() => undefined);
    const kit = await startKit({ url, clock, channels, tuning: { stopMs: 300 } });
    await kit.receive('lin', { address: seat('lin', 'telegram'), said: 'hello' });
    await expect.poll(async () => (await kit.store.turns.pending()).inbox).toBe(0);
    const before = performance.now();
    await kit.engine.stop();
    expect(performance.now() - before).toBeLessThan(2_000);
    await kit.store.close();
    channels.telegram.trouble = null;
    const next = await startKit({ url, clock, channels });
    await next.engine.idle();
    expect(channels.telegram.texts('lin')).toEqual(['heard hello']);
    await next.close();
  });

  it('takes no message from the inbox any more, but still accepts', async () => {
    const kit = await startKit();
    await kit.engine.stop();
    await kit.hears('lin', 'hello');
    expect(await kit.store.turns.pending()).toEqual({ inbox: 1, outbox: 0 });
    await kit.store.close();
  });
});

describe('a store that is out', () => {
  it('makes everything wait, loses nothing and sends nothing twice', async () => {
    const kit = await startKit();
    const { turns } = kit.store;
    const full = (): never => {
      throw botError('store', 'the disk is full', { retryable: true });
    };
    let broken = true;
    const failing = {
      ...turns,
      commit: (results: Parameters<typeof turns.commit>[0]) => (broken ? full() : turns.commit(results)),
    };
    const second = await startKit({
      store: { ...kit.store, turns: failing },
      clock: kit.clock,
      channels: kit.channels,
    });
    await kit.engine.stop();
    await second.hears('lin', 'one', 'two');
    for (let n = 0; n < 10; n += 1) {
      await second.engine.idle();
      second.clock.advance(10_000);
    }
    expect(second.told('lin')).toEqual([]);
    expect(await turns.parked()).toEqual([]);
    broken = false;
    second.clock.advance(120_000);
    await second.engine.idle();
    expect(second.told('lin')).toEqual(['heard one\nheard two']);
    await second.close();
  });

  it('just after a message was sent marks it later, without a second copy', async () => {
    const kit = await startKit();
    await kit.engine.stop();
    const { turns } = kit.store;
    let broken = true;
    const delivered: typeof turns.delivered = async (...given) => {
      if (broken) throw botError('store', 'the disk is full', { retryable: true });
      return turns.delivered(...given);
    };
    const second = await startKit({
      store: { ...kit.store, turns: { ...turns, delivered } },
      clock: kit.clock,
      channels: kit.channels,
    });
    await second.says('lin', 'hello');
    for (let n = 0; n < 5; n += 1) {
      second.clock.advance(60_000);
      await second.engine.idle();
    }
    broken = false;
    second.clock.advance(120_000);
    await second.engine.idle();
    expect(second.told('lin')).toEqual(['heard hello']);
    expect(await turns.pending()).toEqual({ inbox: 0, outbox: 0 });
    await second.close();
  });
});
