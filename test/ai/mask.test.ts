import { expect, it } from 'vitest';
import { mask } from '../../src/ai/mask.ts';

it.each([
  ['手机13800138000', '手机[phone]'],
  ['+86 138 0013 8000', '[phone]'],
  ['0791-88880000转801', '[phone]转801'],
  ['li.min+x@mail.example.edu.cn。', '[mail]。'],
])('masks %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

it.each(['预算3000万元', '2026-10-07', 'GB/T 1408', '纯度99.998%', '编号JB-4K7Q', '1 380 mm'])(
  'leaves %s as it is',
  (text) => {
    expect(mask(text)).toBe(text);
  },
);
