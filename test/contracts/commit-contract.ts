/** What every store must do with the results of turns. */
import { describe, expect, it } from 'vitest';
import {
  AT,
  aDraft,
  anApplication,
  anAudit,
  aProfile,
  inbound,
  LEASE,
  later,
  NOW,
  outgoing,
  resultOf,
  say,
  seat,
} from '../store/samples.ts';
import type { Scene } from './turn-scene.ts';
import { saidIn } from './turn-scene.ts';

/** The part of the contract about committing. */
export function commitContract({ store, claim, claimOne }: Scene): void {
  describe('committing', () => {
    it('writes records, state, transcript, audit and outbox of a turn together', async () => {
      await store().turns.accept([inbound('u', '我要揭榜', { messageId: 'p1' })]);
      const turn = await claimOne();
      const record = anApplication('c1', 'a');
      const draft = aDraft('d1', 'a');
      await store().turns.commit([
        resultOf(turn, 'a', {
          effects: [
            { type: 'save-draft', draft },
            { type: 'save-case', record, expected: 0, action: 'submit', from: null },
            { type: 'save-profile', profile: aProfile('p1', 'a'), expected: 0 },
            { type: 'save-account', account: { ...resultOf(turn, 'a').account, locale: 'en' } },
          ],
          audit: [anAudit('c1')],
          outgoing: [outgoing('t.1', seat('u'), { account: 'a' })],
        }),
      ]);
      expect(await store().records.draft('d1')).toEqual(draft);
      expect(await store().records.case('JB-c1')).toEqual(record);
      expect((await store().records.profileOf('a'))?.id).toBe('p1');
      expect((await store().records.account('a'))?.locale).toBe('en');
      expect(await store().records.accountAt(seat('u'))).toBe('a');
      expect(await store().records.addresses('a')).toEqual([seat('u')]);
      expect((await store().records.audit('c1', 10)).map((entry) => entry.action)).toEqual(['submit']);
      const rows = await store().messages.transcript(seat('u'), 10);
      expect(rows.map((row) => [row.direction, row.text, row.messageId])).toEqual([
        ['in', '我要揭榜', 'p1'],
        ['out', 'text of t.1', undefined],
      ]);
      expect(await store().messages.turnOfMessage(seat('u'), 'p1')).toBe(turn.messages[0]?.turn);
      expect((await store().turns.due(NOW, 10)).map((row) => row.key)).toEqual(['t.1']);
      expect(await store().turns.pending()).toEqual({ inbox: 0, outbox: 1 });
    });

    it('refuses a turn whose conversation, case or message moved, and writes nothing of it', async () => {
      await say(store().turns, 'u', [
        { type: 'save-case', record: anApplication('c1', 'account-u'), expected: 0, action: 'submit', from: null },
      ]);
      await store().turns.accept([inbound('u', 'x')]);
      const turn = await claimOne();
      const stale = {
        type: 'save-case',
        record: anApplication('c1', 'account-u', { version: 2, title: 'changed' }),
        expected: 7,
        action: 'edit',
        from: null,
      } as const;
      const result = resultOf(turn, 'account-u', { effects: [stale], outgoing: [outgoing('t.1', seat('u'))] });
      await expect(store().turns.commit([result])).rejects.toMatchObject({ code: 'conflict' });
      await expect(
        store().turns.commit([{ ...result, effects: [], turn: { ...turn, version: 0 } }]),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect((await store().records.case('c1'))?.title).toBe('高温合金');
      expect(await store().turns.pending()).toEqual({ inbox: 1, outbox: 0 });
      await store().turns.commit([{ ...result, effects: [] }]);
      await expect(store().turns.commit([{ ...result, effects: [] }])).rejects.toMatchObject({ code: 'conflict' });
      expect(await store().turns.pending()).toEqual({ inbox: 0, outbox: 1 });
    });

    it('loses no turn that waits beside one in conflict', async () => {
      await store().turns.accept(Array.from({ length: 8 }, (_, n) => inbound(`u${n}`, `${n}`)));
      const turns = await claim();
      const outcomes = await Promise.allSettled(
        turns.map((turn, n) => store().turns.commit([resultOf(n === 3 ? { ...turn, version: 5 } : turn, `a${n}`)])),
      );
      expect(outcomes.map((outcome) => outcome.status)).toEqual(
        turns.map((_, n) => (n === 3 ? 'rejected' : 'fulfilled')),
      );
      expect((await store().turns.pending()).inbox).toBe(1);
    });

    it('writes the results of one call all or none', async () => {
      await store().turns.accept([inbound('u', 'x'), inbound('v', 'y')]);
      const [one, two] = await claim();
      if (!one || !two) throw new Error('two turns were expected');
      const together = store().turns.commit([resultOf(one, 'a'), resultOf({ ...two, version: 9 }, 'b')]);
      await expect(together).rejects.toMatchObject({ code: 'conflict' });
      expect(await store().records.account('a')).toBeNull();
      expect((await store().turns.pending()).inbox).toBe(2);
    });

    it('keeps one open application draft per account and list', async () => {
      await say(store().turns, 'u', [{ type: 'save-draft', draft: aDraft('d1', 'account-u') }]);
      await expect(
        say(store().turns, 'u', [{ type: 'save-draft', draft: aDraft('d2', 'account-u') }]),
      ).rejects.toMatchObject({ code: 'conflict' });
      const turn = await claimOne(later(LEASE));
      await store().turns.commit([
        resultOf(turn, 'account-u', {
          effects: [
            { type: 'delete-draft', id: 'd1' },
            { type: 'save-draft', draft: aDraft('d2', 'account-u') },
          ],
        }),
      ]);
      expect((await store().records.drafts('account-u')).map((draft) => draft.id)).toEqual(['d2']);
    });

    it('keeps one live application per list and unit, also when two race', async () => {
      const organisation = { name: '示例大学', creditCode: '12330000470009072L' };
      const submit = (user: string, listing = 'listing-1') =>
        ({
          type: 'save-case',
          record: anApplication(`c-${user}`, `a-${user}`, { organisation, listing }),
          expected: 0,
          action: 'submit',
          from: null,
        }) as const;
      await store().turns.accept(['u', 'v', 'w'].map((user) => inbound(user, 'submit')));
      const turns = await claim();
      const outcomes = await Promise.allSettled(
        turns.map((turn, n) =>
          store().turns.commit([
            resultOf(turn, `a${n}`, { effects: [submit(`${n}`, n === 2 ? 'listing-2' : 'listing-1')] }),
          ]),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(2);
      expect(await store().records.countCases({ kinds: ['application'] })).toBe(2);
    });

    it('lets consent be given and withdrawn, and return links be made and revoked', async () => {
      const consent = {
        account: 'account-u',
        kind: 'data',
        textVersion: '1',
        textHash: 'h',
        at: AT,
        channel: 'web',
      } as const;
      await say(store().turns, 'u', [
        { type: 'save-consent', consent },
        { type: 'save-return-link', tokenHash: 'th' },
      ]);
      expect(await store().records.consents('account-u')).toEqual([consent]);
      expect(await store().records.hasReturnLink('account-u')).toBe(true);
      expect(await store().sessions.accountOfReturnLink('th')).toBe('account-u');
      await store().sessions.link(seat('other'), 'account-u', NOW);
      expect(await store().records.accountAt(seat('other'))).toBe('account-u');
      await say(store().turns, 'u', [{ type: 'withdraw-consent', kind: 'data' }, { type: 'revoke-return-links' }]);
      expect(await store().records.consents('account-u')).toEqual([]);
      expect(await store().sessions.accountOfReturnLink('th')).toBeNull();
    });

    it('parks a message with an apology and goes on with the next', async () => {
      await store().turns.accept([inbound('u', 'poison'), inbound('u', 'fine', { sequence: 1 })]);
      const [poison] = (await claimOne()).messages;
      await store().turns.park(poison?.inbox ?? 0, 'it threw three times', outgoing('sorry', seat('u')));
      expect(await store().turns.parked()).toMatchObject([
        { address: seat('u'), reason: 'it threw three times', at: AT },
      ]);
      expect((await store().turns.due(NOW, 5)).map((row) => row.key)).toEqual(['sorry']);
      expect(saidIn(await claim(5, later(LEASE)))).toEqual([['fine']]);
    });
  });
}
