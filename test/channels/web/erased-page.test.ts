import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttackHouse, startAttackHouse } from '../../support/attack-house.ts';

let house: AttackHouse;
beforeEach(async () => {
  house = await startAttackHouse();
});
afterEach(() => house.stop());

describe('the page of a case whose person withdrew and deleted everything', () => {
  async function erasedNeed() {
    const talk = await house.talker();
    await talk.tell('我要发布需求');
    await talk.press('同意');
    for (const answer of [
      ...['金丝雀导引头薄带轧不出来，要靠进口', '合格率做到九成', '新材料', '300万元', '24个月'],
      ...['金丝雀研究所', '金丝雀王工 13711112222'],
    ])
      await talk.tell(answer);
    await talk.press('提交');
    const [need] = await house.app.store.records.cases({ kinds: ['need'] });
    await talk.tell('撤回');
    await talk.press((await talk.seen()).at(-1)?.buttons[0]?.label ?? '');
    await talk.tell('删除我的所有数据');
    await talk.press((await talk.seen()).at(-1)?.buttons[0]?.label ?? '');
    return need?.reference ?? '';
  }

  it('says so to staff of its sector, without a word of it; to others, and for other numbers, it is not found', async () => {
    const reference = await erasedNeed();
    expect(await house.app.store.records.case(reference)).toBeNull();
    const told = await house.enter(await house.hire('示例甲', 'reviewer', { division: 'gaoxin' }));
    const answer = await told.get(`/desk/case/${reference}`);
    const page = await answer.text();
    expect([answer.status, page.includes('撤回了这件事项')]).toEqual([200, true]);
    expect(page).not.toContain('金丝雀');
    const other = await house.enter(await house.hire('示例乙', 'reviewer', { division: 'nongcun' }));
    expect((await other.get(`/desk/case/${reference}`)).status).toBe(404);
    expect((await told.get('/desk/case/N-00000-00000')).status).toBe(404);
    const english = await (await told.get(`/desk/case/${reference}?lang=en`)).text();
    expect(english).toContain('withdrew it and had all the data deleted');
    expect(await house.onDisk([reference])).toEqual([]);
  });
});
