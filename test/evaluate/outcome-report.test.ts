import { expect, test } from 'vitest';
import type { SuiteOutcome } from '../../src/evaluate/outcome.ts';
import { outcomeFailures, outcomeJson, outcomeText } from '../../src/evaluate/outcome-report.ts';

const outcome: SuiteOutcome = {
  suite: 'values',
  checked: [
    { id: 'a', ok: true, groups: ['type money'], say: 'accept', got: 'accept' },
    {
      id: 'b',
      ok: false,
      groups: ['type money'],
      say: 'reject',
      got: 'accept\n1',
      grave: 'a value accepted that nobody said',
    },
  ],
  grave: [],
  judge: [{ id: 'c', at: 'turn 1', say: 'is kind' }],
  numbers: { 'needless questions': 0 },
  notes: [],
  transcripts: { c: 'R1> 你好' },
};

test('the report shows shares, groups, grave errors and failures', () => {
  const text = outcomeText(outcome);
  expect(text).toContain('values: 1/2 (50.0%)');
  expect(text).toMatch(/type money\s+1\/2/);
  expect(text).toContain('grave errors: 1');
  expect(text).toContain('- b');
});

test('scripts get one object', () => {
  expect(outcomeJson(outcome)).toMatchObject({ score: 0.5, grave: 1, judge: 1, checks: { right: 1, of: 2 } });
});

test('the file of failures holds them with what is to be judged and its transcript', () => {
  const rows = outcomeFailures(outcome)
    .trim()
    .split('\n')
    .map((row) => Reflect.get(JSON.parse(row), 'kind'));
  expect(rows).toEqual(['check', 'judge', 'transcript']);
});
