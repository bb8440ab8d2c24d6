import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CareScene, keysOf, type Speaker, startCareScene } from '../support/care-scene.ts';

const BID = [
  '我要揭电工钢',
  '同意',
  '示例理工大学',
  '张三',
  '13800138000',
  '我们有中试线',
  '提交',
  '写申报书',
  '91350100M000100Y43',
  '没有',
  '李四，示例农科院，中试，50%\n王五，示例理工大学，检测，30%',
  '对',
  '没有了',
  '承担过两项省级项目，有百吨级中试线',
  '薄带连铸加两段退火',
  '薄带连铸',
  '用织构控制代替高硅',
  '满足',
  '225 ℃',
  '4',
  '7',
  '2027-12-31，小试达标，检测报告\n2028-06-30，示范线运行，验收报告',
  '对',
  '没有了',
  '800万',
  '跳过',
  '热处理窗口窄，备选双段退火',
  '否',
  '否',
  '跳过',
  '确认',
  '跳过',
];

describe('a bid whose review takes several pages', () => {
  let scene: CareScene;
  let lin: Speaker;
  beforeEach(async () => {
    scene = await startCareScene();
    lin = scene.at('lin');
    expect(keysOf(await lin.says(...BID))).toContain('review.title-page');
  });
  afterEach(() => scene.stop());

  const bids = async (): Promise<number> => (await scene.kit.store.records.cases({ kinds: ['application'] })).length;

  it.each([
    ['an aside', ['你好', '提交']],
    ['thanks', ['谢谢', '提交']],
    ['a number that is not there', ['改第99项', '提交']],
    ['a number that is not there and a plain yes', ['改第99项', '好的']],
    ['a pause and a number that is not there', ['先存着', '改第99项', '好的']],
  ])('is not handed in from its first page after %s', async (_, said) => {
    expect(keysOf(await lin.says(...said))).toContain('review.title-page');
    expect(await bids()).toBe(0);
  });

  it('is handed in once every page was shown, an aside in between or not', async () => {
    await lin.says('你好', '下一页', '谢谢', '下一页');
    expect(await bids()).toBe(0);
    expect(keysOf(await lin.says('提交'))).toContain('submitted.done');
    expect(await bids()).toBe(1);
  });
});
