import { describe, expect, it } from 'vitest';
import { bareReason, readBidders, readStaffWord } from '../../src/understanding/staff-words.ts';
import fc from '../support/fast-check.ts';

describe('a decision in words', () => {
  it.each([
    ['通过', 'approve'],
    ['审核通过。', 'approve'],
    ['这个需求可以通过', 'approve'],
    ['受理吧', 'approve'],
    ['批准了', 'approve'],
    ['通過', 'approve'],
    ['Approve', 'approve'],
    ['please approve this one', 'approve'],
    ['驳回', 'reject'],
    ['不予通过', 'reject'],
    ['reject it', 'reject'],
    ['退回修改', 'return'],
    ['send it back', 'return'],
    ['要求补充', 'ask-more'],
    ['不入选', 'not-select'],
    ['发榜', 'publish'],
  ])('%s', (said, word) => {
    expect(readStaffWord(said)).toEqual({ word });
  });

  it.each([
    ['退回补充：请附检测报告', 'ask-more', '请附检测报告'],
    ['驳回，理由：超出支持范围', 'reject', '超出支持范围'],
    ['退回 原因是 指标没有单位', 'return', '指标没有单位'],
    ['Reject: Budget Table is missing', 'reject', 'Budget Table is missing'],
    ['要求补充:第3项指标缺少检测方法，补好再交', 'ask-more', '第3项指标缺少检测方法，补好再交'],
  ])('%s gives its reason word for word', (said, word, reason) => {
    expect(readStaffWord(said)).toEqual({ word, reason });
  });

  it.each([
    '通过率是多少',
    '怎样才能通过',
    '查一下退回的需求',
    '电工钢',
    '同意',
    '好',
    'ok',
    '没有通过吗？',
    '发布需求',
    'approval list',
  ])('%s decides nothing', (said) => {
    expect(readStaffWord(said)).toBeNull();
  });

  it('never throws and never makes an empty reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readStaffWord(text)?.reason ?? 'x').toMatch(/[\p{L}\p{N}]/u);
        readBidders(text);
        if (/[\p{L}\p{N}]/u.test(text)) expect(bareReason(text)).not.toBe('');
      }),
    );
  });
});

describe('a typed reason', () => {
  it('does not keep the word of the act', () => {
    expect(bareReason('要求补充：请附检测报告')).toBe('请附检测报告');
    expect(bareReason('理由：超出范围')).toBe('超出范围');
    expect(bareReason('Return: no stamp')).toBe('no stamp');
  });

  it('is kept whole when it says nothing else, or only mentions the word', () => {
    expect(bareReason('退回：')).toBe('退回：');
    expect(bareReason('补充材料第二页缺章')).toBe('补充材料第二页缺章');
    expect(bareReason('请退回原件')).toBe('请退回原件');
  });
});

describe('bidders by number', () => {
  it.each([
    ['1、3、4', [1, 3, 4]],
    ['推荐第1、3、4家', [1, 3, 4]],
    ['1 3 4', [1, 3, 4]],
    ['第一和第三家', [1, 3]],
    ['推荐1号、2号', null],
    ['recommend 1, 2 and 4', [1, 2, 4]],
    ['2，2，3', [2, 3]],
    ['选第二家', [2]],
  ])('%s', (said, numbers) => {
    expect(readBidders(said)).toEqual(numbers);
  });

  it.each(['四家都推荐', '全部推荐', '都要', 'all four', 'shortlist all'])('%s means every one', (said) => {
    expect(readBidders(said)).toBe('all');
  });

  it.each(['1号线的需求', '推荐', '预算300万', '13800138000', '先看看第一家的材料'])('%s chooses nobody', (said) => {
    expect(readBidders(said)).toBeNull();
  });
});
