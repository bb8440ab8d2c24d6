import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { leavesClinic, leavesOpen } from '../../src/understanding/clinic-phrases.ts';

describe('words that have enough of the clinic', () => {
  test.each([
    '不弄了',
    '我不想弄这个了，直接提交',
    '直接提交',
    '跳过',
    '算了',
    '回到核对',
    '别填了吧',
    '麻烦，先跳过',
    '够了',
    '就这样',
    'enough',
    'skip',
    "that's enough, thanks",
    'back to the review',
  ])('%s', (text) => expect(leavesClinic(fold(text))).toBe(true));
  test.each([
    '不低于现在',
    '一天最多断一次',
    '称重，核对台账',
    '六个月不结垢',
    '不弄这份需求了',
    '取消草稿',
    '按国标测',
    'no less than 40',
    '直接提交第三方报告',
    '超声检查',
  ])('%s is something else', (text) => expect(leavesClinic(fold(text))).toBe(false));
});

describe('words that leave one point open', () => {
  test.each(['还没定', '这个暂时没想好', '不清楚', '以后再说', 'not settled yet', 'TBD'])('%s', (text) =>
    expect(leavesOpen(fold(text))).toBe(true),
  );
  test.each(['不低于现在', '每天不超过两次', '测定', ''])('%s does not', (text) =>
    expect(leavesOpen(fold(text))).toBe(false),
  );
});
