import { expect, it } from 'vitest';
import { namedCase } from '../../src/understanding/case-reference.ts';

it.each([
  ['进度 i-qe0j0-a3q92', { do: 'status', case: 'I-QE0J0-A3Q92' }],
  ['n-00000-00000到哪了?', { do: 'status', case: 'N-00000-00000' }],
  ['撤回a-00000-00000', { do: 'withdraw', case: 'A-00000-00000' }],
  ['please withdraw i-00000-00000', { do: 'withdraw', case: 'I-00000-00000' }],
])('%s names a paper', (text, command) => {
  expect(namedCase(text)).toEqual(command);
});

it.each([
  ['l-00000-00000', 'a list'],
  ['进度', 'no number'],
  ['wi-00000-00000', 'something longer'],
  ['我们去年那份i-00000-00000里写的指标和这次的需求是一回事吗', 'a question about more'],
])('%s is %s', (text) => {
  expect(namedCase(text)).toBeNull();
});
