import { expect, it } from 'vitest';
import { makeMasks } from '../../src/ai/mask.ts';

it.each([
  ['手机13800138000', '手机[phone-1]'],
  ['+86 138 0013 8000', '[phone-1]'],
  ['0791-88880000转801', '[phone-1]转801'],
  ['li.min+x@mail.example.edu.cn。', '[mail-1]。'],
  ['13800138000，不是13900139000，是13800138000', '[phone-1]，不是[phone-2]，是[phone-1]'],
])('masks %s', (text, masked) => {
  expect(makeMasks().hide(text)).toBe(masked);
});

it.each(['预算3000万元', '2026-10-07', 'GB/T 1408', '纯度99.998%', '编号JB-4K7Q', '1 380 mm'])(
  'leaves %s as it is',
  (text) => {
    expect(makeMasks().hide(text)).toBe(text);
  },
);

it('puts what it hid back into an answer, and nothing else', () => {
  const masks = makeMasks();
  masks.hide('电话改成13800138000，邮箱 a@example.org');
  const answer = { commands: [{ do: 'correct', text: '[phone-2]', n: 1 }, '[mail-1] [phone-9]', null] };
  expect(masks.show(answer)).toEqual({
    commands: [{ do: 'correct', text: '13800138000', n: 1 }, 'a@example.org [phone-9]', null],
  });
});

it('never gives an identity number back', () => {
  const masks = makeMasks();
  expect(masks.show(masks.hide('身份证11010519491231002X'))).not.toContain('19491231');
});
