import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../src/conversation/address.ts';
import type { Effect } from '../../src/conversation/reducer-types.ts';
import type { Store } from '../../src/ports/store.ts';
import type { TurnResult } from '../../src/ports/turn.ts';
import type { StoredFile } from '../../src/programme/answer.ts';
import { erasedMark } from '../../src/programme/reference.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aRequest } from '../support/request-fixtures.ts';
import {
  AT,
  aDraft,
  anAccount,
  anApplication,
  anAudit,
  aProfile,
  aReply,
  inbound,
  LEASE,
  later,
  NOW,
  outgoing,
  randomId,
  resultOf,
  seat,
  temporaryFolder,
} from './samples.ts';

const CANARIES = [
  '金丝雀张三',
  'canary-13900000000',
  'canary-room',
  'canary-file-bytes',
  'canary-answer',
  'canary-handoff',
  'canary-draft',
];
const ME: Address = { channel: 'web', room: 'canary-room', user: 'canary-room' };
const KEPT = '依法保留的申报书';

describe('a person who asks to be forgotten', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let store: Store;
  beforeEach(async () => {
    ({ path: folder, remove } = await temporaryFolder());
    store = await openStore(`sqlite:${join(folder, 'store.db')}`, { clock: { now: () => NOW }, randomId });
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  const turn = async (
    effects: readonly Effect[],
    more: Partial<TurnResult> = {},
    said = 'hello',
    address = ME,
    account = 'me',
  ): Promise<void> => {
    await store.turns.accept([inbound('x', said, { address })]);
    const [claimed] = await store.turns.claim(NOW, 1, LEASE);
    if (!claimed) throw new Error('nothing to claim');
    await store.turns.commit([resultOf(claimed, account, { effects, ...more })]);
  };
  const file = (text: string): Promise<StoredFile> =>
    store.files.put(new TextEncoder().encode(text), 'f.txt', 'text/plain');
  const deliverAll = async (): Promise<void> => {
    for (;;) {
      const due = await store.turns.due(later(1e6), 50);
      if (due.length === 0) return;
      for (const row of due) await store.turns.delivered(row.id, {}, NOW);
    }
  };
  /** Every byte on disk, journal included, searched for what should not be there any more. */
  const found = async (texts: readonly string[]): Promise<readonly string[]> => {
    const names = await readdir(folder);
    const bytes = Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
    return texts.filter((text) => bytes.includes(text));
  };

  async function livesHere(): Promise<{ readonly mine: StoredFile; readonly shared: StoredFile }> {
    const [mine, shared] = [await file('canary-file-bytes '.repeat(90_000)), await file('a file two people hold')];
    const record = (id: string, more: object) =>
      ({
        type: 'save-case',
        record: anApplication(id, 'me', { listing: id, ...more }),
        expected: 0,
        action: 'x',
        from: null,
      }) as const;
    const notice = { kind: 'handoff', case: { kind: 'application', id: '', reference: '', sector: null } } as const;
    const effects: readonly Effect[] = [
      { type: 'save-account', account: { ...anAccount('me'), name: '金丝雀张三' } },
      {
        type: 'save-profile',
        profile: aProfile('mine', 'me', { name: '金丝雀张三', answers: { cv: [mine] } }),
        expected: 0,
      },
      {
        type: 'save-draft',
        draft: aDraft('d', 'me', { answers: { note: 'canary-draft '.repeat(2000), file: [mine, shared] } }),
      },
      record('submitted', { title: KEPT }),
      record('withdrawn', { status: 'withdrawn', answers: { phone: 'canary-13900000000' } }),
      {
        type: 'save-consent',
        consent: { account: 'me', kind: 'data', textVersion: '1', textHash: 'h', at: AT, channel: 'web' },
      },
      { type: 'save-return-link', tokenHash: 'my-link' },
      { type: 'log-suggestion', listings: ['l1'], purpose: 'search' },
      { type: 'handoff', request: aRequest('me', 'canary-handoff') },
    ];
    await turn(
      effects,
      {
        audit: [anAudit('submitted', { actor: 'me' })],
        outgoing: [
          outgoing('answer', ME, { account: 'me', reply: aReply('m1', 'canary-answer') }),
          outgoing('staff', seat('desk'), { reply: aReply('m2', 'canary-handoff', { notice }) }),
        ],
      },
      'canary-13900000000',
    );
    await store.sessions.open({ secretHash: 's', room: ME.room, staff: null, at: NOW, until: later(1e9) });
    await store.vectors.save('e', [
      { key: 'mine:expertise', textHash: 'h', vector: new Float32Array(4) },
      { key: 'other', textHash: 'h', vector: new Float32Array(4) },
    ]);
    await turn(
      [{ type: 'save-draft', draft: aDraft('theirs', 'other', { answers: { file: [shared] } }) }],
      {},
      'I am somebody else',
      seat('other'),
      'other',
    );
    return { mine, shared };
  }

  it('is forgotten: no byte of theirs is left in the file or its journal once the receipt is sent', async () => {
    const { mine, shared } = await livesHere();
    expect(await found(CANARIES)).toEqual(CANARIES);
    const receipt = outgoing('receipt', ME, { reply: aReply('m9', '已删除') });
    await turn(
      [{ type: 'delete-account' }],
      { outgoing: [receipt], said: [], audit: [anAudit('me', { actor: 'me', action: 'delete-account' })] },
      '删除我的数据',
    );
    expect((await store.turns.due(later(1e6), 50)).map((row) => [row.key, row.to])).toContainEqual(['receipt', ME]);
    await deliverAll();
    await store.turns.accept([]);

    expect(await found(CANARIES)).toEqual([]);
    expect(await store.records.account('me')).toBeNull();
    expect(await store.records.accountAt(ME)).toBeNull();
    expect(
      [
        await store.records.drafts('me'),
        await store.records.consents('me'),
        await store.messages.transcript(ME, 9),
      ].flat(),
    ).toEqual([]);
    expect([
      await store.records.profileOf('me'),
      await store.sessions.find('s', NOW),
      await store.sessions.accountOfReturnLink('my-link'),
    ]).toEqual([null, null, null]);
    expect([await store.files.get(mine.sha256), (await store.vectors.load('e')).map((row) => row.key)]).toEqual([
      null,
      ['other'],
    ]);
    expect(await store.files.get(shared.sha256)).not.toBeNull();
    expect((await store.records.drafts('other')).map((draft) => draft.id)).toEqual(['theirs']);
    expect((await store.messages.transcript(seat('other'), 9)).map((row) => row.text)).toEqual(['I am somebody else']);
  });

  it('is forgotten by pages that were split and shifted too, one person in three of many', async () => {
    const people = Array.from({ length: 60 }, (_, n) => ({ me: `person-${n}`, secret: `canary${n}x` }));
    for (let round = 1; round <= 4; round += 1) {
      for (const [n, { me, secret }] of people.entries()) {
        const draft = aDraft(me, me, { version: round, answers: { x: secret.repeat(((n * round * 13) % 300) + 1) } });
        await turn([{ type: 'save-draft', draft }], {}, secret.repeat(((n * round) % 50) + 1), seat(me), me);
      }
    }
    const leaving = people.filter((_, n) => n % 3 === 0);
    for (const { me } of leaving) await turn([{ type: 'delete-account' }], { said: [] }, 'delete', seat(me), me);
    expect(await found(leaving.map((one) => one.secret))).toEqual([]);
    expect(await found(people.map((one) => one.secret))).toHaveLength(40);
  });

  it('leaves submitted papers to the procedure, without an owner, and the audit whole', async () => {
    await livesHere();
    const number = (await store.records.case('withdrawn'))?.reference ?? '';
    await turn([{ type: 'delete-account' }], { said: [] });
    expect(await store.records.case('submitted')).toMatchObject({ owner: null, title: KEPT, version: 2 });
    expect(await store.records.case('withdrawn')).toBeNull();
    expect((await store.records.audit('submitted', 9)).map((entry) => entry.actor)).toEqual(['me']);
    // What was withdrawn is known by the mark of its number alone, so that a notice of it is not a riddle.
    const [mark] = await store.records.audit(erasedMark(number), 9);
    expect(mark).toMatchObject({ action: 'erase-case', from: 'withdrawn' });
    expect(await store.verifyAudit()).toMatchObject({ rows: 2, brokenAt: null });
  });

  it('may come back as a stranger, and a late redelivery of an old message stays a duplicate', async () => {
    await livesHere();
    await store.turns.accept([inbound('x', 'delete me', { address: ME, keys: ['platform:17'] })]);
    const [claimed] = await store.turns.claim(NOW, 1, LEASE);
    if (!claimed) throw new Error('nothing to claim');
    await store.turns.accept([inbound('x', 'hello again', { address: ME })]);
    await store.turns.commit([resultOf(claimed, 'me', { effects: [{ type: 'delete-account' }], said: [] })]);
    await store.turns.accept([inbound('x', 'delete me', { address: ME, keys: ['platform:17'] })]);
    const [stranger, ...others] = await store.turns.claim(later(LEASE), 9, LEASE);
    expect(others).toEqual([]);
    expect(stranger).toMatchObject({ account: null, version: 0, messages: [{ inbound: { said: 'hello again' } }] });
  });
});
