import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CareScene, keysOf, startCareScene, wordsOf } from '../support/care-scene.ts';
import { aListing } from '../support/case-fixtures.ts';
import { startKit } from '../support/engine-kit.ts';

let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

let made = 0;
function list(title: string, sector: string, goals = title, deadline = '2026-12-20') {
  made += 1;
  const base = aListing({ title: `示例：${title}`, sector });
  const id = made.toString(16).padStart(32, 'c');
  return { ...base, id, reference: `L-NEW-${made}`, details: { ...base.details, goals, deadline } };
}
const RECYCLING = () => list('废旧锂电池正极材料回收再利用', 'energy', '锂电池回收，镍钴锰回收率不低于 98%');

describe('有合适的就告诉我', () => {
  it('after a search for which nothing fits yet: a list published later is told of, with the reason', async () => {
    const lin = scene.at('lin');
    const nothing = await lin.says('锂电池回收');
    expect(wordsOf(nothing)).toContain('有合适的就告诉我');
    await lin.presses('有合适的就告诉我');
    const saved = await lin.presses('同意');
    expect(keysOf(saved)).toContain('care.subscribed');
    await scene.publish(RECYCLING());
    const told = lin.news();
    expect(keysOf(told)).toContain('care.news');
    expect(wordsOf(told)).toMatch(/废旧锂电池.*[\s\S]*您订阅的：「锂电池回收」/);
    expect(wordsOf(told)).toMatch(/「锂电池」|「回收」|「锂电池回收」/);
  });

  it('says nothing of lists that do not fit, and of none that were there before', async () => {
    const lin = scene.at('lin');
    await lin.says('锂电池回收', '有合适的就告诉我', '同意');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    expect(lin.news()).toEqual([]);
    await lin.says('订阅 新材料');
    await scene.later(1, 10);
    expect(lin.news()).toEqual([]);
  });

  it('takes every list of a sector that was subscribed', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    expect(wordsOf(lin.news())).toContain('「现代农业」领域的新榜');
  });

  it('one message a day, three lists in it; the rest comes the day after, each list once', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    for (let n = 1; n <= 5; n += 1)
      await scene.kit.store.load.load({
        cases: [{ ...list(`育种方法 ${n}`, 'agriculture'), statusSince: '2026-09-07T03:00:00.000Z' }],
      });
    await scene.kit.engine.refresh();
    await scene.later(0, 12);
    const first = lin.news();
    expect(keysOf(first)).toEqual(['care.news', 'care.news-more']);
    expect(first[0]?.cards).toHaveLength(3);
    await scene.later(0, 18);
    expect(lin.news()).toEqual([]);
    await scene.later(1, 10);
    const second = lin.news();
    expect(second[0]?.cards).toHaveLength(2);
    await scene.later(1, 10);
    expect(lin.news()).toEqual([]);
    const titles = [...first, ...second].flatMap((each) => each.cards.map((card) => card.title));
    expect(new Set(titles).size).toBe(5);
  });

  it('waits through the quiet hours: published in the evening, told in the morning', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    await scene.later(0, 21);
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    await scene.later(1, 8);
    expect(lin.news()).toEqual([]);
    await scene.later(0, 9);
    expect(keysOf(lin.news())).toEqual(['care.news']);
  });

  it('once a week, on Monday, for whoever wants it so', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    await lin.presses('改成每周一次');
    await scene.later(1, 10);
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    await scene.later(3, 10);
    expect(lin.news()).toEqual([]);
    await scene.later(3, 10);
    expect(keysOf(lin.news())).toEqual(['care.news']);
  });

  it('at once, several times a day, for whoever wants that', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意', '有新榜马上通知我');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    expect(keysOf(lin.news())).toEqual(['care.news']);
    await scene.publish(list('茶叶采摘机器人', 'agriculture'));
    expect(keysOf(lin.news())).toEqual(['care.news']);
  });

  it('never a list the person has taken up', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    await scene.later(0, 21);
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    await lin.says('水稻病虫害遥感监测');
    await lin.says('我要揭第一个', '示例农科院');
    await scene.later(1, 10);
    expect(lin.news()).toEqual([]);
  });

  it.each(['退订', '不再提醒', 'unsubscribe'])('ends with one word: %s', async (word) => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    expect(keysOf(await lin.says(word))).toContain('care.ended-all');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    await scene.later(1, 10);
    expect(lin.news()).toEqual([]);
  });

  it('is listed, and ended one by one, by button or by number', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意', '订阅 锂电池回收', '订阅 新材料');
    const shown = wordsOf(await lin.says('我的订阅'));
    expect(shown).toContain('1. 「现代农业」领域的新榜');
    expect(shown).toContain('2. 「锂电池回收」');
    await lin.says('取消第2个订阅');
    expect(wordsOf(await lin.presses('取消第 1 个'))).not.toContain('现代农业」领域的新榜\n2');
    expect(wordsOf(await lin.says('我的订阅'))).toContain('1. 「新材料」领域的新榜');
  });

  it('is not saved twice, and not before the consent', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业');
    expect(wordsOf(await lin.says('我的订阅'))).toContain('还没有订阅');
    await lin.says('订阅 现代农业', '同意');
    expect(keysOf(await lin.says('订阅 现代农业'))).toContain('care.subscribed-before');
  });

  it('goes out once even when the engine is started again in between', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    await scene.kit.engine.stop();
    const again = await startKit({
      ...scene.kit.parts,
      store: scene.kit.store,
      clock: scene.kit.clock,
      channels: scene.kit.channels,
    });
    await again.engine.idle();
    scene.kit.clock.advance(86_400_000);
    await again.engine.idle();
    await again.engine.stop();
    expect(lin.news().filter((each) => each.keys.includes('care.news'))).toHaveLength(1);
  });
});

describe('暂停提醒', () => {
  it('holds everything unasked for the days named, and what was missed comes afterwards', async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    await lin.says('暂停提醒');
    expect(keysOf(await lin.presses('7 天'))).toContain('care.snoozed');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    await scene.later(6, 10);
    expect(lin.news()).toEqual([]);
    await scene.later(2, 10);
    expect(keysOf(lin.news())).toEqual(['care.news']);
  });

  it('ends when the person says so, in English too', async () => {
    const lin = scene.at('lin');
    await lin.says('please speak english with me', 'subscribe to agriculture');
    await lin.presses('I agree').catch(() => lin.says('yes'));
    expect(keysOf(await lin.says('snooze notifications for 2 weeks'))).toContain('care.snoozed');
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    expect(lin.news()).toEqual([]);
    expect(keysOf(await lin.says('resume notifications'))).toContain('care.awake');
  });

  it("quiet hours are the person's own", async () => {
    const lin = scene.at('lin');
    await lin.says('订阅 现代农业', '同意');
    const set = await lin.says('免打扰 12点到14点');
    expect(wordsOf(set)).toContain('12:00 到 14:00');
    await scene.later(0, 12);
    await scene.publish(list('水稻病虫害遥感监测', 'agriculture'));
    expect(lin.news()).toEqual([]);
    await scene.later(0, 14);
    expect(keysOf(lin.news())).toEqual(['care.news']);
  });
});
