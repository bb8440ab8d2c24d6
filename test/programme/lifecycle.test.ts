import { describe, expect, it } from 'vitest';
import { LIFECYCLES, type Mover, transitionsFor } from '../../src/programme/lifecycle.ts';
import type { CaseKind } from '../../src/programme/records.ts';

const kinds: readonly CaseKind[] = ['need', 'listing', 'interest', 'application'];
const FIRST: Readonly<Record<CaseKind, string>> = {
  need: 'posted',
  listing: 'drafted',
  interest: 'declared',
  application: 'submitted',
};
/** Ends of a lifecycle; `taken` and `archived` are never entered by an act of this table. */
const ENDS: Readonly<Record<CaseKind, readonly string[]>> = {
  need: ['published', 'not-selected', 'withdrawn'],
  listing: ['shortlisted', 'preselected', 'withdrawn'],
  interest: ['grown', 'withdrawn'],
  application: ['preselected', 'not-selected', 'withdrawn'],
};

describe('the transition tables', () => {
  it.each(kinds)('every status of a %s can be reached, and every one that is no end can be left', (kind) => {
    const reached = new Set([FIRST[kind]]);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const step of LIFECYCLES[kind])
        if (step.to !== null && step.from.some((each) => reached.has(each))) reached.add(step.to);
    }
    for (const step of LIFECYCLES[kind])
      for (const from of step.from) expect(reached, `${kind} ${step.action}`).toContain(from);
    const stuck = [...reached].filter(
      (status) =>
        !LIFECYCLES[kind].some((step) => step.to !== null && step.to !== status && step.from.includes(status as never)),
    );
    expect(stuck.sort()).toEqual([...ENDS[kind]].sort());
  });

  it('no row is written twice for the same action, status and person', () => {
    for (const kind of kinds) {
      const keys = LIFECYCLES[kind].flatMap((step) =>
        step.from.flatMap((from) => step.by.map((by) => `${step.action} ${from} ${by} ${step.onTurn ?? ''}`)),
      );
      expect(
        keys.filter((key, at) => keys.indexOf(key) !== at),
        kind,
      ).toEqual([]);
    }
  });

  it('whoever is refused, returned or asked for more is owed a reason', () => {
    for (const kind of kinds) {
      for (const step of LIFECYCLES[kind]) {
        const owed = ['return', 'ask-more', 'not-select', 'unshortlist'].includes(step.action);
        if (owed) expect(step.needsReason, `${kind} ${step.action}`).toBe(true);
      }
    }
  });

  it('only a decider publishes, shortlists, preselects, refuses and withdraws lists', () => {
    const deciding = ['publish', 'shortlist', 'unshortlist', 'preselect', 'not-select', 'extend'];
    for (const kind of kinds) {
      for (const step of LIFECYCLES[kind]) {
        if (deciding.includes(step.action)) expect(step.by, `${kind} ${step.action}`).toEqual(['decider']);
      }
    }
  });

  it('what staff do can be taken back, except what purges text; what people do with their own case cannot', () => {
    const staff: readonly Mover[] = ['recommender', 'reviewer', 'decider'];
    for (const kind of kinds) {
      for (const step of LIFECYCLES[kind]) {
        const byStaff = step.by.some((mover) => staff.includes(mover));
        expect(step.undoable, `${kind} ${step.action}`).toBe(byStaff && step.action !== 'mark-offline');
      }
    }
  });

  it('the shortlist belongs to the enterprise track, the preselection to key technology', () => {
    const has = (kind: CaseKind, track: 'key-technology' | 'enterprise-demand', action: string) =>
      transitionsFor(kind, track).some((step) => step.action === action);
    for (const kind of ['listing', 'application'] as const) {
      expect(has(kind, 'enterprise-demand', 'shortlist')).toBe(true);
      expect(has(kind, 'enterprise-demand', 'preselect')).toBe(false);
      expect(has(kind, 'key-technology', 'shortlist')).toBe(false);
      expect(has(kind, 'key-technology', 'preselect')).toBe(true);
    }
  });
});
