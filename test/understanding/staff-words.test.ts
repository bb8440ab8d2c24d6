import { describe, expect, it } from 'vitest';
import { changedBidders, readBidders } from '../../src/understanding/bidder-choice.ts';
import { bareReason, readStaffWord } from '../../src/understanding/staff-words.ts';
import { takesBack } from '../../src/understanding/takes-back.ts';
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

describe('a decision on a case the message names', () => {
  it.each([
    ['把水溶肥那个通过', 'approve', '水溶肥', undefined],
    ['驳回隔膜那个需求，预算对不上', 'reject', '隔膜', '预算对不上'],
    ['把芳纶纸的申报退回', 'return', '芳纶纸', undefined],
    ['通过一下电工钢那个', 'approve', '电工钢', undefined],
    ['隔膜那条退回吧', 'return', '隔膜', undefined],
    ['approve the mooring one', 'approve', 'mooring', undefined],
    ['reject the coating application: no test method', 'reject', 'coating', 'no test method'],
  ])('%s', (said, word, about, reason) => {
    expect(readStaffWord(said)).toEqual({ word, about, ...(reason && { reason }) });
  });

  it.each(['把需求发布到网上怎么弄', '通过的需求有哪些', '退回的那个企业改好了吗', '驳回率高的是哪个领域'])(
    '%s decides nothing',
    (said) => {
      expect(readStaffWord(said)).toBeNull();
    },
  );
});

describe('a step taken back in words', () => {
  it.each([
    '撤回',
    '啊，按错了',
    '点错了 撤回',
    '哎呀手滑，快撤回来',
    '不对不对，撤销刚才那个',
    '等等，选错人了，取消刚才的推荐',
    'oops, wrong one, undo that',
    'sorry undo',
    'take it back',
  ])('%s', (said) => {
    expect(takesBack(said)).toBe(true);
  });

  it.each(['等等', '不对', '预算写错了，退回去让他改', '撤回率高吗', '好的', 'wait', '企业说填错了'])(
    '%s does not',
    (said) => {
      expect(takesBack(said)).toBe(false);
    },
  );
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
    ['推荐1号、2号', [1, 2]],
    ['前三家', [1, 2, 3]],
    ['那就前2家吧', [1, 2]],
    ['OK, the first three please', [1, 2, 3]],
    ['行，124', [1, 2, 4]],
    ['除了第四家，其他都推荐', [1, 2, 3]],
    ['all but the second', [1, 3, 4]],
    ['recommend 1, 2 and 4', [1, 2, 4]],
    ['2，2，3', [2, 3]],
    ['选第二家', [2]],
  ])('%s', (said, numbers) => {
    expect(readBidders(said, 4)).toEqual(numbers);
  });

  it.each(['四家都推荐', '全部推荐', '都要', 'all four', 'shortlist all'])('%s means every one', (said) => {
    expect(readBidders(said)).toBe('all');
  });

  it.each([
    ['再加第4家', [1, 3, 4]],
    ['第二家也算上', [1, 3, 2]],
    ['哦对了，还要第2家', [1, 3, 2]],
    ['add number 4', [1, 3, 4]],
    ['去掉第三家', [1]],
    ['drop number 1', [3]],
    ['第3家换成第4家', [1, 4]],
    ['可以', null],
    ['第一家是哪个学校', null],
    ['确认', null],
  ])('%s changes the choice of the first and the third', (said, numbers) => {
    expect(changedBidders(said, [1, 3])).toEqual(numbers);
  });

  it.each(['1号线的需求', '推荐', '预算300万', '13800138000', '先看看第一家的材料'])('%s chooses nobody', (said) => {
    expect(readBidders(said)).toBeNull();
  });
});
