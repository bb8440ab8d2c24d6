import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/understanding/interpret.ts';
import { readValue } from '../../src/understanding/read-value.ts';
import { form, reading } from './reading-scene.ts';

const bid = form('application-enterprise-demand');
const asksForLead = (text: string) => {
  const field = bid.stages[0]?.fields.find((one) => one.id === 'lead');
  if (!field) throw new Error('the form asks nobody’s name');
  return interpret(text, reading({ focus: 'field', form: bid, stage: bid.stages[0]?.id ?? '', answers: {}, field }))
    .commands;
};
const reach = (value: string) => ({ do: 'set', path: 'contact', value });
const name = (text: string) => ({ do: 'answer', text });

describe('a name said with more', () => {
  test.each([
    ['李伟，教授，wei.li@example.com，13800138000', [reach('wei.li@example.com 13800138000'), name('李伟')]],
    ['李伟 13800138000', [reach('13800138000'), name('李伟')]],
    ['Li Wei, professor, wei.li@example.com', [reach('wei.li@example.com'), name('Li Wei')]],
    ['李伟（副院长） 电话：0791-88880000', [reach('0791-88880000'), name('李伟')]],
    ['赵敏，副教授', [name('赵敏')]],
    ['李伟教授', [name('李伟')]],
    ['李伟 手机1380013800', [name('李伟')]],
  ])('%s', (text, commands) => expect(asksForLead(text)).toEqual(commands));

  test.each(['找王伟 13800138000', '秘书小李 138-0013-8000', '王伟（已退休）wang@example.com'])(
    '%s is shown before it counts as a name',
    (text) => {
      const lead = bid.stages[0]?.fields.find((one) => one.id === 'lead');
      expect(lead && readValue(lead, text, reading()).outcome).toBe('confirm');
    },
  );

  test.each(['我们做硅碳负极做了八年', '咱们在厂里试过两轮'])(
    '%s tells something and names nobody: asked back',
    (text) => {
      const lead = bid.stages[0]?.fields.find((one) => one.id === 'lead');
      expect(lead && readValue(lead, text, reading()).outcome).toBe('confirm');
    },
  );

  test.each(['91360100MA35EXAM9K', '20241180-0233'])('a code is no name: %s', (text) => {
    const lead = bid.stages[0]?.fields.find((one) => one.id === 'lead');
    expect(lead && readValue(lead, text, reading()).outcome).toBe('reject');
  });

  test.each(['李伟', '司马相如', '欧阳建国', 'Anna-Maria Fischer', '程序员出身的周明，现在是教授'])(
    '%s is kept as it was said',
    (text) => expect(asksForLead(text)).toEqual([name(text)]),
  );
});
