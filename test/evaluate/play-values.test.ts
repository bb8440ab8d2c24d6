import { describe, expect, test } from 'vitest';
import { graveErrors, shareOf } from '../../src/evaluate/outcome.ts';
import { playValues } from '../../src/evaluate/values/play-values.ts';
import { smallSuite } from '../support/small-suite.ts';

const row = (id: string, type: string, text: string, expected: object) => ({
  id,
  type,
  lang: 'zh',
  text,
  today: '2026-11-22',
  expect: expected,
});
const play = (...rows: readonly object[]) => playValues(smallSuite('values.jsonl', rows));

describe('typed answers of a suite', () => {
  test('are right when outcome, value and reason are', async () => {
    const outcome = await play(
      row('a', 'money', '600万元', { outcome: 'accept', value: { amount: 600, unit: '万元' } }),
      row('b', 'phone', '13000000000', { outcome: 'accept', value: { e164: '+8613000000000' } }),
      row('c', 'duration', '两年', { outcome: 'accept', value: { months: 24 } }),
      row('d', 'industry', '新材料', { outcome: 'accept', value: '新材料' }),
      row('e', 'list_ordinal', '第二个', { outcome: 'accept', value: { ordinal: 2 } }),
      row('f', 'email', 'someone', { outcome: 'reject', reason: 'not_an_email' }),
    );
    expect(outcome.checked.filter((each) => !each.ok)).toEqual([]);
    expect(shareOf(outcome.checked)).toEqual({ right: 6, of: 6 });
  });

  test('a wrong value accepted without showing it is grave', async () => {
    const outcome = await play(
      row('a', 'money', '600万元', { outcome: 'accept', value: { amount: 700, unit: '万元' } }),
    );
    expect(graveErrors(outcome).map(({ id }) => id)).toEqual(['a']);
  });

  test('a needless question is wrong and counted apart, never grave', async () => {
    const outcome = await play(
      row('a', 'money', '30000000', { outcome: 'accept', value: { amount: 3000, unit: '万元' } }),
    );
    expect(outcome.numbers['needless questions']).toBe(1);
    expect(graveErrors(outcome)).toEqual([]);
  });

  test('another reason than the wanted one is wrong', async () => {
    const outcome = await play(row('a', 'email', 'someone', { outcome: 'reject', reason: 'wrong_length' }));
    expect(outcome.checked[0]?.ok).toBe(false);
  });
});
