import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchCore } from '../../src/commands/bench-core.ts';
import { benchTable, ms, quantile, times } from '../../src/commands/bench-row.ts';
import { dice, makeWriter } from '../../src/commands/bench-text.ts';
import { benchTurns } from '../../src/commands/bench-turns.ts';

const LOG_LEVEL = process.env.LOG_LEVEL;

beforeAll(() => {
  process.env.LOG_LEVEL = 'silent';
});
afterAll(() => {
  if (LOG_LEVEL === undefined) delete process.env.LOG_LEVEL;
  else process.env.LOG_LEVEL = LOG_LEVEL;
});

describe('the benchmark', () => {
  it('sets its columns side by side', () => {
    const row = { what: 'turns', ours: '9/s', beside: '3/s', ratio: times(9, 3), goal: '≥ 2×' };
    expect(benchTable([row]).split('\n')).toEqual([
      'what   here  beside it  ratio  goal',
      '-----  ----  ---------  -----  ----',
      'turns  9/s   3/s        3.0×   ≥ 2×',
    ]);
  });

  it('reads numbers the way people do', () => {
    expect([ms(1234.4), ms(3.456), ms(0.0123)]).toEqual(['1234 ms', '3.46 ms', '12.3 µs']);
    expect(quantile([5, 1, 3, 2, 4], 0.5)).toBe(3);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  });

  it('writes the same made-up text on every machine', () => {
    expect(makeWriter(dice(7))(60)).toBe(makeWriter(dice(7))(60));
    expect(makeWriter(dice(7))(60)).not.toBe(makeWriter(dice(8))(60));
  });

  it('plays real turns to the end and has a figure for each', { timeout: 120_000 }, async () => {
    let steps = 0;
    const tick = (): void => {
      steps += 1;
    };
    const rows = [...(await benchTurns(tick)), ...(await benchCore(tick))];
    console.log(benchTable(rows));
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => row.ours).join()).not.toMatch(/NaN|Infinity|undefined/);
    expect(steps).toBe(5);
  });
});
