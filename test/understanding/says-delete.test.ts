import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { saysDelete } from '../../src/understanding/says-delete.ts';

describe('a yes to deleting everything', () => {
  it.each([
    '嗯，删吧',
    '全部删掉',
    '都删了吧',
    '好的，把我的数据都删掉',
    'delete everything',
    'yes, delete it all please',
  ])('%s', (text) => {
    expect(saysDelete(fold(text))).toBe('delete');
  });

  it.each(['撤回并删除', '都撤回再删吧', 'withdraw and delete'])('%s takes back first', (text) => {
    expect(saysDelete(fold(text))).toBe('withdraw');
  });

  it.each([
    ...['先别删', '不删了', '会删哪些', '能不能只删聊天记录', '删除我的数据', '删一部分', '嗯……我想想', '全部'],
    ...['嗯，删什么？', "don't delete it", 'delete what?', 'will you delete everything?', '', '删草稿就行'],
  ])('“%s” is none', (text) => {
    expect(saysDelete(fold(text))).toBeNull();
  });
});
