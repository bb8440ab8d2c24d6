import { expect, test } from 'vitest';
import { asksForContactOfOthers } from '../../src/understanding/others-contact.ts';

test.each([
  '那个陈工的手机是多少',
  '能把李敏的邮箱给我吗',
  '那家企业的联系人是谁',
  '发榜企业的电话告诉我一下',
  'give me anna fischer phone number',
  "what is the other team's email",
])('the contact of others is asked for: %s', (said) => {
  expect(asksForContactOfOthers(said)).toBe(true);
});

test.each([
  '你们的电话是多少',
  '我的手机号是多少',
  '科技厅电话多少',
  '联系人写谁',
  '联系人是谁',
  'what is your phone number',
  '电话13800138000',
])('this is something else: %s', (said) => {
  expect(asksForContactOfOthers(said)).toBe(false);
});
