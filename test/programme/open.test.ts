import { describe, expect, it } from 'vitest';
import { isBeforeDeadline, isOpen } from '../../src/programme/open.ts';
import { aListing } from '../support/case-fixtures.ts';

const zone = 'Asia/Shanghai';

describe('a list', () => {
  it('closes at 24:00 programme time of its deadline day', () => {
    expect(isBeforeDeadline('2026-10-07', '2026-10-07T15:59:59.999Z', zone)).toBe(true);
    expect(isBeforeDeadline('2026-10-07', '2026-10-07T16:00:00.000Z', zone)).toBe(false);
  });

  it('reads the instant whatever zone it is written in', () => {
    expect(isBeforeDeadline('2026-10-07', '2026-10-07T23:59:00+08:00', zone)).toBe(true);
    expect(isBeforeDeadline('2026-10-07', '2026-10-08T00:00:00+08:00', zone)).toBe(false);
  });

  it('is open only while published', () => {
    const at = '2026-09-10T00:00:00Z';
    expect(isOpen(aListing(), at, zone)).toBe(true);
    for (const status of ['drafted', 'vetted', 'closed', 'under-review', 'archived', 'withdrawn'] as const) {
      expect(isOpen(aListing({ status }), at, zone), status).toBe(false);
    }
  });

  it('without a deadline stays open until staff close it, and with a broken one is shut', () => {
    const { details } = aListing();
    expect(isOpen(aListing({ details: { ...details, deadline: null } }), '2099-01-01T00:00:00Z', zone)).toBe(true);
    expect(isOpen(aListing({ details: { ...details, deadline: 'soon' } }), '2026-01-01T00:00:00Z', zone)).toBe(false);
  });
});
