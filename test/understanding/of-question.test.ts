import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/understanding/interpret.ts';
import { readValue } from '../../src/understanding/read-value.ts';
import { context, field, money, reading } from './reading-scene.ts';

const solution = field('long-text', { id: 'route', label: { zh: '技术方案', en: 'Solution' } });
const partners = field('text', { id: 'partners', label: { zh: '合作单位', en: 'Partners' } });
const start = field('date', { id: 'start', label: { zh: '开始日期', en: 'Start date' } });
const orcid = field('orcid', { id: 'orcid', label: { zh: 'ORCID', en: 'ORCID' }, required: false });
const pledge = field('yes-no', { id: 'pledge', label: { zh: '承诺书', en: 'Pledge' } });
const secret = field('yes-no', { id: 'secret', label: { zh: '是否匿名', en: 'Stay anonymous' } });
const name = field('choice', {
  id: 'name',
  label: { zh: '是否公开厂名', en: 'Disclosure of the name' },
  options: [
    { id: 'shown', label: { zh: '公开', en: 'Publish' }, aliases: ['是', 'yes'] },
    { id: 'hidden', label: { zh: '匿名', en: 'Anonymous' }, aliases: ['否', 'no'] },
  ],
});

const at = (asked: typeof money, text: string) => interpret(text, reading({ focus: 'field', field: asked }));
const does = (asked: typeof money, text: string) => at(asked, text).commands[0]?.do;

describe('putting the field in hand off by its own name', () => {
  it.each([
    [solution, '方案以后再细写'],
    [solution, '这段最后统一补'],
    [partners, '合作单位先放一放'],
    [start, '开始日期还没定下来'],
    [money, '数还没算完，后面填'],
    [orcid, "I'll add the orcid later"],
    [solution, 'rather leave this part for later'],
  ])('leaves only this one open: %#', (asked, text) => {
    expect(does(asked, text)).toBe('skip');
  });

  it.each([
    [solution, '方案明天再写'],
    [partners, '要去接娃，回头填'],
    [solution, "i'll do this section this weekend"],
  ])('is a pause where the person leaves: %#', (asked, text) => {
    expect(does(asked, text)).toBe('pause');
  });

  it.each(['方案后面加一道酸洗', '先放料后升温，最后统一出炉', '技术方案还没定', '回头料的后处理方案'])(
    'never swallows an answer in free words: %s',
    (text) => {
      expect(does(solution, text)).toBe('answer');
    },
  );
});

describe('questions while a field is open', () => {
  it.each([
    [money, '预算含不含设备折旧'],
    [solution, '方案指的是工艺还是设备'],
    [partners, '几家封顶'],
    [partners, '是填独立法人吗'],
    [orcid, '必须用本人的吗'],
    [solution, '要写多详细呢'],
    [pledge, '这承诺书都包括什么'],
    [money, 'does this include our own money'],
  ])('ask for help where they are about its words or bounds: %#', (asked, text) => {
    expect(does(asked, text)).toBe('help');
  });

  it('keep the words with the help where the programme may know more', () => {
    expect(at(money, '这个数算不算自筹').commands).toEqual([{ do: 'help', question: '这个数算不算自筹' }]);
  });

  it.each([
    [orcid, '没有orcid影响打分不'],
    [orcid, '没有编号的老师咋办'],
    [money, '报高了影响中榜吗'],
  ])('go to the rules where they are about what follows: %#', (asked, text) => {
    expect(does(asked, text)).toBe('ask');
  });

  it('still take a plain lack for nothing to fill in', () => {
    expect(does(orcid, '没有ORCID')).toBe('skip');
    expect(does(orcid, '没有呢')).toBe('skip');
  });
});

describe('mending the question just before', () => {
  it.each(['上一题我再改改', '刚才那个问题重新答', '回去改改上面的', 'let me edit the previous answer'])(
    'goes back to it: %s',
    (text) => {
      expect(at(money, text)).toMatchObject({ why: 'back:change', commands: [{ do: 'back' }] });
      expect(interpret(text, reading({ focus: 'review' })).commands).toEqual([{ do: 'back' }]);
    },
  );

  it('is no going back where the answer tells of a step before', () => {
    expect(does(solution, '前一步改用微波干燥')).toBe('answer');
  });
});

describe('yes and no in the words of the matter', () => {
  const read = (asked: typeof money, text: string) => readValue(asked, text, context);

  it.each([
    [name, '厂名就别登了', 'hidden'],
    [name, '别公开', 'hidden'],
    [name, '打码吧', 'hidden'],
    [name, "we'd rather not be mentioned", 'hidden'],
    [name, '亮出来没关系', 'shown'],
    [pledge, '这个不敢签', false],
    [pledge, '签字没问题', true],
    [secret, '匿名吧', true],
    [secret, '公开吧', false],
  ])('are shown before they count: %#', (asked, text, value) => {
    const found = read(asked, text);
    expect(found).toMatchObject({ value });
  });

  it('say yes or no of a choice that is just these two, and a question chooses nothing', () => {
    expect(at(name, '厂名就别登了').why).toBe('answer:no');
    expect(at(name, '登出来可以').why).toBe('answer:yes');
    expect(at(name, '公开了谁看得到').why).not.toMatch(/^answer:/);
  });
});

describe('a list taken up by whose it shall be', () => {
  it.each(['竹纤维的我们来啃', '帮俺报上竹纤维的', '竹纤维那个交给咱们'])('is looked up by its words: %s', (text) => {
    expect(interpret(text, reading()).commands[0]).toMatchObject({ do: 'find', words: '竹纤维', take: text });
  });

  it('is not, where it shall only be shown', () => {
    expect(interpret('竹纤维那个给我们看看', reading()).commands[0]?.do).not.toBe('apply');
    expect(interpret('竹纤维那个给我们看看', reading()).commands[0]).not.toHaveProperty('take');
  });
});

describe('a telephone with its last digits said beside', () => {
  it('is accepted where they are its own, and shown where they are not', () => {
    const phone = field('phone', { phone: 'any' });
    expect(readValue(phone, '尾号是8002，13900138002', context)).toMatchObject({
      outcome: 'accept',
      value: '13900138002',
    });
    expect(readValue(phone, '尾号是7777，13900138002', context).outcome).toBe('confirm');
  });

  it('a length counted from the contract is shown before it counts', () => {
    expect(readValue(field('duration'), '签约后十个月', context)).toMatchObject({
      outcome: 'confirm',
      value: { months: 10 },
    });
    expect(does(field('duration'), '签约后十个月')).toBe('answer');
  });
});
