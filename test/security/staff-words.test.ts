import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/programme/records.ts';
import type { EngineKit } from '../support/engine-kit.ts';
import { hire, inThread, officeTests, orders, types } from '../support/office.ts';

const office = officeTests();

async function withNeed(): Promise<EngineKit> {
  const kit = await office.open('full');
  await hire(kit, '陈静');
  await hire(kit, '李雷');
  await hire(kit, '小视', 'viewer');
  await kit.says('farm', '发布需求');
  for (const said of ['同意', '水溶肥放几天就结晶分层', '放 6 个月不结晶', '现代农业', '未定', '两年', '示例农业公司'])
    await kit.says('farm', said);
  await kit.says('farm', '张三 13800138000');
  await kit.says('farm', '提交');
  return kit;
}

async function theNeed(kit: EngineKit): Promise<CaseRecord> {
  const [need] = await kit.store.records.cases({ kinds: ['need'] });
  if (!need) throw new Error('no need was handed in');
  return need;
}

const refusals = async (kit: EngineKit, id: string) =>
  (await kit.store.records.audit(id, 50)).map((row) => row.action).filter((action) => action.startsWith('refused:'));

describe('a decision in words', () => {
  it('is not carried out on a version nobody read: the case is shown anew, and the next word counts', async () => {
    const kit = await withNeed();
    await orders(kit, '陈静', { do: 'open-case', case: (await theNeed(kit)).id });
    for (const said of ['题目改成 另外一件完全不同的事', '预算改成900万', '提交']) await kit.says('farm', said);
    const changed = await theNeed(kit);
    expect(changed.version).toBeGreaterThan(1);
    const told = (await types(kit, '陈静', '通过')).join('\n');
    expect(told).toContain('刚刚有变化');
    expect(await theNeed(kit)).toEqual(changed);
    await types(kit, '陈静', '通过');
    expect((await theNeed(kit)).turn).toBe('owner');
  });

  it('said by two on the same case is one decision', async () => {
    const kit = await withNeed();
    const { id } = await theNeed(kit);
    for (const who of ['陈静', '李雷']) await orders(kit, who, { do: 'open-case', case: id });
    await types(kit, '陈静', '通过');
    const decided = await theNeed(kit);
    expect((await types(kit, '李雷', '通过')).join('\n')).toContain('刚刚有变化');
    expect(await theNeed(kit)).toEqual(decided);
  });

  it('of somebody unknown, or without the role, in the room of the notices changes nothing and is written down', async () => {
    const kit = await withNeed();
    const { id } = await theNeed(kit);
    await inThread(kit, '生人', '通过');
    await inThread(kit, '小视', '退回：不行');
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
    await orders(kit, '小视', { do: 'answer-request', request: id, text: '假的' });
    await orders(kit, '小视', { do: 'close-request', request: id });
    expect(await kit.store.requests.request(id)).toEqual(request);
    expect(await refusals(kit, id)).toEqual(['refused:close-request', 'refused:answer-request']);
  });
});
