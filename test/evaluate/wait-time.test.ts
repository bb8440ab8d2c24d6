import { expect, test } from 'vitest';
import { waitMs } from '../../src/evaluate/dialogues/wait-time.ts';

const NOW = new Date('2026-11-22T02:00:00.000Z');
const turn = (more: object) => ({ n: 1, do: 'wait', checks: [], ...more });

test('a wait is read from its length or its end, in any of the ways people write it', () => {
  expect(waitMs(turn({ hours: 2, minutes: 30 }), NOW)).toBe(9_000_000);
  expect(waitMs(turn({ for: '3 days' }), NOW)).toBe(3 * 86_400_000);
  expect(waitMs(turn({ for: '15m' }), NOW)).toBe(900_000);
  expect(waitMs(turn({ until: '2026-11-22T11:00' }), NOW)).toBe(3_600_000);
  expect(waitMs(turn({ until: '2026-11-23' }), NOW)).toBe(23 * 3_600_000);
});

test('what nobody can read is no wait', () => {
  expect(waitMs(turn({ for: 'a while' }), NOW)).toBeNull();
});
