import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Application, Listing } from '../../src/programme/records.ts';
import { aBid, aListing, PROGRAMME } from '../support/case-fixtures.ts';
import { aProfile, type DeskHouse, openDeskHouse } from '../support/desk-house.ts';
import { sampleLists } from '../support/dialogue.ts';
import type { EngineKit } from '../support/engine-kit.ts';
import { hire, officeTests, orders, types } from '../support/office.ts';

const OWNER = { name: '示例特钢有限公司', creditCode: '91350100M000100Y43' };
const BRANCH = { name: '示例特钢有限公司赣州分公司', creditCode: null };
const STRANGER = { name: '示例甲大学', creditCode: '91360000000000000A' };

describe('the desk', () => {
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openDeskHouse();
    await house.hire('reviewer', 'reviewer', 'high-tech');
    await house.hire('viewer', 'viewer');
  });
  afterEach(() => house.store.close());
  const listing = aListing({ status: 'under-review', organisation: OWNER });
  const bid = (n: number, changes: Partial<Application>) => aBid(n, { status: 'under-review', ...changes }, listing);

  it('shows those who may read the bid why it is related, and writes down once what they saw', async () => {
    const related = bid(1, { organisation: BRANCH });
    await house.hold({ cases: [listing, related], people: ['bidder-1'] });
    const view = await house.desk.view('reviewer', related.id);
    expect(view?.conflicts?.[0]?.check).toMatchObject({ answer: 'conflict', reasons: [{ kind: 'organisation' }] });
    await house.desk.view('reviewer', related.id);
    const rows = await house.store.records.audit(`conflict ${related.id}`, 5);
    expect(rows.map(({ actor, action, to }) => [actor, action, to])).toEqual([
      ['reviewer', 'conflict-check', 'conflict'],
    ]);
  });

  it('shows nothing of it to a viewer or to the bidder', async () => {
    const related = bid(1, { organisation: BRANCH });
    await house.hold({ cases: [listing, related], people: ['bidder-1'] });
    for (const who of ['viewer', 'bidder-1'])
      expect((await house.desk.view(who, related.id))?.conflicts ?? [], who).toEqual([]);
    expect(await house.store.records.audit(`conflict ${related.id}`, 5)).toEqual([]);
  });

  it('says that nothing can be told where a credit code is missing, and for whom', async () => {
    const unknown = bid(1, { organisation: { name: '示例乙所', creditCode: null } });
    await house.hold({ cases: [listing, unknown], people: ['bidder-1'] });
    expect((await house.desk.view('reviewer', unknown.id))?.conflicts?.[0]?.check).toMatchObject({
      answer: 'refused',
      missing: [{ kind: 'credit-code', what: '示例乙所' }],
    });
  });

  it('takes a declared relation at its word', async () => {
    const said = bid(1, { organisation: STRANGER });
    const answers = { ...said.answers, related: true, relatedNote: '我单位持有其 5% 股份' };
    await house.hold({ cases: [listing, { ...said, answers }], people: ['bidder-1'] });
    expect((await house.desk.view('reviewer', said.id))?.conflicts?.[0]?.check.reasons).toEqual([
      { kind: 'declared', what: '我单位持有其 5% 股份' },
    ]);
  });

  it('checks nothing against the authority’s own lists, nor what is handled offline', async () => {
    const own = { ...listing, owner: null, organisation: null, answers: {} };
    const offline = bid(2, { organisation: BRANCH, offline: true });
    await house.hold({ cases: [own, bid(1, { organisation: BRANCH }), offline], people: ['bidder-1', 'bidder-2'] });
    for (const n of [1, 2]) expect((await house.desk.view('reviewer', aBid(n).id))?.conflicts).toEqual([]);
  });

  it('tells beside a candidate how they stand to the owner', async () => {
    const open = aListing({ title: '芳纶', organisation: OWNER });
    const team = aProfile('team', { name: '示例芳纶团队', answers: { unit: '示例特钢有限公司' } });
    await house.hold({ cases: [open], profiles: [team] });
    const [found] = (await house.desk.candidates('reviewer', open.id)) ?? [];
    expect(found?.conflict).toMatchObject({ answer: 'conflict', reasons: [{ kind: 'organisation' }] });
  });
});

