import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reduce } from '../../src/conversation/reducer-types.ts';
import { botError } from '../../src/errors.ts';
import { aNeed, membership } from '../support/case-fixtures.ts';
import { anAccount, entry } from '../support/desk-house.ts';
import { say } from '../support/echo-reducer.ts';
import { type EngineKit, seat, startKit } from '../support/engine-kit.ts';
import { outage } from '../support/fake-channel.ts';

let kit: EngineKit;
afterEach(() => kit.close());

/** Reads the need and writes it one version up, with who did it. */
const countUp: Reduce = (state, event, book) => {
  if (event.type !== 'case-read') {
    return { state, effects: [], queries: [{ type: 'case', by: aNeed().id, next: { do: 'queue' } }] };
  }
  const record = event.case?.record;
  if (!record) return { state, queries: [], effects: [{ type: 'reply', say: say('nothing') }] };
  const next = { ...record, version: record.version + 1, title: `${record.title} ${book.mine.account.id}` };
  return {
    state,
    queries: [],
    effects: [
      {
        type: 'save-case',
        record: next,
        expected: record.version,
        action: 'accept',
        from: record.status,
        reason: '理由',
      },
      { type: 'reply', say: say(`version ${next.version}`) },
    ],
  };
};

async function hire(account: string): Promise<void> {
  await kit.store.staff.add(anAccount(account), membership(account, 'reviewer'), entry(account, 'hire'));
  await kit.store.staff.link(seat(account), account, entry(account, 'link'));
}

describe('two who act on one case at the same instant', () => {
  it('both act, one after the other, each on what the other left', async () => {
    kit = await startKit({ reduce: countUp });
    const staff = ['ann', 'bob', 'cai', 'dan'];
    for (const who of staff) await hire(who);
    await kit.store.load.load({ cases: [aNeed()] });
    await Promise.all(staff.map((who) => kit.hears(who, 'up')));
    for (let n = 0; n < 5; n += 1) {
      await kit.engine.idle();
      kit.clock.advance(10_000);
    }
    const record = await kit.store.records.case(aNeed().id);
    expect(record?.version).toBe(aNeed().version + staff.length);
    for (const who of staff) expect(record?.title).toContain(who);
    expect(staff.flatMap((who) => kit.told(who)).toSorted()).toEqual(
      staff.map((_, n) => `version ${aNeed().version + n + 1}`),
    );
    expect(await kit.store.turns.parked()).toEqual([]);
  });

  it('leave who, when and a hash of why in the audit, and never the words', async () => {
    kit = await startKit({ reduce: countUp });
    await hire('ann');
    await kit.store.load.load({ cases: [aNeed()] });
    await kit.says('ann', 'up');
    const [row] = await kit.store.records.audit(aNeed().id, 1);
    expect(row).toMatchObject({ actor: 'ann', action: 'accept', from: 'posted', at: kit.clock.iso() });
    expect(row?.reasonHash).toBe(createHash('sha256').update('理由').digest('hex'));
  });

  it('and a conflict without end is put aside after three tries, not tried for ever', async () => {
    kit = await startKit();
    await kit.engine.stop();
    const { turns } = kit.store;
    let commits = 0;
    const commit = async (): Promise<void> => {
      commits += 1;
      throw botError('conflict', 'a unique rule refused it', { retryable: true });
    };
    const second = await startKit({
      store: { ...kit.store, turns: { ...turns, commit } },
      clock: kit.clock,
      channels: kit.channels,
    });
    await second.hears('lin', 'hello');
    for (let n = 0; n < 6; n += 1) {
      await second.engine.idle();
      second.clock.advance(60_000);
    }
    await second.engine.stop();
    expect(commits).toBeLessThanOrEqual(12);
    expect(await turns.parked()).toHaveLength(1);
    expect(second.told('lin')).toEqual([expect.stringContaining('Sorry')]);
  });
});

describe('what somebody else is told', () => {
  const tellAnn: Reduce = (state, event, book) => {
    const notice = { kind: 'moved', case: { kind: 'need', id: 'n', reference: 'N-1', sector: null } } as const;
    const moves = event.type === 'said' && event.text === 'tell ann';
    if (!moves)
      return { state, queries: [], effects: [{ type: 'reply', say: say(`hello ${book.mine.account.locale}`) }] };
    return {
      state,
      queries: [],
      effects: [
        { type: 'tell', to: { account: 'ann' }, say: { ...say('news'), lines: [{ key: 'kind.need' }] }, notice },
        { type: 'tell', to: { account: 'nobody' }, say: say('lost'), notice },
      ],
    };
  };

  it('reaches them where they last were, in their language', async () => {
    kit = await startKit({ reduce: tellAnn });
    await kit.store.load.load({ accounts: [{ ...anAccount('ann'), locale: 'en', localeChosen: true }] });
    const onTelegram = seat('ann-t', 'telegram');
    await kit.store.staff.link(seat('ann-w'), 'ann', entry('ann', 'link'));
    await kit.store.staff.link(onTelegram, 'ann', entry('ann', 'link'));
    await kit.receive('ann-t', { address: onTelegram, said: 'hi' });
    await kit.engine.idle();
    kit.clock.advance(1_000);
    await kit.says('ann-w', 'hi');
    await kit.says('lin', 'tell ann');
    expect(kit.told('ann-w')).toHaveLength(2);
    expect(kit.told('ann-w')[1]).toMatch(/^[A-Za-z ]+$/);
    kit.clock.advance(1_000);
    await kit.receive('ann-t', { address: onTelegram, said: 'hi again' });
    await kit.engine.idle();
    await kit.says('lin', 'tell ann');
    expect(kit.channels.telegram.texts('ann-t')).toHaveLength(3);
    expect(kit.told('lin')).toEqual([]);
  });
});

describe('eight messages that fail together', () => {
  it('are one outage: the platform is tried again after the first wait', async () => {
    kit = await startKit();
    kit.channels.telegram.trouble = () => {
      throw outage();
    };
    for (let n = 0; n < 8; n += 1) await kit.receive(`u${n}`, { address: seat(`u${n}`, 'telegram'), said: 'hi' });
    await kit.engine.idle();
    kit.channels.telegram.trouble = null;
    kit.clock.advance(1_000);
    await kit.engine.idle();
    expect(kit.channels.telegram.sent).toHaveLength(8);
  });
});
