import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBid, aListing, aNeed, hexId } from '../support/case-fixtures.ts';
import { aProfile, type DeskHouse, entry, openDeskHouse } from '../support/desk-house.ts';

let house: DeskHouse;
beforeEach(async () => {
  house = await openDeskHouse();
  await house.hire('reviewer', 'reviewer', 'high-tech');
  await house.hire('rural', 'reviewer', 'rural');
  await house.hire('viewer', 'viewer');
  await house.hire('admin', 'admin');
});
afterEach(() => house.store.close());

const need = aNeed();
const listing = aListing({ status: 'under-review' });

describe('who sits at the desk', () => {
  it('is staff, until they are dismissed', async () => {
    expect(await house.desk.me('reviewer')).toMatchObject({
      account: { id: 'reviewer' },
      memberships: [{ role: 'reviewer' }],
    });
    await house.hold({ people: ['stranger'] });
    expect(await house.desk.me('stranger')).toBeNull();
    await house.store.staff.revoke('reviewer', house.clock.iso(), entry('reviewer', 'revoke'));
    expect(await house.desk.me('reviewer')).toBeNull();
    expect(await house.desk.queue('reviewer', {})).toEqual({ rows: [], total: 0 });
  });
});

describe('the queue', () => {
  it('shows what waits for staff, overdue first, with days', async () => {
    const fresh = aNeed({ id: hexId(11), reference: 'N-1', promisedOn: '2026-09-20' });
    const late = aNeed({
      id: hexId(12),
      reference: 'N-2',
      promisedOn: '2026-09-01',
      statusSince: '2026-08-28T02:00:00.000Z',
    });
    const theirs = aNeed({ id: hexId(13), reference: 'N-3', turn: 'owner' });
    await house.hold({ cases: [fresh, late, theirs] });
    const { rows, total } = await house.desk.queue('reviewer', {});
    expect(rows.map((row) => [row.record.reference, row.days, row.overdue])).toEqual([
      ['N-2', 10, true],
      ['N-1', 0, false],
    ]);
    expect(total).toBe(2);
  });

  it('of what can be acted on leaves out lists whose bids are still to be judged, for those who act', async () => {
    const id = hexId(14);
    const list = aListing({ id, reference: 'L-1', status: 'under-review', turn: 'experts' });
    const need = aNeed({ id: hexId(11), reference: 'N-1' });
    await house.hold({ cases: [list, need] });
    await house.hire('head', 'decider');
    await house.hire('watcher', 'viewer');
    const filter = { turns: ['staff', 'experts'], actable: true } as const;
    const seen = async (who: string) => (await house.desk.queue(who, filter)).rows.map((row) => row.record.reference);
    expect(await seen('head')).toEqual(['N-1']);
    expect((await seen('watcher')).toSorted()).toEqual(['L-1', 'N-1']);
    expect(await house.desk.counts('head', { mine: filter, all: { turns: filter.turns } })).toEqual({
      mine: 1,
      all: 2,
    });
    const chosen = aBid(1, { status: 'shortlisted' }, list);
    await house.hold({ cases: [chosen] });
    expect(await seen('head')).toContain('L-1');
  });

  it('is that of the division; a sector nobody knows is everybody’s', async () => {
    await house.hold({
      cases: [
        aNeed({ id: hexId(11), reference: 'N-1', sector: 'materials' }),
        aNeed({ id: hexId(12), reference: 'N-2', sector: 'farming' }),
        aNeed({ id: hexId(13), reference: 'N-3', sector: null }),
      ],
    });
    const seen = async (who: string) => (await house.desk.queue(who, {})).rows.map((row) => row.record.reference);
    expect(await seen('reviewer')).toEqual(['N-1', 'N-3']);
    expect(await seen('rural')).toEqual(['N-2', 'N-3']);
  });

  it('comes in pages, and tells the number of bids only of lists', async () => {
    const list = aListing({ turn: 'staff' });
    await house.hold({ cases: [list, aBid(1), aBid(2), need] });
    const page = await house.desk.queue('reviewer', { kinds: ['listing'], limit: 1 });
    expect(page.rows).toMatchObject([{ count: 2 }]);
    const all = await house.desk.queue('reviewer', { limit: 2, offset: 1 });
    expect(all.rows).toHaveLength(2);
    expect(all.total).toBe(4);
  });
});

