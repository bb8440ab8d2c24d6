import { describe, expect, test } from 'vitest';
import { proposeTitle } from '../../src/programme/form-propose.ts';
import { needOpening } from '../../src/understanding/need-opening.ts';

const SECTORS = ['新材料', '新能源', '生物医药', '农业', 'materials'];
const opening = (said: string) => needOpening(said, (words) => SECTORS.includes(words));

describe('greetings and the wish to post are no part of the trouble', () => {
  test.each([
    ['您好，我们想再登记一个技术需求：钴粉氧含量偏高', '钴粉氧含量偏高'],
    ['老师好！我们公司有个技术难题，主轴温升太快', '主轴温升太快'],
    ['發布需求，飼料放幾天就發霉', '飼料放幾天就發霉'],
    ['hi, I need to post another need. Our membrane fouls early', 'Our membrane fouls early'],
    ["Hello, we'd like to publish a technical challenge: paint blisters", 'paint blisters'],
    ['发布一个企业需求', ''],
  ])('%s', (said, left) => {
    expect(opening(said)).toEqual({ rest: left });
  });

  test.each(['出口产品涂层脱落', '报废率太高，气孔多', '有个问题一直解决不了', '挂具镀层起皮', '发一个浆料起泡的需求'])(
    'nothing is cut off %s',
    (said) => {
      expect(opening(said)).toEqual({ rest: said });
    },
  );
});

test.each([
  ['想登记个生物医药方面的需求，片剂老是裂片', '生物医药', '片剂老是裂片'],
  ['我们要发一个新能源的技术难题：涂层掉粉', '新能源', '涂层掉粉'],
  ['發布一個農業的需求', '农业', ''],
  ["we'd like to post a new materials need: our foil tears", 'materials', 'our foil tears'],
])('the sector named in the wish is known: %s', (said, sector, rest) => {
  expect(opening(said)).toEqual({ rest, sector });
});

test.each([
  ['我们是做轴承的，最近老被客户投诉，说滚子表面有麻点，想找高校帮忙', '滚子表面有麻点问题攻关'],
  ['我們是做飼料的，豆粕發酵老是不穩定', '豆粕發酵老是不穩定問題攻關'],
  ['有个难题一直解决不了', '一直解决不了问题攻关'],
])('a title names the trouble, not the teller: %s', (said, title) => {
  expect(proposeTitle(said)).toBe(title);
});
