import { afterEach, describe, expect, it } from 'vitest';
import { isWhy } from '../../src/conversation/flow-conflict.ts';
import { readStaffWord } from '../../src/understanding/staff-words.ts';
import { type CareScene, keysOf, startCareScene } from '../support/care-scene.ts';
import { handInNeed, hire, officeTests, orders, theNeed, types } from '../support/office.ts';

describe('a question under the review', () => {
  let scene: CareScene;
  afterEach(() => scene.stop());

  it('hands nothing in and agrees to nothing: it is asked back; the word itself still does', async () => {
    scene = await startCareScene();
    const lin = scene.at('lin');
    await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三', '13800138000', '我们有中试线');
    const cases = () => scene.kit.store.records.cases({ kinds: ['interest'] });
    for (const said of [
      '提交？',
      '交？',
      '要交吗',
      '可以提交了吗',
      '提交了？',
      '没错吧',
      '没问题吧',
      '对吧',
      'submit?',
    ]) {
      await lin.says(said);
      expect(await cases(), said).toEqual([]);
      expect(keysOf(await lin.says('核对')), said).toContain('review.title');
    }
    await lin.says('提交吧');
    expect(await cases()).toHaveLength(1);
    await lin.says('这个涉密');
    for (const said of ['没错吧', '对吧？']) await lin.says(said);
    expect((await cases()).map((each) => each.offline)).toEqual([false]);
  });
});

describe('staff who ask or hesitate', () => {
  const office = officeTests();

  it.each([
    '通过，对吗',
    '通过，还是退回？',
    '通过，先别',
    '通过，但是我还没看完',
    '退回，可以吗？',
    '不通过，为什么',
    '要求补充什么？',
    '需要补充吗',
    'approve, or return',
  ])('%s: nothing is decided', (said) => {
    expect(readStaffWord(said)).toBeNull();
  });

  it.each([
    ['退回：测试方法是什么？', 'return'],
    ['驳回，理由：先进性不足', 'reject'],
    ['通过，材料齐全', 'approve'],
    ['退回，误差指标没有单位', 'return'],
    ['请企业补充测试方法', 'ask-more'],
  ])('%s is a decision all the same', (said, word) => {
    expect(readStaffWord(said)?.word).toBe(word);
  });

  it('leave the case in hand as it was', async () => {
    const kit = await office.open('full');
    await hire(kit, '示例陈');
    await handInNeed(kit);
    const before = await theNeed(kit);
    await orders(kit, '示例陈', { do: 'open-case', case: before.id });
    for (const said of ['通过，还是退回？', '需要补充吗']) await types(kit, '示例陈', said);
    expect(await theNeed(kit)).toEqual(before);
  });
});

describe('why a related party is recommended all the same', () => {
  it.each([
    '这个为什么算有关系？',
    '要写多长呢',
    '先不推荐了',
    '让我再想想',
    '等一下',
    '还是算了',
    '不推荐了',
    'wait a bit',
  ])('is not told by: %s', (said) => expect(isWhy(said)).toBe(false));

  it.each([
    '分公司独立研发，专家一致同意',
    '先进性突出，别无他家',
    '不存在控股关系',
    'Independent team, unanimous experts',
  ])('is told by: %s', (said) => expect(isWhy(said)).toBe(true));
});
