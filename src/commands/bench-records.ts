/** Made-up lists and profiles for the benchmark, labelled 示例. */
import { newNeed } from '../programme/new-case.ts';
import type { Programme } from '../programme/programme.ts';
import { publishNeed } from '../programme/publish-need.ts';
import type { Listing, Profile } from '../programme/records.ts';

/** An open list of nobody's. */
export function benchListing(programme: Programme, n: number, goal: string): Listing {
  const at = new Date().toISOString();
  const id = (end: string): string => `${end}${n}`.padStart(32, '0');
  const answers = {
    title: `示例：${goal.slice(0, 16)}`,
    problem: goal,
    goal,
    sector: programme.sectors[n % programme.sectors.length]?.id ?? '',
    money: { yuan: 3_000_000 },
    term: { months: 24 },
    unit: '示例单位',
    visibility: 'public',
    indicators: [],
  };
  const need = newNeed({ account: 'nobody', form: 'need', formVersion: 1, answers }, { id: id('a'), at, programme });
  return { ...publishNeed(need, { id: id('b'), at, programme }), owner: null };
}

/** A profile that may be found. */
export function benchProfile(n: number, work: string, methods: string, terms: string): Profile {
  return {
    id: `p${n}`,
    account: `account-${n}`,
    name: `示例团队${n}`,
    answers: { work, methods, terms },
    formVersion: 1,
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    discoverable: true,
    source: 'sample',
  };
}
