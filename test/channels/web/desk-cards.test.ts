import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/understanding/command.ts';
import { aProfile } from '../../support/desk-house.ts';
import { type DeskScene, sceneBid, sceneListing, sceneNeed, startDeskScene } from '../../support/desk-scene.ts';
import { makeTestClock, type TestClock } from '../../support/test-clock.ts';
import type { Visitor } from '../../support/web-visitor.ts';

let clock: TestClock;
let scene: DeskScene;
let wang: Visitor;
let guest: Visitor;

beforeEach(async () => {
  clock = makeTestClock();
  scene = await startDeskScene(clock);
  await scene.hire('wang', 'decider');
  await scene.hire('guest', 'viewer');
  wang = await scene.enter('wang');
  guest = await scene.enter('guest');
});
afterEach(() => scene.stop());

const page = async (who: Visitor, path: string) => {
  const answer = await who.get(path, { accept: 'text/html' });
  return { status: answer.status, text: await answer.text() };
};
const LINES = { concepts: '电工钢、硅钢', methods: '冷轧', materials: '', fields: '驱动电机', neighbours: '软磁材料' };
const saving = (about: string, seen: string | null = null): Extract<Command, { do: 'save-card' }> => ({
  do: 'save-card',
  case: about,
  seen,
  lines: LINES,
});
const cardOf = async (id: string) => (await scene.store.records.case(id))?.card;

describe('the concept card on the desk', () => {
  test('is filled in by those who vet, shown on the case, and makes no new version', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const path = `/desk/case/${need.reference}`;
    expect((await page(wang, path)).text).toContain('还没有概念卡');
    const form = await page(wang, `${path}/card`);
    expect(form.text).toContain('id="card-form"');
    expect(form.text).toContain('不作评审依据');
    expect(form.text).toContain('返回需求');
    expect(form.text).not.toContain('返回榜单');
    const answer = await scene.act(wang, saving(need.reference));
    expect(answer).toMatchObject({ done: true });
    expect(await cardOf(need.id)).toMatchObject({ concepts: ['电工钢', '硅钢'], methods: ['冷轧'], by: 'staff' });
    expect((await scene.store.records.case(need.id))?.version).toBe(need.version);
    const shown = (await page(wang, path)).text;
    expect(shown).toContain('电工钢、硅钢');
    expect(shown).toContain('填写概念卡');
  });

  test('is never saved over a change somebody has not seen', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    await scene.act(wang, saving(need.reference));
    const again = await scene.act(wang, saving(need.reference));
    expect(again).toMatchObject({ done: false });
    expect(again.text).toContain('刚被别人改过');
    const { at = '' } = (await cardOf(need.id)) ?? {};
    clock.advance(60_000);
    expect(await scene.act(wang, saving(need.reference, at))).toMatchObject({ done: true });
  });

  test('is nothing for viewers, and gone from sight once bids are judged', async () => {
    const need = sceneNeed(1, clock.iso());
    const list = sceneListing(2, clock.iso(), { status: 'under-review' });
    await scene.hold([need, list, sceneBid(3, list, clock.iso())]);
    for (const [who, about] of [
      [guest, need],
      [wang, list],
    ] as const) {
      expect((await page(who, `/desk/case/${about.reference}/card`)).status).toBe(404);
      expect((await page(who, `/desk/case/${about.reference}`)).text).not.toContain('概念卡');
      expect(await scene.act(who, saving(about.reference))).toMatchObject({ done: false });
      expect(await cardOf(about.id)).toBeUndefined();
    }
    const refused = (await scene.store.records.audit(need.id, 5)).map((each) => each.action);
    expect(refused).toContain('refused:card');
  });

  test('takes a whole card or nothing', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const half = { do: 'save-card', case: need.reference, seen: null, lines: { concepts: '电工钢' } };
    const posted = await wang.post('/api/desk/commands', { id: crypto.randomUUID(), command: half });
    expect(posted.status).toBe(400);
  });
});

describe('looking wider', () => {
  test('lists nobody fits stand on a page of their own, with days left and interests', async () => {
    const list = sceneListing(2, clock.iso());
    await scene.hold([list]);
    expect((await page(wang, '/desk')).text).toContain('href="/desk/unmatched"');
    const shown = (await page(wang, '/desk/unmatched')).text;
    expect(shown).toContain(list.reference);
    expect(shown).toContain('最高匹配度 0%');
    expect(shown).toContain('还没有人登记意向');
    expect(shown).toContain('不作评审依据');
    expect((await page(guest, '/desk')).text).not.toContain('/desk/unmatched');
    expect((await page(guest, '/desk/unmatched')).status).toBe(404);
  });

  test('a candidate leads to teams like it, named with where they come from', async () => {
    const list = sceneListing(2, clock.iso());
    const answers = { work: list.title };
    const teams = ['a', 'b'].map((id) => aProfile(`team-${id}`, { name: `示例团队${id}`, answers }));
    await scene.hold([list], teams);
    expect((await page(wang, `/desk/case/${list.reference}/candidates`)).text).toContain('href="/desk/team/team-a"');
    const shown = (await page(wang, '/desk/team/team-a')).text;
    expect(shown).toContain('示例团队b');
    expect(shown).toContain('公开资料');
    expect(shown).toContain('不作评审依据');
    expect((await page(guest, '/desk/team/team-a')).status).toBe(404);
    expect((await page(wang, '/desk/team/%2e%2e')).status).toBe(404);
  });
});
