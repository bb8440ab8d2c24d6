import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/understanding/interpret.ts';
import { field, form, reading } from './reading-scene.ts';

const bid = form('application-enterprise-demand');
const answers = { unit: '示例理工大学' };
const open = (kind: 'text' | 'long-text' | 'phone') =>
  reading({ focus: 'field', form: bid, stage: 'bid', answers, field: field(kind, { id: 'plan' }) });

describe('another list named in the midst of a form', () => {
  test.each([
    ['柔性玻璃那个我们也想报', 'glass'],
    ['柔性玻璃的榜我也要揭一个', 'glass'],
    ['对了，我们桥梁钢那个也想揭', 'steel'],
    ['水稻秸秆的榜也打算报一个', 'rice'],
    ['哎呀弄错了，我要揭的是桥梁钢', 'steel'],
    ['不是柔性玻璃，是桥梁钢那个榜', 'steel'],
    ['換成水稻秸稈那個', 'rice'],
    ['算了，先把桥梁钢的填完', 'steel'],
    ['接着弄桥梁钢那份', 'steel'],
    ['桥梁钢那份继续', 'steel'],
    ['回到柔性玻璃那个', 'glass'],
    ['回到柔性玻璃', 'glass'],
    ['还是先把桥梁钢的弄完', 'steel'],
    ["sorry, I'd rather apply for the 桥梁钢 one", 'steel'],
  ])('%s', (said, listing) => {
    for (const kind of ['text', 'long-text', 'phone'] as const)
      expect(interpret(said, open(kind)).commands).toEqual([{ do: 'apply', listing }]);
  });

  test.each([
    '先把桥梁钢的夹杂物降下来，再调轧制温度',
    '我们承担过柔性玻璃的市级课题，也申报了专利',
    '低温菌剂与秸秆粉碎配套，先腐熟再还田',
    '我还想揭示失效的机理',
    '桥梁钢的项目也要申报专利',
  ])('a text that only speaks of such things is the answer: %s', (said) => {
    expect(interpret(said, open('long-text')).commands).toEqual([{ do: 'answer', text: said }]);
  });

  test('a list nobody knows is not taken up', () => {
    expect(interpret('碳纤维那个我们也想报', open('long-text')).commands).toEqual([
      { do: 'answer', text: '碳纤维那个我们也想报' },
    ]);
  });
});

describe('a wish to take up a list that names only its sector', () => {
  test.each([
    ['我们想揭新材料的榜', 'materials'],
    ['想报一个新材料方面的项目', 'materials'],
    ['we would like to bid on something in new materials', 'materials'],
  ])('%s', (said, sector) => {
    expect(interpret(said, reading({ shown: [], about: null })).commands).toEqual([{ do: 'find', sector, take: said }]);
  });
});