describe('recommending bidders', () => {
  const office = officeTests();

  async function withBids(switches: Record<string, boolean> = {}): Promise<{ kit: EngineKit; list: Listing }> {
    const [, straw] = sampleLists();
    const base = { ...(straw ?? aListing()), organisation: OWNER };
    const list: Listing = { ...base, status: 'under-review', turn: 'experts', owner: null, source: 'live' };
    const bids = [STRANGER, BRANCH].map((organisation, i) =>
      aBid(i + 1, { status: 'under-review', createdAt: `2026-09-0${i + 1}T00:00:00.000Z`, organisation }, list),
    );
    const kit = await office.open('full', { programme: { ...PROGRAMME, switches } }, [list]);
    await kit.store.load.load({ cases: bids });
    await hire(kit, '示例陈');
    await orders(kit, '示例陈', { do: 'act', case: list.id, action: 'shortlist', version: list.version });
    return { kit, list };
  }
  const recommended = (kit: EngineKit) =>
    kit.store.records.cases({ kinds: ['application'], statuses: ['shortlisted'] });

  it('names the relation and waits for a reason; a yes or a number is none', async () => {
    const { kit } = await withBids();
    const asked = (await types(kit, '示例陈', '1、2')).join('\n');
    expect(asked).toMatch(/示例甲大学[\s\S]*利益关系：未发现[\s\S]*赣州分公司[\s\S]*有利益关系：单位相同/);
    expect(asked).toContain('写明理由');
    await types(kit, '示例陈', '1、2');
    expect(await recommended(kit)).toEqual([]);
  });

  it('goes on with a reason, which is audited, told to colleagues and kept from the bidder', async () => {
    const { kit } = await withBids();
    await types(kit, '示例陈', '1、2');
    await types(kit, '示例陈', '分公司独立研发，专家一致同意');
    const bids = await recommended(kit);
    expect(bids).toHaveLength(2);
    expect(bids.map((each) => each.reason)).toEqual([null, null]);
    const related = bids.find((each) => each.organisation?.name === BRANCH.name);
    const rows = await kit.store.records.audit(related?.id ?? '', 5);
    expect(rows.find((row) => row.action === 'shortlist')?.reasonHash).toMatch(/^[0-9a-f]{64}$/);
    const checked = await kit.store.records.audit(`conflict ${related?.id}`, 5);
    expect(checked.map((row) => row.to)).toContain('conflict');
    // One room is sent to once a second.
    kit.clock.advance(3_000);
    await types(kit, '示例陈', '待办');
    const room = kit.channels.slack.sent.filter((each) => each.to.room === 'C1').map((each) => each.reply.text);
    expect(room.join('\n')).toContain('分公司独立研发');
  });

  it('thinking better of it leaves all as it was', async () => {
    const { kit } = await withBids();
    await types(kit, '示例陈', '1、2');
    await types(kit, '示例陈', '算了');
    expect(await recommended(kit)).toEqual([]);
  });

  it('is refused where the programme bars related parties, saying which and why', async () => {
    const { kit } = await withBids({ relatedPartiesBarred: true });
    const told = (await types(kit, '示例陈', '1、2')).join('\n');
    expect(told).toContain('不能推荐');
    expect(told).toContain('赣州分公司');
    await types(kit, '示例陈', '分公司独立研发，专家一致同意');
    expect(await recommended(kit)).toEqual([]);
  });

  it('of one bid alone asks the same', async () => {
    const { kit } = await withBids();
    const bid = aBid(2);
    const order = { do: 'act', case: bid.id, action: 'shortlist', version: bid.version } as const;
    expect((await orders(kit, '示例陈', order)).join('\n')).toContain('仍要推荐');
    expect(await recommended(kit)).toEqual([]);
    await types(kit, '示例陈', '分公司独立研发');
    const [done] = await recommended(kit);
    expect([done?.id, done?.reason]).toEqual([bid.id, null]);
  });
});
