/** Who brings a discarded draft back, and when. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CareScene, codeIn, keysOf, startCareScene } from '../support/care-scene.ts';

let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

it('a colleague who only writes along does not bring back what the lead gave up', async () => {
  const lin = scene.at('lin');
  await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三');
  const code = codeIn(await lin.says('邀请同事'), /[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const wang = scene.at('wang', 'telegram');
  await wang.says(`邀请码 ${code}`);
  await wang.says('同意');
  await lin.says('取消');
  await lin.presses('删掉');
  for (const said of ['撤销', '撤回', '恢复草稿']) {
    await wang.says(said);
    expect(
      (await lin.drafts()).map(({ status }) => status),
      said,
    ).toEqual(['discarded']);
  }
  await lin.says('点错了');
  expect((await lin.drafts()).map(({ status }) => status)).toEqual(['open']);
});

it('撤销 after something was handed in brings back no draft given up before it', async () => {
  const lin = scene.at('lin');
  await lin.says('我要揭电工钢', '同意', '示例理工大学');
  await lin.says('取消');
  await lin.presses('删掉');
  await lin.says('我要揭电工钢', '示例理工大学', '张三', '13800138000', '我们有中试线', '提交');
  expect(await scene.kit.store.records.cases({ kinds: ['interest'] })).toHaveLength(1);
  const before = (await lin.drafts()).map(({ status }) => status).toSorted();
  expect(keysOf(await lin.says('撤销'))).not.toContain('cancel.restored');
  expect((await lin.drafts()).map(({ status }) => status).toSorted()).toEqual(before);
});
