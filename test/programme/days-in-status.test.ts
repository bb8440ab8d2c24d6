import { describe, expect, it } from 'vitest';
import { daysInStatus, isOverdue } from '../../src/programme/days-in-status.ts';
import { aNeed } from '../support/case-fixtures.ts';

const zone = 'Asia/Shanghai';

describe('waiting', () => {
  it('is counted by midnights of the programme', () => {
    const need = aNeed({ statusSince: '2026-09-07T15:59:00Z' });
    expect(daysInStatus(need, '2026-09-07T15:59:30Z', zone)).toBe(0);
    expect(daysInStatus(need, '2026-09-07T16:00:30Z', zone)).toBe(1);
    expect(daysInStatus(need, '2026-09-14T02:00:00Z', zone)).toBe(7);
    expect(daysInStatus(need, '2026-09-01T00:00:00Z', zone)).toBe(0);
  });

  it('is overdue once the promised day is over, and never where nothing was promised', () => {
    const need = aNeed({ promisedOn: '2026-09-10' });
    expect(isOverdue(need, '2026-09-10T15:59:59Z', zone)).toBe(false);
    expect(isOverdue(need, '2026-09-10T16:00:00Z', zone)).toBe(true);
    expect(isOverdue(aNeed({ promisedOn: null }), '2099-01-01T00:00:00Z', zone)).toBe(false);
  });
});
