/** What every store must do with messages that arrive. */
import { describe, expect, it } from 'vitest';
import { anAudit, inbound, LEASE, later, resultOf, STATE, say, seat } from '../store/samples.ts';
import type { Scene } from './turn-scene.ts';
import { saidIn } from './turn-scene.ts';

/** The half of the contract about accepting and claiming. */
export function inboxContract({ store, claim, claimOne }: Scene): void {
  describe('accepting', () => {
    it('gives every message 128 random bits and hands back what came in, whatever it holds', async () => {
      const hostile = 'a\u0000b\ud800 揭榜 "\' 🧑‍🔬 '.repeat(3);
      const message = inbound('u', hostile, {
        messageId: 'p1',
        languageHint: 'en-GB',
        files: [{ id: 'f', name: '申报书.docx', bytes: null }],
      });
      await store().turns.accept([message]);
      const turn = await claimOne();
      expect(turn.messages[0]?.inbound).toEqual(message);
      expect(turn.messages[0]?.turn).toMatch(/^[0-9a-f]{32}$/);
      expect(turn).toMatchObject({ account: null, state: null, version: 0, attempts: 0 });
    });

    it('drops a message when any of its keys was seen, in the same batch or long after', async () => {
      await store().turns.accept([
        inbound('u', 'one', { keys: ['event-1', 'ts-1'] }),
        inbound('u', 'again', { keys: ['event-2', 'ts-1'] }),
      ]);
      await store().turns.commit([resultOf(await claimOne(), 'a')]);
      await store().turns.accept([
        inbound('u', 'redelivered', { keys: ['event-1'] }),
        inbound('u', 'new', { keys: ['event-3'] }),
      ]);
      expect(saidIn(await claim())).toEqual([['new']]);
    });

    it('takes a text of 1 MB and ten thousand messages at once', async () => {
      const long = '揭'.repeat(349_525);
      await store().turns.accept([inbound('long', long)]);
      await store().turns.accept(Array.from({ length: 10_000 }, (_, n) => inbound(`u${n % 100}`, `${n}`)));
      const [first] = await claim(1);
      expect(first?.messages[0]?.inbound.said).toBe(long);
      expect(await store().turns.pending()).toEqual({ inbox: 10_001, outbox: 0 });
    });
  });

  describe('claiming', () => {
    it("follows the platform's order within a batch and arrival across batches", async () => {
      await store().turns.accept([
        inbound('u', 'third', { sequence: 9 }),
        inbound('u', 'first', { sequence: 2 }),
        inbound('u', 'second', { sequence: 5 }),
      ]);
      await store().turns.accept([inbound('u', 'fourth', { sequence: 1 })]);
      expect(saidIn(await claim())).toEqual([['first', 'second', 'third', 'fourth']]);
    });

    it('never hands out two turns of one account, even from two seats of it', async () => {
      await say(store().turns, 'u');
      await store().staff.link(seat('u2', 'telegram'), 'account-u', anAudit('account-u'));
      await store().turns.accept([inbound('u', 'web')]);
      await store().turns.accept([
        inbound('u', 'phone', { address: seat('u2', 'telegram') }),
        inbound('v', 'somebody else'),
      ]);
      expect(saidIn(await claim())).toEqual([['web', 'phone'], ['somebody else']]);
      await store().turns.accept([inbound('u', 'meanwhile', { address: seat('u2', 'telegram') })]);
      expect(await claim()).toEqual([]);
    });

    it('queues with the account what waited from a seat before the seat was linked', async () => {
      await store().turns.accept([inbound('u', 'hello')]);
      const first = await claimOne();
      await store().turns.accept([inbound('u', 'and this')]);
      await store().turns.commit([resultOf(first, 'a')]);
      expect(await claimOne()).toMatchObject({ account: 'a', version: 1, state: STATE });
    });

    it('takes at most twenty messages of a burst, the rest in the next turn', async () => {
      await store().turns.accept(Array.from({ length: 25 }, (_, n) => inbound('u', `${n}`, { sequence: n })));
      const turn = await claimOne();
      expect(turn.messages).toHaveLength(20);
      await store().turns.commit([resultOf(turn, 'a')]);
      expect(saidIn(await claim())).toEqual([['20', '21', '22', '23', '24']]);
    });

    it('serves those who waited longest first, up to the limit', async () => {
      for (const user of ['a', 'b', 'c']) await store().turns.accept([inbound(user, user)]);
      expect(saidIn(await claim(2))).toEqual([['a'], ['b']]);
      expect(saidIn(await claim(2))).toEqual([['c']]);
    });

    it('does not hand a message out twice when two loops ask at the same instant', async () => {
      await store().turns.accept(Array.from({ length: 20 }, (_, n) => inbound(`u${n}`, `${n}`)));
      const both = await Promise.all([claim(10), claim(10)]);
      expect(new Set(saidIn(both.flat()).flat()).size).toBe(20);
    });

    it('frees a lease that was not renewed, and keeps one that was', async () => {
      await store().turns.accept([inbound('u', 'x')]);
      const turn = await claimOne();
      await store().turns.renew(
        turn.messages.map((message) => message.inbox),
        later(2 * LEASE),
      );
      expect(await claim(1, later(LEASE))).toEqual([]);
      expect(saidIn(await claim(1, later(2 * LEASE)))).toEqual([['x']]);
    });

    it('counts the attempts of a turn given back and holds it until its time', async () => {
      await store().turns.accept([inbound('u', 'x')]);
      const inboxes = (await claimOne()).messages.map((message) => message.inbox);
      await store().turns.release(inboxes, later(500), 'the model was silent');
      expect(await claim(1, later(499))).toEqual([]);
      expect((await claimOne(later(500))).attempts).toBe(1);
    });
  });
}
