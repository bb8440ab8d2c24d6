import { describe, expect, it } from 'vitest';
import { isDigestDay, isQuiet, mayRemind, USUAL_CARE } from '../../src/programme/care.ts';
import fc from '../support/fast-check.ts';

const ZONE = 'Asia/Shanghai';
/** Monday 7 September 2026 at that hour in Shanghai, days later. */
const at = (hour: number, days = 0): string => new Date(Date.UTC(2026, 8, 7 + days, hour - 8)).toISOString();

describe('quiet hours', () => {
  it('are 20:00 to 9:00 unless a person chose others', () => {
    const loud = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !isQuiet(USUAL_CARE, at(hour), ZONE));
    expect(loud).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  it('may lie within a day or over midnight, and from and to alike mean none', () => {
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(hours, hours, hours, (from, to, hour) => {
        const quiet = isQuiet({ ...USUAL_CARE, quiet: { from, to } }, at(hour), ZONE);
        const steps = (to - from + 24) % 24;
        expect(quiet).toBe((hour - from + 24) % 24 < steps);
      }),
    );
  });

  it('never let a draft be reminded of at night, whatever a person chose', () => {
    const none = { ...USUAL_CARE, quiet: { from: 0, to: 0 } };
    expect([8, 9, 19, 20].map((hour) => mayRemind(none, at(hour), ZONE))).toEqual([false, true, true, false]);
    expect(mayRemind({ ...none, reminders: false }, at(10), ZONE)).toBe(false);
    expect(mayRemind({ ...none, snoozedUntil: at(11) }, at(10), ZONE)).toBe(false);
  });
});

describe('a digest', () => {
  it('comes on Mondays for the weekly, daily for the daily, and never twice a day', () => {
    const weekly = { ...USUAL_CARE, rhythm: 'weekly' } as const;
    expect([0, 1, 6, 7].map((days) => isDigestDay(weekly, at(10, days), ZONE))).toEqual([true, false, false, true]);
    expect(isDigestDay(USUAL_CARE, at(10, 1), ZONE)).toBe(true);
    expect(isDigestDay({ ...USUAL_CARE, toldOn: '2026-09-07' }, at(12), ZONE)).toBe(false);
    expect(isDigestDay({ ...USUAL_CARE, rhythm: 'at-once', toldOn: '2026-09-07' }, at(12), ZONE)).toBe(true);
  });
});
