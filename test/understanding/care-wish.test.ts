import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/understanding/interpret.ts';
import { reading } from './reading-scene.ts';

function first(said: string): unknown {
  return interpret(said, reading()).commands[0];
}

describe('how often, in words nobody listed', () => {
  test.each([
    ['攒起来每周发一次吧', 'weekly'],
    ['一个星期汇总一次发我就够了', 'weekly'],
    ['改成每周推送一次吧', 'weekly'],
    ['每天推一条就行', 'daily'],
    ['不用天天发，一星期打包一次', 'weekly'],
    ['just send me a weekly summary', 'weekly'],
    ['a daily email is fine', 'daily'],
  ])('%s', (said, rhythm) => {
    expect(first(said)).toEqual({ do: 'care', rhythm });
  });
});

describe('hours of quiet', () => {
  test.each([
    ['晚上九点到早上七点别打扰我', [21, 7]],
    ['夜里11点到第二天早上8点不要推送', [23, 8]],
    ['晚上十点到早上六点半别吵我', [22, 7]],
    ['22:00到7:00不要发消息', [22, 7]],
    ['please no messages from 9pm to 7am', [21, 7]],
    ["don't disturb me between 10 pm and 6 am", [22, 6]],
    ['中午12点到下午2点别发通知', [12, 14]],
  ])('%s', (said, quiet) => {
    expect(first(said)).toEqual({ do: 'care', quiet });
  });
});

describe('a pause of some days', () => {
  test.each([
    ['下周休假，先别推送了', 14],
    ['这三天太忙，提醒先停一停', 3],
    ['一个月内不要发通知', 30],
    ['pause notifications for two weeks', 14],
    ['mute it for 3 days', 3],
  ])('%s', (said, days) => {
    expect(first(said)).toEqual({ do: 'snooze', days });
  });
});

describe('none at all, and which there are', () => {
  test.each([
    ['全部退订了吧', 'unsubscribe'],
    ['都不要了，退订', 'unsubscribe'],
    ['please unsubscribe me from all of them', 'unsubscribe'],
    ['我现在订阅着哪些', 'subscriptions'],
    ['what am I currently subscribed to', 'subscriptions'],
  ])('%s', (said, does) => {
    expect(first(said)).toMatchObject({ do: does });
  });
});

describe('the subject stands before the wish', () => {
  test.each([
    ['光伏组件有新榜了提醒我一下', '光伏组件'],
    ['智能农机方面一有新项目就告诉我', '智能农机'],
    ['稀土永磁出了新榜单麻烦通知我', '稀土永磁'],
    ['ping me when a new challenge on tungsten recycling opens', 'tungsten recycling'],
    ['let me know once something new about bridge steel comes out', 'bridge steel'],
  ])('%s', (said, words) => {
    expect(first(said)).toEqual({ do: 'subscribe', words });
  });
});

test.each([
  '每周组会谁来主持',
  '我们做24小时安静型空压机',
  '晚上8点到9点开会',
  '哪些项目一年内做完',
  '有没有三个月内截止的榜',
])('is no wish about notices: %s', (said) => {
  expect(['care', 'snooze', 'unsubscribe', 'subscriptions', 'subscribe']).not.toContain(
    interpret(said, reading()).commands[0]?.do,
  );
});
