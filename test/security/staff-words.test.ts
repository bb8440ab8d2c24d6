import { describe, expect, it } from 'vitest';
import type { EngineKit } from '../support/engine-kit.ts';
import { handInNeed, hire, inThread, officeTests, orders, theNeed, types } from '../support/office.ts';

const office = officeTests();

async function withNeed(): Promise<EngineKit> {
  const kit = await office.open('full');
  await hire(kit, '示例陈');
  await hire(kit, '示例李');
  await hire(kit, '示例视', 'viewer');
  await handInNeed(kit);
  return kit;
}

/** Says it in the thread of the nth notice, once Slack has everything that waited for its pace. */
async function underNotice(kit: EngineKit, name: string, said: string, nth: number): Promise<string> {
  kit.clock.advance(5_000);
  await kit.engine.idle();
  kit.clock.advance(5_000);
  return (await inThread(kit, name, said, nth)).join('\n');
}

const refusals = async (kit: EngineKit, id: string) =>
  (await kit.store.records.audit(id, 50)).map((row) => row.action).filter((action) => action.startsWith('refused:'));

describe('a decision in words', () => {
  it('is not carried out on a version nobody read: the case is shown anew, and the next word counts', async () => {
    const kit = await withNeed();
    await orders(kit, '示例陈', { do: 'open-case', case: (await theNeed(kit)).id });
    for (const said of ['题目改成 另外一件完全不同的事', '预算改成900万', '提交']) await kit.says('farm', said);
    const changed = await theNeed(kit);
    expect(changed.version).toBeGreaterThan(1);
    const told = (await types(kit, '示例陈', '通过')).join('\n');
    expect(told).toContain('刚刚有变化');
    expect(await theNeed(kit)).toEqual(changed);
    await types(kit, '示例陈', '通过');
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('without a case in hand names the one that waits and does nothing before a yes; a reason withheld is no reason', async () => {
    const kit = await withNeed();
    const before = await theNeed(kit);
    expect((await types(kit, '示例陈', '通过')).join('\n')).toContain(before.title);
    expect(await theNeed(kit)).toEqual(before);
    await types(kit, '示例陈', '等等');
    await types(kit, '示例陈', '驳回');
    await types(kit, '示例陈', '等一下，先不驳了');
    expect(await theNeed(kit)).toEqual(before);
    await types(kit, '示例陈', '把不存在的那个驳回，重复了');
    expect(await theNeed(kit)).toEqual(before);
    await types(kit, '示例李', '通过');
    await types(kit, '示例李', '确认');
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('in the thread of an old notice is not carried out on what came since: it says what happened, and the next word counts', async () => {
    const kit = await withNeed();
    for (const said of ['预算改成900万', '提交']) await kit.says('farm', said);
    const changed = await theNeed(kit);
    expect(changed.version).toBeGreaterThan(1);
    const told = await underNotice(kit, '示例陈', '通过', 0);
    expect(told).toContain('这条通知之后');
    expect(told).toMatch(/\d\d-\d\d \d\d:\d\d 企业方：补全并提交|企业方：修改后再次提交/);
    expect(await theNeed(kit)).toEqual(changed);
    await underNotice(kit, '示例陈', '通过', 0);
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('in the thread of the newest notice counts at once, by whoever reads it', async () => {
    const kit = await withNeed();
    for (const said of ['预算改成900万', '提交']) await kit.says('farm', said);
    await underNotice(kit, '示例陈', '通过', -1);
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('in the thread of a notice that shows what a colleague did is about what it shows now', async () => {
    const kit = await withNeed();
    await orders(kit, '示例李', { do: 'open-case', case: (await theNeed(kit)).id });
    await types(kit, '示例李', '通过');
    const told = await underNotice(kit, '示例陈', '发布', 0);
    expect(told).not.toContain('这条通知之后');
    expect(told).toContain('现在能办的是');
  });

  it('said by two on the same case is one decision', async () => {
    const kit = await withNeed();
    const { id } = await theNeed(kit);
    for (const who of ['示例陈', '示例李']) await orders(kit, who, { do: 'open-case', case: id });
    await types(kit, '示例陈', '通过');
    const decided = await theNeed(kit);
    expect((await types(kit, '示例李', '通过')).join('\n')).toContain('刚刚有变化');
    expect(await theNeed(kit)).toEqual(decided);
  });

  it('of somebody unknown, or without the role, in the room of the notices changes nothing and is written down', async () => {
    const kit = await withNeed();
    const { id } = await theNeed(kit);
    await inThread(kit, '生人', '通过');
    await inThread(kit, '示例视', '退回：不行');
    expect((await theNeed(kit)).version).toBe(1);
    expect(await refusals(kit, id)).toEqual(expect.arrayContaining(['refused:approve', 'refused:return']));
  });
});

describe('a wish for a person', () => {
  it('answered or closed by a viewer stays as it is, and the attempt is written down', async () => {
    const kit = await withNeed();
    await kit.says('p1', '转人工');
    await kit.says('p1', '想问一下申报的事情');
    const [request] = await kit.store.requests.waiting();
    const id = request?.id ?? '';
    await orders(kit, '示例视', { do: 'answer-request', request: id, text: '假的' });
    await orders(kit, '示例视', { do: 'close-request', request: id });
    expect(await kit.store.requests.request(id)).toEqual(request);
    expect(await refusals(kit, id)).toEqual(['refused:close-request', 'refused:answer-request']);
  });
});
