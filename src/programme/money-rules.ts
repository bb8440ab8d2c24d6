/** The programme's sums, in integer yuan; every result says how it was reckoned and what it rests on. */
import type { Rules } from './programme.ts';
import type { Track } from './records.ts';

/** A value in a formula: yuan are marked, so that they are shown as money. */
export type FormulaVar = number | { readonly money: { readonly yuan: number } };

/** A sum with its sentence: `formula` and `assumptions` are keys of the catalogue (`money.…`). */
export interface Sum {
  readonly yuan: number;
  readonly formula: { readonly key: string; readonly vars: Readonly<Record<string, FormulaVar>> };
  readonly assumptions: readonly string[];
}

/** Whether a sum lies in the allowed range; the reason and the range when not. */
export type RangeCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'money-below' | 'money-above';
      readonly vars: Readonly<Record<string, FormulaVar>>;
    };

const yuan = (amount: number): FormulaVar => ({ money: { yuan: amount } });

/** The grant paid when an enterprise list is contracted (启动经费); the key-technology track has none. */
export function startUpGrant(track: Track, rules: Rules): Sum {
  const amount = track === 'enterprise-demand' ? rules.startUpGrant : 0;
  const key = track === 'enterprise-demand' ? 'money.start-up' : 'money.start-up-none';
  return { yuan: amount, formula: { key, vars: { sum: yuan(amount) } }, assumptions: [] };
}

/**
 * The subsidy after completion and peer evaluation (后补助): a share of `base`, capped. `base` is the sum named by
 * `rules.postSubsidy.base`. Where the start-up grant counts inside, share and cap hold for both together.
 */
export function postSubsidy(base: number, rules: Rules): Sum {
  const { percent, cap, startUpIncluded } = rules.postSubsidy;
  const share = Math.floor((Math.max(0, base) * percent) / 100);
  const capped = Math.min(share, cap);
  const paid = startUpIncluded ? Math.max(0, capped - rules.startUpGrant) : capped;
  const key = `money.post-subsidy${share > cap ? '-capped' : ''}${startUpIncluded ? '-included' : ''}`;
  return {
    yuan: paid,
    formula: {
      key,
      vars: {
        base: yuan(base),
        percent,
        share: yuan(share),
        cap: yuan(cap),
        startUp: yuan(rules.startUpGrant),
        sum: yuan(paid),
      },
    },
    assumptions: [
      `money.assume.base-${rules.postSubsidy.base}`,
      `money.assume.start-up-${startUpIncluded ? 'included' : 'additive'}`,
    ],
  };
}

/** All state money of an enterprise list: start-up grant and subsidy together. */
export function stateMoney(base: number, rules: Rules): Sum {
  const first = startUpGrant('enterprise-demand', rules);
  const after = postSubsidy(base, rules);
  const sum = first.yuan + after.yuan;
  return {
    yuan: sum,
    formula: { key: 'money.total', vars: { startUp: yuan(first.yuan), subsidy: yuan(after.yuan), sum: yuan(sum) } },
    assumptions: after.assumptions,
  };
}

/** Whether a request for state money lies in the key-technology range, both ends allowed. */
export function checkKeyTechnologyMoney(request: number, rules: Rules): RangeCheck {
  const { min, max } = rules.keyTechnologyMoney;
  const vars = { request: yuan(request), min: yuan(min), max: yuan(max) };
  if (request < min) return { ok: false, reason: 'money-below', vars };
  return request > max ? { ok: false, reason: 'money-above', vars } : { ok: true };
}

/** What the yearly tranches lack (positive) or exceed (negative) of the request, in yuan; 0 when they add up. */
export function tranchesGap(tranches: readonly number[], request: number): number {
  return request - tranches.reduce((sum, each) => sum + each, 0);
}
