/** What every store must do with messages to send. */
import { describe, expect, it } from 'vitest';
import { aReply, later, NOW, outgoing, say, seat } from '../store/samples.ts';
import type { Scene } from './turn-scene.ts';

/** The part of the contract about delivering and the transcript. */
export function outboxContract({ store }: Scene): void {
  describe('delivering', () => {
    const put = (...rows: ReturnType<typeof outgoing>[]) => say(store().turns, 'u', [], { outgoing: rows });
    const dueKeys = async (at = NOW) => (await store().turns.due(at, 10)).map((row) => row.key);
    const idOf = async (key: string) =>
      (await store().turns.due(later(1e9), 10)).find((row) => row.key === key)?.id ?? -1;

    it('sends in order per seat, and a failing seat holds up no other', async () => {
      await put(outgoing('u1', seat('u')), outgoing('u2', seat('u')), outgoing('v1', seat('v')));
      expect(await dueKeys()).toEqual(['u1', 'v1']);
      await store().turns.postpone(await idOf('u1'), later(5000), 'the platform is down');
      expect(await dueKeys()).toEqual(['v1']);
      expect(await store().turns.nextDue()).toEqual(NOW);
      await store().turns.delivered(await idOf('v1'), {}, NOW);
      expect(await store().turns.nextDue()).toEqual(later(5000));
      expect(await dueKeys(later(5000))).toEqual(['u1']);
      await store().turns.delivered(await idOf('u1'), { ts: '1.2' }, later(5000));
      expect(await dueKeys(later(5000))).toEqual(['u2']);
    });

    it('parks a row that failed for good, shows it to staff and goes on', async () => {
      await put(outgoing('u1', seat('u')), outgoing('u2', seat('u')));
      await store().turns.fail(await idOf('u1'), 'blocked by the user');
      expect(await dueKeys()).toEqual(['u2']);
      expect(await store().turns.failed()).toMatchObject([{ address: seat('u'), reason: 'blocked by the user' }]);
    });

    it('lets answers pass a notice that waits out the time in which staff may take it back', async () => {
      const delayed = outgoing('notice', seat('u'), { dueAt: later(10_000).toISOString(), group: 'g' });
      await put(delayed, outgoing('answer', seat('u')));
      expect(await dueKeys()).toEqual(['answer']);
      expect((await store().messages.transcript(seat('u'), 9)).map((row) => row.text)).toEqual([
        'hello',
        'text of answer',
      ]);
      await say(store().turns, 's', [{ type: 'cancel-group', group: 'g' }]);
      expect(await dueKeys(later(20_000))).toEqual(['answer']);
      expect(await store().messages.commandOf('m-notice.1')).toBeNull();
    });

    it('refuses a second row of the same key silently', async () => {
      await put(outgoing('k', seat('u')));
      await put(outgoing('k', seat('u')), outgoing('k2', seat('v')), outgoing('k2', seat('v')));
      expect(await dueKeys()).toEqual(['k', 'k2']);
    });

    it('hands the receipt of the message that an update replaces, and shows only the new one', async () => {
      await put(outgoing('card', seat('desk')));
      await store().turns.delivered(await idOf('card'), { ts: '17.5' }, NOW);
      await put(outgoing('card2', seat('desk'), { updates: 'card' }));
      expect(await store().turns.due(NOW, 5)).toMatchObject([{ key: 'card2', updates: { ts: '17.5' } }]);
      expect((await store().messages.transcript(seat('desk'), 9)).map((row) => row.text)).toEqual(['text of card2']);
    });

    it('counts the staff notices that wait for a room', async () => {
      const notice = {
        kind: 'submitted',
        case: { kind: 'application', id: 'c', reference: 'r', sector: null },
      } as const;
      const told = outgoing('n', seat('desk'), {
        reply: aReply('m-n', '!', { notice }),
        dueAt: later(1).toISOString(),
      });
      await put(told, outgoing('answer', seat('desk')));
      expect(await store().turns.noticesWaiting(seat('desk'))).toBe(1);
      expect(await store().turns.noticesWaiting(seat('elsewhere'))).toBe(0);
    });

    it('keeps the commands behind buttons, and knows which message is the latest', async () => {
      const reply = aReply('m-q', '?', { asks: 'budget', buttons: [{ id: 'm-q.1', label: '预算' }] });
      await put(outgoing('q', seat('u'), { reply, commands: { 'm-q.1': { do: 'help' } }, account: 'account-u' }));
      const known = {
        command: { do: 'help' },
        account: 'account-u',
        to: seat('u'),
        latest: true,
        asks: 'budget',
        label: '预算',
      };
      expect(await store().messages.commandOf('m-q.1')).toEqual(known);
      await put(outgoing('q2', seat('u')));
      expect(await store().messages.commandOf('m-q.1')).toEqual({ ...known, latest: false });
      for (const unknown of ['m-q.2', 'nothing', '', '.', 'm-q.toString'])
        expect(await store().messages.commandOf(unknown)).toBeNull();
    });

    it('pages the transcript backwards from a message', async () => {
      for (let n = 0; n < 5; n += 1) await put(outgoing(`n${n}`, seat('u'), { dueAt: later(n).toISOString() }));
      const [older, newer] = (await store().messages.transcript(seat('u'), 2)).map((row) => row.id);
      expect([older, newer]).toHaveLength(2);
      const before = await store().messages.transcript(seat('u'), 3, older);
      expect(before.map((row) => row.id)).not.toContain(older);
      expect(before).toHaveLength(3);
    });
  });
}
