import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskScene, sceneBid, sceneListing, startDeskScene } from '../../support/desk-scene.ts';
import { makeTestClock } from '../../support/test-clock.ts';

const clock = makeTestClock();
let scene: DeskScene;
beforeEach(async () => {
  scene = await startDeskScene(clock);
  await scene.hire('wang', 'decider');
  await scene.hire('eve', 'decider', { locale: 'en' });
  await scene.hire('guest', 'viewer');
});
afterEach(() => scene.stop());

const listing = sceneListing(300, clock.iso(), { status: 'under-review' });
const bid = (n: number, name: string) =>
  sceneBid(n, listing, clock.iso(), { status: 'under-review', organisation: { name, creditCode: null } });

const pageOf = async (who: string, path: string) =>
  (await (await scene.enter(who)).get(path, { accept: 'text/html' })).text();

test('a bid’s page says why it is related, and a reason is asked before it is recommended', async () => {
  const [related, other] = [bid(401, '示例特钢有限公司赣州分公司'), bid(402, '示例甲大学')];
  await scene.hold([listing, related, other]);
  const page = await pageOf('wang', `/desk/case/${related.reference}`);
  expect(page).toContain('data-answer="conflict"');
  expect(page).toContain('单位相同（只差组织形式或分支机构）：示例特钢有限公司 / 示例特钢有限公司赣州分公司');
  expect(page).toMatch(/id="act-shortlist"[^>]*data-asks="reason facts"/);
  expect(page).toContain('不转给申报方');
  const plain = await pageOf('wang', `/desk/case/${other.reference}`);
  expect(plain).toContain('data-answer="refused"');
  expect(plain).toContain('“示例甲大学”没有统一社会信用代码');
  expect(plain).toMatch(
    /id="act-shortlist"[^>]*data-asks="facts"[^>]*data-facts="身份没有核实清楚[^"]*盖章件：待提交"/,
  );
});

test('it is in the reader’s language, and not on a viewer’s page', async () => {
  const related = bid(401, '示例特钢有限公司');
  await scene.hold([listing, related]);
  expect(await pageOf('eve', `/desk/case/${related.reference}`)).toContain('A conflict of interest was found');
  expect(await pageOf('guest', `/desk/case/${related.reference}`)).not.toContain('data-answer');
});

test('the reason given on the desk recommends it and is not passed on', async () => {
  const related = bid(401, '示例特钢有限公司');
  await scene.hold([listing, related]);
  const wang = await scene.enter('wang');
  const order = { do: 'act', case: related.reference, action: 'shortlist', version: related.version } as const;
  expect((await scene.act(wang, order)).text).toContain('仍要推荐');
  expect((await scene.act(wang, { ...order, reason: '只此一家有中试线，专家一致同意' })).done).toBe(true);
  expect(await scene.store.records.case(related.id)).toMatchObject({ status: 'shortlisted', reason: null });
  clock.advance(60_000);
  expect((await scene.told('bidder-401')).join('\n')).not.toContain('中试线');
});
