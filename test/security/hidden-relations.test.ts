import { describe, expect, it } from 'vitest';
import { bidIdentity, NOBODY, ownerIdentity } from '../../src/engine/party-identity.ts';
import type { Answers } from '../../src/programme/answer.ts';
import { checkConflict } from '../../src/programme/conflict-check.ts';
import { aBid, aListing } from '../support/case-fixtures.ts';

const OWNER = { name: '示例特钢有限公司', creditCode: '91350100M000100Y43' };
const BIDDER = { name: '示例甲大学', creditCode: '91360000000000000A' };

function answerFor(owner: Answers, bidder: Answers): string | undefined {
  const listing = aListing({ organisation: OWNER, answers: owner });
  const bid = aBid(1, { organisation: BIDDER, answers: { creditCode: BIDDER.creditCode, ...bidder } }, listing);
  const one = ownerIdentity(listing, NOBODY);
  return one ? checkConflict(one, bidIdentity(bid, NOBODY)).answer : undefined;
}

describe('the contact of a list who leads a bid on it', () => {
  it.each([
    '王建国 13800138000',
    '王建国13800138000',
    '13800138000王建国',
    '王建国，13800138000',
    '联系人：王建国 13800138000',
    '王建国（工程师）13800138000',
    '李四、王建国 wang@example.cn',
  ])('is not cleared however the contact was typed: %s', (contact) => {
    expect(answerFor({ contact }, { lead: '王建国' })).toBe('refused');
  });

  it('is nobody where only a number stands', () => {
    expect(answerFor({ contact: '13800138000' }, { lead: '王建国' })).toBe('none');
  });
});

describe('the owner’s credit code on a bid', () => {
  it('is found beside a name that the bid gives with another code', () => {
    const partners = [{ name: BIDDER.name, creditCode: OWNER.creditCode }];
    expect(answerFor({}, { lead: '王建国', partners })).toBe('conflict');
  });
});
