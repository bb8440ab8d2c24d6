import { describe, expect, it } from 'vitest';
import type { Application, Listing } from '../../src/programme/records.ts';
import { aBid, aListing } from '../support/case-fixtures.ts';
import { sampleLists } from '../support/dialogue.ts';
import type { EngineKit } from '../support/engine-kit.ts';
import { handInNeed, hire, inThread, officeTests, orders, theNeed, types } from '../support/office.ts';

const office = officeTests();

async function withNeed(): Promise<EngineKit> {
  const kit = await office.open();
  await hire(kit, '示例陈');
  await handInNeed(kit);
  return kit;
}

describe('staff who type', () => {
  it('decide on the case that is on screen, and the answer names it', async () => {
    const kit = await withNeed();
    await types(kit, '示例陈', '待办');
    const told = await types(kit, '示例陈', '通过');
    const need = await theNeed(kit);
    expect(told.join('\n')).toContain(need.reference);
    expect([need.status, need.turn]).toEqual(['posted', 'owner']);
  });

  it('never decide by a bare word when nothing is in hand: the only case is named and asked about', async () => {
    const kit = await withNeed();
    const told = await types(kit, '示例陈', '通过');
    expect(told.join('\n')).toMatch(new RegExp(`${(await theNeed(kit)).reference}.*对吗`));
    expect((await theNeed(kit)).version).toBe(1);
    await types(kit, '示例陈', '不是');
    expect((await theNeed(kit)).version).toBe(1);
  });

  it('are asked first when the case was shown long ago: they may mean another by now', async () => {
    const kit = await withNeed();
    await orders(kit, '示例陈', { do: 'open-case', case: (await theNeed(kit)).id });
    kit.clock.advance(31 * 60_000);
    const told = await types(kit, '示例陈', '通过');
    expect(told.join('\n')).toMatch(new RegExp(`${(await theNeed(kit)).reference}.*对吗`));
    expect((await theNeed(kit)).version).toBe(1);
    await types(kit, '示例陈', '对');
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('are asked which one when several wait', async () => {
    const kit = await withNeed();
    await handInNeed(kit);
    const told = await types(kit, '示例陈', '通过');
    expect(told.join('\n')).toContain('哪一件');
    const needs = (await kit.store.records.cases({ kinds: ['need'] })).map((need) => need.version);
    expect(needs).toEqual([1, 1]);
  });

  it('give a reason behind the word: the owner reads it without the word', async () => {
    const kit = await withNeed();
    await orders(kit, '示例陈', { do: 'open-case', case: (await theNeed(kit)).id });
    await types(kit, '示例陈', '退回补充：请附第三方检测报告');
    expect((await theNeed(kit)).reason).toBe('请附第三方检测报告');
  });

  it('are asked for a reason where one is owed, and its prefix does not stay in it', async () => {
    const kit = await withNeed();
    await orders(kit, '示例陈', { do: 'open-case', case: (await theNeed(kit)).id });
    expect((await types(kit, '示例陈', '驳回')).join('\n')).toContain('请写原因');
    await types(kit, '示例陈', '驳回：超出本批支持范围');
    const need = await theNeed(kit);
    expect([need.status, need.reason]).toEqual(['returned', '超出本批支持范围']);
  });

  it('take a slip back before it is one: cancel, then approve the same case', async () => {
    const kit = await withNeed();
    await types(kit, '示例陈', 'pending');
    await orders(kit, '示例陈', { do: 'open-case', case: (await theNeed(kit)).id });
    await types(kit, '示例陈', 'reject');
    await types(kit, '示例陈', 'cancel');
    expect((await theNeed(kit)).version).toBe(1);
    await types(kit, '示例陈', 'approve');
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('decide in the thread of the notice in Slack', async () => {
    const kit = await withNeed();
    await inThread(kit, '示例陈', '要求补充：请写明检测方法');
    expect((await theNeed(kit)).reason).toBe('请写明检测方法');
  });

  it('are told what is possible when the word means nothing there', async () => {
    const kit = await withNeed();
    await orders(kit, '示例陈', { do: 'open-case', case: (await theNeed(kit)).id });
    expect((await types(kit, '示例陈', '发布')).join('\n')).toContain('现在能办的是');
    expect((await theNeed(kit)).version).toBe(1);
  });

  it('without a role their words are talk like anybody’s', async () => {
    const kit = await withNeed();
    await kit.says('stranger', '通过', '驳回：不行');
    expect((await theNeed(kit)).version).toBe(1);
  });

  it('a viewer who types approve is refused', async () => {
    const kit = await withNeed();
    await hire(kit, '小吴', 'viewer');
    await orders(kit, '小吴', { do: 'open-case', case: (await theNeed(kit)).id });
    await types(kit, '小吴', '通过');
    expect((await theNeed(kit)).version).toBe(1);
  });
});

describe('several bidders in one message', () => {
  async function withBids(n: number): Promise<{ kit: EngineKit; list: Listing }> {
    const [, straw] = sampleLists();
    const base = straw ?? aListing();
    const list: Listing = { ...base, status: 'under-review', turn: 'experts', owner: null, source: 'live' };
    const bids = Array.from({ length: n }, (_, index): Application => {
      const createdAt = `2026-09-0${index + 1}T00:00:00.000Z`;
      const organisation = { name: `示例${'甲乙丙丁戊'.charAt(index)}所`, creditCode: null };
      return aBid(index + 1, { status: 'under-review', createdAt, organisation }, list);
    });
    const kit = await office.open('full', {}, [list]);
    await kit.store.load.load({ cases: bids });
    await hire(kit, '示例陈');
    return { kit, list };
  }

  async function recommended(kit: EngineKit): Promise<readonly string[]> {
    const found = await kit.store.records.cases({ kinds: ['application'], statuses: ['shortlisted'] });
    return found.map((each) => each.organisation?.name ?? '').toSorted();
  }

  async function bidders(kit: EngineKit, list: Listing): Promise<string> {
    const told = await orders(kit, '示例陈', { do: 'act', case: list.id, action: 'shortlist', version: list.version });
    return told.join('\n');
  }

  it('are listed by number, named, and recommended only after the confirmation', async () => {
    const { kit, list } = await withBids(4);
    expect(await bidders(kit, list)).toMatch(/1\. 示例甲所.*\n2\. 示例乙所/);
    const asked = await types(kit, '示例陈', '推荐第1、3、4家');
    expect(asked.join('\n')).toMatch(/示例甲所[\s\S]*示例丙所[\s\S]*示例丁所/);
    expect(await recommended(kit)).toEqual([]);
    await types(kit, '示例陈', '确认');
    expect(await recommended(kit)).toEqual(['示例丁所', '示例丙所', '示例甲所'].toSorted());
    expect((await kit.store.records.case(list.id))?.status).toBe('shortlisted');
  });

  it('are all taken back by one word within the ten seconds, and none of their people is told', async () => {
    const { kit, list } = await withBids(4);
    await bidders(kit, list);
    await types(kit, '示例陈', '推荐第1、3、4家');
    expect((await types(kit, '示例陈', '确认')).join('\n')).toContain('10 秒内可以撤回');
    kit.clock.advance(9_000);
    expect((await types(kit, '示例陈', '撤回')).join('\n')).toContain('已撤回');
    expect(await recommended(kit)).toEqual([]);
    expect(await kit.store.records.case(list.id)).toMatchObject({ status: 'under-review', turn: 'experts' });
    kit.clock.advance(60_000);
    await kit.engine.idle();
    const told = Object.values(kit.channels).flatMap((channel) => channel.sent.flatMap(({ reply }) => reply.keys));
    expect(told.filter((key) => key.startsWith('told.'))).toEqual([]);
    await bidders(kit, (await kit.store.records.case(list.id)) as Listing);
    await types(kit, '示例陈', '1、2');
    await types(kit, '示例陈', '确认');
    expect(await recommended(kit)).toHaveLength(2);
  });

  it('are not taken back by halves: too late for one, or one of them moved on, is too late for all', async () => {
    const { kit, list } = await withBids(4);
    await bidders(kit, list);
    await types(kit, '示例陈', '推荐第1、3、4家');
    await types(kit, '示例陈', '确认');
    const [bid] = await kit.store.records.cases({ kinds: ['application'], statuses: ['shortlisted'] });
    if (!bid) throw new Error('nobody was recommended');
    await kit.store.load.load({ cases: [{ ...bid, version: bid.version + 1 }] });
    await types(kit, '示例陈', '撤回');
    expect(await recommended(kit)).toHaveLength(3);
    expect((await kit.store.records.case(list.id))?.status).toBe('shortlisted');
  });

  it('stay recommended when the word comes too late', async () => {
    const { kit, list } = await withBids(2);
    await bidders(kit, list);
    await types(kit, '示例陈', '1、2');
    await types(kit, '示例陈', '确认');
    kit.clock.advance(11_000);
    await types(kit, '示例陈', '撤回');
    expect(await recommended(kit)).toHaveLength(2);
  });

  it('a fourth is refused kindly, and three are asked for', async () => {
    const { kit, list } = await withBids(4);
    await bidders(kit, list);
    expect((await types(kit, '示例陈', '四家都推荐')).join('\n')).toContain('最多推荐 3 家');
    await types(kit, '示例陈', '确认');
    expect(await recommended(kit)).toEqual([]);
    await types(kit, '示例陈', '1、3、4');
    await types(kit, '示例陈', '确认');
    expect(await recommended(kit)).toHaveLength(3);
  });

  it('a number that is not there chooses nobody', async () => {
    const { kit, list } = await withBids(2);
    await bidders(kit, list);
    expect((await types(kit, '示例陈', '1、5')).join('\n')).toContain('没有这个序号');
    await types(kit, '示例陈', '确认');
    expect(await recommended(kit)).toEqual([]);
  });

  it('and thinking better of it leaves all as it was', async () => {
    const { kit, list } = await withBids(3);
    await bidders(kit, list);
    await types(kit, '示例陈', '1、2');
    await types(kit, '示例陈', '算了');
    expect(await recommended(kit)).toEqual([]);
  });
});
