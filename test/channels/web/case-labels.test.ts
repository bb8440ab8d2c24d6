import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../src/channels/web/desk/case-labels.ts';
import { leftBehind } from '../../../src/programme/left-behind.ts';
import { anInterest } from '../../support/case-fixtures.ts';

const words = (record: Parameters<typeof labelsOf>[0]) =>
  labelsOf(record, { say: (key) => key })
    .map((each) => JSON.stringify(each))
    .join(' ');

describe('the labels beside a case', () => {
  it('say that its person deleted the account, and only then', () => {
    expect(words(anInterest())).not.toContain('owner-gone');
    expect(words(leftBehind(anInterest()))).toContain('desk.owner-gone');
  });
});
