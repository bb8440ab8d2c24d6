import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CareScene, codeIn, keysOf, type Speaker, startCareScene, wordsOf } from '../support/care-scene.ts';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

/** Lin leads, Wang is invited and has joined. */
async function together(): Promise<{ readonly lin: Speaker; readonly wang: Speaker }> {
  const lin = scene.at('lin');
  await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三');
  const code = codeIn(await lin.says('邀请同事'), CODE);
  const wang = scene.at('wang', 'telegram');
  await wang.says(`邀请码 ${code}`);
  await wang.says('同意');
  return { lin, wang };
}

describe('a colleague on a draft', () => {
  it('is invited by a code, agrees, sees the form as it stands and fills it in', async () => {
    const { lin, wang } = await together();
    expect(keysOf(lin.news())).toContain('care.colleague-joined');
    expect(wordsOf(await wang.presses('继续填'))).toContain('联系');
    await wang.says('13800138000');
    await wang.says('我们有中试线');
    const [draft] = await lin.drafts();
    expect(draft?.answers).toMatchObject({ unit: '示例理工大学', why: expect.anything() });
    expect(await wang.drafts()).toEqual([]);
  });

  it("cannot hand in, discard or invite: that is the lead's", async () => {
    const { lin, wang } = await together();
    await wang.says('继续', '13800138000', '我们有中试线');
    expect(keysOf(await wang.says('提交'))).toContain('care.only-lead');
    expect(keysOf(await wang.says('邀请同事'))).toContain('care.only-lead');
    expect(keysOf(await wang.says('取消'))).toContain('care.only-lead');
    expect(await scene.kit.store.records.cases({ kinds: ['interest'] })).toEqual([]);
    await lin.says('继续', '提交');
    await lin.presses('提交');
    expect(await scene.kit.store.records.cases({ kinds: ['interest'] })).toHaveLength(1);
  });

  it('is told at the next message what the lead changed, and the lead what the colleague changed', async () => {
    const { lin, wang } = await together();
    await wang.says('继续');
    await lin.says('单位改成示例科技大学');
    expect(wang.news()).toEqual([]);
    const seen = await wang.says('13800138000');
    expect(keysOf(seen)).toContain('care.changed-elsewhere-fields');
    expect(wordsOf(seen)).toContain('单位');
    expect(keysOf(await lin.says('看看填了什么'))).toContain('care.changed-elsewhere-fields');
  });

  it('sees that the lead left a number, not which one, and is not asked for their own', async () => {
    const lin = scene.at('lin');
    await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三', '13912345678');
    const code = codeIn(await lin.says('邀请同事'), CODE);
    const wang = scene.at('wang');
    await wang.says(code, '同意', '继续', '我们有中试线');
    const review = wordsOf(await wang.says('看看填了什么'));
    expect(review).toContain('示例理工大学');
    expect(review).toContain('仅牵头人可见');
    expect(review).not.toContain('13912345678');
    expect(wordsOf(await wang.says('改第3项'))).not.toContain('13912345678');
    expect(wordsOf(await lin.says('看看填了什么'))).toContain('13912345678');
  });

  it('cannot use what the lead wrote for a form of their own', async () => {
    const { wang } = await together();
    const asked = await wang.says('我要揭腐植酸');
    expect(keysOf(asked)).not.toContain('form.known');
    expect(wordsOf(asked)).not.toContain('张三');
  });

  it('is removed by the lead, and then neither sees nor fills the form', async () => {
    const { lin, wang } = await together();
    await wang.says('继续');
    await lin.says('看看同事名单');
    await lin.presses('移除第 1 位');
    const before = await lin.drafts();
    await wang.says('13800138000');
    expect(await lin.drafts()).toEqual(before);
    expect(keysOf(await wang.says('继续'))).toContain('resume.nothing');
  });

  it('can leave', async () => {
    const { wang } = await together();
    await wang.says('继续', '13800138000', '我们有中试线', '提交');
    expect(keysOf(await wang.presses('退出这份表'))).toContain('care.left');
    expect(keysOf(await wang.says('继续'))).toContain('resume.nothing');
  });

  it('comes in by a code once, within a week', async () => {
    const { lin } = await together();
    const again = codeIn(await lin.says('邀请同事'), CODE);
    await scene.at('li').says(again, '同意');
    expect(keysOf(await scene.at('zhao').says(again))).toContain('care.code-wrong');
    const late = codeIn(await lin.says('邀请同事'), CODE);
    scene.kit.clock.advance(7 * 86_400_000);
    expect(keysOf(await scene.at('zhou').says(late))).toContain('care.code-wrong');
  });

  it('and the lead write at the same moment: neither answer is lost', async () => {
    const { lin, wang } = await together();
    await wang.says('继续');
    await Promise.all([lin.says('单位改成示例科技大学'), wang.says('13800138000')]);
    const [draft] = await lin.drafts();
    expect(draft?.answers).toMatchObject({ unit: '示例科技大学', contact: expect.anything() });
  });

  it('is reminded as well, the day before the last day', async () => {
    const { lin, wang } = await together();
    await scene.later(53, 10);
    expect(keysOf(lin.news())).toContain('care.remind');
    expect(keysOf(wang.news())).toContain('care.remind');
  });
});