describe('a case on the desk', () => {
  it('shows who moved it, what may be done, and what belongs to it', async () => {
    const bid = aBid(1, {
      answers: {
        unit: '示例大学',
        papers: [{ sha256: 'a'.repeat(64), name: 'p.pdf', mime: 'application/pdf', bytes: 3 }],
      },
    });
    await house.hold({ cases: [listing, bid, aBid(2)], people: ['bidder-1'] });
    await house.store.load.load({
      audit: [
        entry(bid.id, 'accept', { actor: 'reviewer', to: 'accepted', object: { kind: 'application', id: bid.id } }),
      ],
    });
    const view = await house.desk.view('reviewer', bid.reference);
    expect(view).toMatchObject({
      record: { id: bid.id, answers: { unit: '示例大学' } },
      owner: { id: 'bidder-1' },
      moves: [{ action: 'accept', actorName: '示例reviewer' }],
      files: [{ name: 'p.pdf' }],
    });
    expect(view?.allowed).toContain('accept');
    expect(view?.related.map((each) => each.kind).toSorted()).toEqual(['application', 'listing']);
    expect(view?.siblings.map((each) => each.answers)).toEqual([{}]);
  });

  it('of others is the same nothing as one that is not there, after the same reads', async () => {
    await house.hold({ cases: [listing, aBid(1)], people: ['bidder-1', 'bidder-2'] });
    const reads = async (by: string) => {
      const before = performance.now();
      expect(await house.desk.view('bidder-2', by)).toBeNull();
      return performance.now() - before;
    };
    const median = async (by: string) => {
      const times: number[] = [];
      for (let n = 0; n < 60; n += 1) times.push(await reads(by));
      return times.toSorted((a, b) => a - b)[30] ?? 0;
    };
    await median(aBid(1).id);
    expect(Math.abs((await median(aBid(1).id)) - (await median(hexId(999))))).toBeLessThan(5);
  });

  it('of one’s own shows no competitor and no contact of the enterprise', async () => {
    await house.hold({
      cases: [aListing({ answers: { contact: '示例联系人 13800000000' } }), aBid(1), aBid(2)],
      people: ['bidder-1'],
    });
    const view = await house.desk.view('bidder-1', aBid(1).id);
    expect(view?.record.answers).toMatchObject({ unit: '示例大学1' });
    expect(view?.siblings).toEqual([]);
    expect(JSON.stringify(view)).not.toContain('13800000000');
    expect(JSON.stringify(view)).not.toContain('示例大学2');
  });
});

describe('candidates', () => {
  const team = aProfile('team', { name: '示例芳纶团队' });
  const shy = aProfile('shy', { name: '示例芳纶课题组', account: 'shy', discoverable: false, source: 'live' });
  const open = aListing({ title: '芳纶' });

  it('are suggested while bids are still coming in', async () => {
    await house.hold({ cases: [open], profiles: [team], people: ['shy'] });
    await house.hold({ profiles: [shy] });
    const found = await house.desk.candidates('reviewer', open.id);
    expect(found?.map((each) => each.profile.id)).toEqual(['team']);
  });

  it('are nobody’s business once bids are judged', async () => {
    await house.hold({ cases: [{ ...open, status: 'under-review' }], profiles: [team] });
    expect(await house.desk.candidates('reviewer', open.id)).toBeNull();
    expect(await house.desk.candidates('viewer', open.id)).toBeNull();
  });
});

describe('papers and files', () => {
  it('are handed to those who may read all of the case', async () => {
    await house.hold({ cases: [listing, aBid(1)], people: ['bidder-1', 'bidder-2'] });
    const ref = { document: 'application', id: aBid(1).id } as const;
    expect(await house.desk.document('bidder-1', ref)).toMatchObject({ name: 'paper.docx' });
    expect(await house.desk.document('reviewer', ref)).not.toBeNull();
    expect(await house.desk.document('bidder-2', ref)).toBeNull();
    expect(await house.desk.document('viewer', ref)).toBeNull();
  });

  it('about a person go to that person only', async () => {
    await house.hold({ people: ['lin', 'wang'] });
    expect(await house.desk.document('lin', { document: 'my-data', id: 'lin' })).not.toBeNull();
    expect(await house.desk.document('wang', { document: 'my-data', id: 'lin' })).toBeNull();
    expect(await house.desk.document('reviewer', { document: 'my-data', id: 'lin' })).toBeNull();
  });

  it('uploaded to a case are read through the case', async () => {
    const file = await house.store.files.put(new TextEncoder().encode('evidence'), 'e.txt', 'text/plain');
    await house.hold({
      cases: [listing, aBid(1, { answers: { files: [file] } }), aBid(2)],
      people: ['bidder-1', 'bidder-2'],
    });
    const found = await house.desk.file('bidder-1', aBid(1).id, file.sha256);
    expect(new TextDecoder().decode(found?.bytes)).toBe('evidence');
    expect(await house.desk.file('bidder-2', aBid(1).id, file.sha256)).toBeNull();
    expect(await house.desk.file('bidder-2', aBid(2).id, file.sha256)).toBeNull();
  });

  it('as a workbook hold needs, and no bid’s content', async () => {
    await house.hold({ cases: [need, listing, aBid(1)] });
    expect(await house.desk.workbook('reviewer', { kinds: ['need', 'application'] })).not.toBeNull();
    expect(JSON.stringify(house.made)).toContain('耐温到220度以上');
    expect(JSON.stringify(house.made)).not.toContain('示例张三');
    expect(await house.desk.workbook('viewer', {})).toBeNull();
  });
});

describe('troubles', () => {
  it('are shown to those who can mend them', async () => {
    await house.store.turns.accept([
      {
        keys: ['k'],
        address: { channel: 'telegram', room: 'r', user: 'u' },
        receivedAt: house.clock.iso(),
        sequence: 0,
        said: 'x',
      },
    ]);
    const [turn] = await house.store.turns.claim(house.clock.now(), 1, 1_000);
    await house.store.turns.park(turn?.messages[0]?.inbox ?? 0, 'TypeError: broken', null);
    expect(await house.desk.troubles('admin')).toMatchObject([{ what: 'inbox:telegram', reason: 'TypeError: broken' }]);
    expect(await house.desk.troubles('viewer')).toEqual([]);
  });
});
