import { describe, expect, it } from 'vitest';
import { expectedAnswer } from '../../src/programme/office-hours.ts';

const calendar = { timeZone: 'Asia/Shanghai', holidays: ['2026-10-01', '2026-10-02'], workingWeekends: ['2026-09-27'] };

describe('when the office answers', () => {
  it.each([
    ['2026-09-07T02:00:00Z', 'Monday 10:00', true, '2026-09-08'],
    ['2026-09-07T00:30:00Z', 'Monday 8:30, before it opens', false, '2026-09-07'],
    ['2026-09-07T09:00:00Z', 'Monday 17:00, just closed', false, '2026-09-08'],
    ['2026-09-11T12:00:00Z', 'Friday evening', false, '2026-09-14'],
    ['2026-09-27T02:00:00Z', 'a Sunday that is worked', true, '2026-09-28'],
    ['2026-09-30T16:30:00Z', 'a holiday, past midnight in Shanghai', false, '2026-10-05'],
  ])('%s (%s)', (at, _, isOpen, day) => {
    expect(expectedAnswer(at, calendar)).toEqual({ isOpen, day });
  });
});
