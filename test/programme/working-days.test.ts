import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, dayIn, isWorkingDay } from '../../src/programme/working-days.ts';
import { MONDAY, PROGRAMME } from '../support/case-fixtures.ts';

describe('working days', () => {
  it('counts from the day after, over a weekend', () => {
    expect(addWorkingDays(MONDAY, 1, PROGRAMME)).toBe('2026-09-08');
    expect(addWorkingDays(MONDAY, 5, PROGRAMME)).toBe('2026-09-14');
    expect(addWorkingDays(MONDAY, 0, PROGRAMME)).toBe('2026-09-07');
  });

  it('rests on holidays and works on the weekend day exchanged for them', () => {
    expect(isWorkingDay('2026-10-10', PROGRAMME)).toBe(true);
    expect(isWorkingDay('2026-10-11', PROGRAMME)).toBe(false);
    expect(isWorkingDay('2026-10-01', PROGRAMME)).toBe(false);
    // Wed 30 Sep → Thu 8, Fri 9, Sat 10 (worked), Mon 12 October
    expect(addWorkingDays('2026-09-30T02:00:00Z', 3, PROGRAMME)).toBe('2026-10-10');
    expect(addWorkingDays('2026-09-30T02:00:00Z', 4, PROGRAMME)).toBe('2026-10-12');
  });

  it('takes the day in the programme zone, not in UTC', () => {
    expect(dayIn('Asia/Shanghai', '2026-09-07T16:30:00Z')).toBe('2026-09-08');
    expect(addWorkingDays('2026-09-07T16:30:00Z', 1, PROGRAMME)).toBe('2026-09-09');
  });

  it('ends even where a broken programme file never works', () => {
    const never = { timeZone: 'Asia/Shanghai', workingWeekends: [], holidays: everyDayOf(12) };
    expect(addWorkingDays(MONDAY, 1, never) > '2030-01-01').toBe(true);
  });

  it('adds calendar days over a leap day', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });
});

function everyDayOf(years: number): string[] {
  return Array.from({ length: years * 366 }, (_, day) => addDays('2026-01-01', day));
}
