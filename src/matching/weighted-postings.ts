/** Which items hold a feature, and how strongly: growing typed arrays by feature number. */

/** Postings with weights. */
export interface WeightedPostings {
  add(feature: number, slot: number, weight: number): void;
  remove(feature: number, slot: number): void;
  count(feature: number): number;
  /** Adds `value` × weight × `factors[slot]` (1 when left out) of every holder to `into[slot]`. */
  scatter(feature: number, value: number, into: Float64Array, factors?: Float64Array): void;
}

interface Holders {
  slots: Uint32Array;
  weights: Float32Array;
  count: number;
}

const NONE: Holders = { slots: new Uint32Array(0), weights: new Float32Array(0), count: 0 };

function enlarge(holders: Holders): void {
  const size = Math.max(4, Math.ceil(holders.slots.length * 1.5));
  const slots = new Uint32Array(size);
  const weights = new Float32Array(size);
  slots.set(holders.slots);
  weights.set(holders.weights);
  holders.slots = slots;
  holders.weights = weights;
}

/** The last holder moves into the place of the one that goes. */
function leave(holders: Holders, slot: number): void {
  const at = holders.slots.subarray(0, holders.count).indexOf(slot);
  if (at < 0) return;
  holders.count -= 1;
  holders.slots[at] = holders.slots[holders.count] ?? 0;
  holders.weights[at] = holders.weights[holders.count] ?? 0;
}

/** Empty postings. */
export function makeWeightedPostings(): WeightedPostings {
  const features: (Holders | undefined)[] = [];
  const of = (feature: number): Holders => features[feature] ?? NONE;
  return {
    add(feature, slot, weight) {
      const holders = features[feature] ?? { ...NONE };
      features[feature] = holders;
      if (holders.count === holders.slots.length) enlarge(holders);
      holders.slots[holders.count] = slot;
      holders.weights[holders.count] = weight;
      holders.count += 1;
    },
    remove: (feature, slot) => leave(of(feature), slot),
    count: (feature) => of(feature).count,
    scatter(feature, value, into, factors) {
      const { slots, weights, count } = of(feature);
      for (let at = 0; at < count; at += 1) {
        const slot = slots[at] ?? 0;
        const share = factors ? (factors[slot] ?? 0) : 1;
        into[slot] = (into[slot] ?? 0) + value * (weights[at] ?? 0) * share;
      }
    },
  };
}
