/** What every store must do with the programme's records, files, vectors, sessions and staff. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import type { Membership } from '../../src/programme/records.ts';
import {
  AT,
  aDraft,
  aListing,
  anAccount,
  anApplication,
  anAudit,
  aProfile,
  later,
  NOW,
  say,
  seat,
} from '../store/samples.ts';

const membership = (id: string, account: string, more: Partial<Membership> = {}): Membership => ({
  ...{ id, account, role: 'reviewer', organisation: null, division: 'high-tech', grantedAt: AT, revokedAt: null },
  ...more,
});

/** Runs the contract on stores made by `make`; each test gets a fresh one and closes it. */
export function recordRepositoryContract(
  name: string,
  make: () => Promise<{ readonly store: Store; readonly done: () => Promise<void> }>,
): void {
  describe(`${name} keeps the record repository's contract`, () => {
    let store: Store;
    let done: () => Promise<void>;
    beforeEach(async () => {
      ({ store, done } = await make());
    });
    afterEach(() => done());

    it('is empty until programme data is loaded, whoever signs up', async () => {
      expect(await store.records.isEmpty()).toBe(true);
      await store.staff.add(anAccount('s'), membership('m', 's'), anAudit('s'));
      expect(await store.records.isEmpty()).toBe(true);
      await store.load.load({
        batches: [
          { id: 'b', name: '首批', year: 2021, announced: { lists: 30, yuan: null, note: null }, source: 'archive' },
        ],
      });
      expect(await store.records.isEmpty()).toBe(false);
    });

    it('answers with null and nothing for what is not there', async () => {
      const { records } = store;
      const nobody = await Promise.all([
        records.account('x'),
        records.accountAt(seat('x')),
        records.profileOf('x'),
        records.draft('x'),
        records.case('x'),
      ]);
      expect(nobody).toEqual([null, null, null, null, null]);
      const nothing = await Promise.all([
        records.addresses('x'),
        records.memberships('x'),
        records.staff(),
        records.consents('x'),
        records.drafts('x'),
        records.profiles(),
        records.batches(),
        records.cases({}),
      ]);
      expect(nothing.flat()).toEqual([]);
    });

    it('gives back exactly what was loaded, and replaces it when loaded again', async () => {
      const odd = '高温合金 \u0000 \ud800 "\\\' $(x) 🧑‍🔬';
      const listing = aListing('l1', { title: odd, answers: { money: { yuan: 1e15 }, none: null, share: 0.1 } });
      const profile = aProfile('p1', null, { name: odd });
      const draft = aDraft('d1', 'a', { answers: { 单位: odd } });
      await store.load.load({
        accounts: [anAccount('a')],
        cases: [listing],
        profiles: [profile],
        drafts: [draft],
        audit: [anAudit('l1')],
      });
      expect(await store.records.case('l1')).toEqual(listing);
      expect(await store.records.profiles()).toEqual([profile]);
      expect(await store.records.draft('d1')).toEqual(draft);
      await store.load.load({ cases: [{ ...listing, title: 'again', version: 2 }] });
      expect(await store.records.case('B-l1')).toMatchObject({ title: 'again', version: 2 });
      expect(await store.records.countCases({})).toBe(1);
    });

    it('loads ten thousand lists in one call', async () => {
      await store.load.load({ cases: Array.from({ length: 10_000 }, (_, n) => aListing(`l${n}`)) });
      expect(await store.records.countCases({ kinds: ['listing'] })).toBe(10_000);
    });

    it('filters cases by everything a desk asks for, page by page in a steady order', async () => {
      const day = (n: number) => `2026-03-0${n}T00:00:00.000Z`;
      await store.load.load({
        cases: [
          aListing('l1', { createdAt: day(1), sector: 'energy', source: 'archive' }),
          aListing('l2', { createdAt: day(2), status: 'closed', turn: 'staff' }),
          anApplication('a1', 'u', { createdAt: day(3), statusSince: day(9), turn: 'applicant' }),
          anApplication('a2', 'v', { createdAt: day(4), statusSince: day(5) }),
        ],
      });
      const ids = async (filter: Parameters<typeof store.records.cases>[0]) =>
        (await store.records.cases(filter)).map((record) => record.id);
      expect(await ids({})).toEqual(['a2', 'a1', 'l2', 'l1']);
      expect(await ids({ order: 'waiting', kinds: ['application'] })).toEqual(['a2', 'a1']);
      expect(await ids({ limit: 2, offset: 1 })).toEqual(['a1', 'l2']);
      expect(await ids({ kinds: ['listing'], statuses: ['published', 'closed'] })).toEqual(['l2', 'l1']);
      expect(await ids({ sectors: ['energy'] })).toEqual(['l1']);
      expect(await ids({ sources: ['live'], turns: ['staff'] })).toEqual(['a2', 'l2']);
      expect(await ids({ owner: 'u' })).toEqual(['a1']);
      expect(await ids({ listing: 'listing-1' })).toEqual(['a2', 'a1']);
      expect(await ids({ kinds: [] })).toEqual([]);
      expect(await store.records.countCases({ listing: 'listing-1', limit: 1 })).toBe(2);
    });

    it('keeps bytes by their content, in chunks, once', async () => {
      const bytes = Uint8Array.from({ length: 2_500_000 }, (_, n) => n % 251);
      const stored = await store.files.put(bytes, '申报书.pdf', 'application/pdf');
      expect(stored).toMatchObject({ name: '申报书.pdf', mime: 'application/pdf', bytes: 2_500_000 });
      expect(await store.files.put(bytes, 'copy.pdf', 'application/pdf')).toMatchObject({
        sha256: stored.sha256,
        name: 'copy.pdf',
      });
      expect(Buffer.compare((await store.files.get(stored.sha256)) ?? new Uint8Array(), bytes)).toBe(0);
      const empty = await store.files.put(new Uint8Array(), 'empty.txt', 'text/plain');
      expect(await store.files.get(empty.sha256)).toEqual(new Uint8Array());
      expect(await store.files.get('unknown')).toBeNull();
    });

    it('keeps vectors per embedder, to the bit', async () => {
      const vector = Float32Array.from([0.1, -0.5, 1e-30]);
      await store.vectors.save('e1', [
        { key: 'l1', textHash: 'h1', vector },
        { key: 'l2', textHash: 'h2', vector: vector.subarray(1) },
      ]);
      await store.vectors.save('e2', [{ key: 'l1', textHash: 'h1', vector }]);
      await store.vectors.save('e1', [{ key: 'l1', textHash: 'new', vector }]);
      const rows = await store.vectors.load('e1');
      expect(rows).toEqual([
        { key: 'l1', textHash: 'new', vector },
        { key: 'l2', textHash: 'h2', vector: vector.slice(1) },
      ]);
      await store.vectors.remove(['l1']);
      expect([(await store.vectors.load('e1')).length, (await store.vectors.load('e2')).length]).toEqual([1, 0]);
    });

    it('knows web sessions until they end', async () => {
      await store.sessions.open({ secretHash: 'h', room: 'r', staff: null, at: NOW, until: later(1000) });
      expect(await store.sessions.find('h', NOW)).toEqual({ room: 'r', staff: null });
      expect(await store.sessions.find('h', later(1000))).toBeNull();
      await store.sessions.open({ secretHash: 'h', room: 'another', staff: null, at: NOW, until: later(5000) });
      expect(await store.sessions.find('h', later(1000))).toEqual({ room: 'r', staff: null });
      await store.sessions.close('h');
      expect(await store.sessions.find('h', NOW)).toBeNull();
    });

    it('lets a staff sign-in link work once, in its time, also when two use it at once', async () => {
      await store.staff.add(anAccount('s'), membership('m', 's'), anAudit('s'));
      await store.sessions.addOwnerLink('t1', 's', later(1000));
      await store.sessions.addOwnerLink('t2', 's', later(1000));
      const uses = await Promise.all([1, 2, 3].map(() => store.sessions.useOwnerLink('t1', NOW)));
      expect(uses.filter((account) => account === 's')).toHaveLength(1);
      expect(await store.sessions.useOwnerLink('t2', later(1000))).toBeNull();
      expect(await store.sessions.useOwnerLink('unknown', NOW)).toBeNull();
    });

    it('grants roles and takes them back with every session and link, all audited', async () => {
      await store.staff.add(anAccount('s'), membership('m1', 's'), anAudit('s', { action: 'grant' }));
      await store.staff.add(
        anAccount('s'),
        membership('m2', 's', { role: 'admin' }),
        anAudit('s', { action: 'grant' }),
      );
      await store.staff.add(anAccount('lead'), membership('m3', 'lead', { role: 'lead' }), anAudit('lead'));
      await store.staff.link(seat('U1', 'slack'), 's', anAudit('s', { action: 'link' }));
      await store.sessions.open({ secretHash: 'h', room: 'desk:s', staff: 's', at: NOW, until: later(1000) });
      expect(await store.records.staff()).toEqual([
        { account: anAccount('s'), memberships: [membership('m1', 's'), membership('m2', 's', { role: 'admin' })] },
      ]);
      expect(await store.records.accountAt(seat('U1', 'slack'))).toBe('s');
      await store.staff.revoke('s', AT, anAudit('s', { action: 'revoke' }));
      expect(await store.records.staff()).toEqual([]);
      expect(await store.records.memberships('s')).toEqual([]);
      expect(await store.records.accountAt(seat('U1', 'slack'))).toBeNull();
      expect(await store.sessions.find('h', NOW)).toBeNull();
      expect((await store.records.audit('s', 9)).map((entry) => entry.action)).toEqual([
        'revoke',
        'link',
        'grant',
        'grant',
      ]);
    });

    it('chains the audit, newest first when read', async () => {
      const entries = [1, 2, 3].map((n) => anAudit('c1', { action: `act-${n}`, reasonHash: n === 2 ? 'r' : null }));
      for (const entry of entries) await store.load.load({ audit: [entry] });
      await store.load.load({ audit: [anAudit('other'), anAudit('c1', { action: 'act-4' })] });
      expect((await store.records.audit('c1', 2)).map((entry) => entry.action)).toEqual(['act-4', 'act-3']);
      expect((await store.records.audit('c1', 9))[2]).toEqual(entries[1]);
      expect(await store.verifyAudit()).toMatchObject({ rows: 5, brokenAt: null });
    });

    it('shows readers only whole turns while turns are written', async () => {
      let reading = true;
      const seen: number[] = [];
      const reader = (async () => {
        while (reading) seen.push((await store.records.cases({ kinds: ['application'] })).length);
      })();
      for (let n = 0; n < 30; n += 1) {
        const pair = ['a', 'b'].map((half) => anApplication(`${half}${n}`, 'account-u', { listing: `${half}${n}` }));
        await say(
          store.turns,
          'u',
          pair.map((record) => ({ type: 'save-case', record, expected: 0, action: 'submit', from: null })),
        );
      }
      reading = false;
      await reader;
      expect(seen.filter((count) => count % 2 === 1)).toEqual([]);
      expect(await store.records.countCases({})).toBe(60);
    });
  });
}
