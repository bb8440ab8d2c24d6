/** Learns the second reader from examples: multinomial logistic regression, one for idle and one for forms. Same examples, same weights. */
import { fold } from '../text/fold.ts';
import { type Example, GUESS_INTENTS, type Ruled } from './guess.ts';
import { featuresOf } from './guess-features.ts';
import { type GuessRows, type GuessWeights, rowsOf, scores, softmax } from './guess-score.ts';

/** How the fitting goes; measured by cross-validation. */
export const FITTING = { epochs: 8, rate: 0.3, decay: 1e-4 } as const;

/** Errors smaller than this teach nothing and cost time. */
const LEAST = 0.003;

/** A feature met in fewer examples than this teaches nothing about the next. */
const LEAST_EXAMPLES = 2;

interface Sample {
  readonly rows: Uint32Array;
  readonly intent: number;
}

/** Numbers without pattern, the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function shuffled(count: number, next: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}

/** AdaGrad over single examples; large steps for rare features, small ones for common. */
function weightsOf(samples: readonly Sample[], rows: number, intents: number): Float32Array {
  const weights = new Float32Array(rows * intents);
  const seen = new Float32Array(rows * intents);
  const next = dice(20211);
  for (let epoch = 0; epoch < FITTING.epochs; epoch++) {
    for (const at of shuffled(samples.length, next)) {
      const sample = samples[at];
      if (sample !== undefined) step(sample, weights, seen, intents);
    }
  }
  return weights;
}

function step({ rows, intent }: Sample, weights: Float32Array, seen: Float32Array, intents: number): void {
  const p = softmax(scores(rows, weights, intents), 1);
  const share = 1 / Math.sqrt(rows.length);
  for (let k = 0; k < intents; k++) {
    const error = ((p[k] ?? 0) - (k === intent ? 1 : 0)) * share;
    if (Math.abs(error) < LEAST * share) continue;
    for (let i = 0; i < rows.length; i++) {
      const j = (rows[i] ?? 0) * intents + k;
      const weight = weights[j] ?? 0;
      const slope = error + FITTING.decay * weight;
      const sum = (seen[j] ?? 0) + slope * slope;
      seen[j] = sum;
      weights[j] = weight - (FITTING.rate * slope) / Math.sqrt(sum + 1e-8);
    }
  }
}

/** An example with what the rules make of it. */
export interface RuledExample extends Example {
  readonly ruled: Ruled;
}

/** A row for every feature that stands in enough examples. */
function learnable(featured: readonly Uint32Array[]): GuessRows {
  const counts = new Map<number, number>();
  for (const slots of featured) for (const slot of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= LEAST_EXAMPLES).map(([slot]) => slot);
  return new Map(often.toSorted((a, b) => a - b).map((slot, row) => [slot, row]));
}

/** Every so manieth example is held out to see how sure the scores may be. */
const HELD_OUT = 4;

/** The sharpness under which held-out examples were the least surprising. */
function sharpnessOf(samples: readonly Sample[], rows: number, intents: number): number {
  const weights = weightsOf(
    samples.filter((_, i) => i % HELD_OUT !== 0),
    rows,
    intents,
  );
  const held = samples
    .filter((_, i) => i % HELD_OUT === 0)
    .map(({ rows: held, intent }) => ({ values: scores(held, weights, intents), intent }));
  let best = { sharpness: 1, loss: Number.POSITIVE_INFINITY };
  for (let sharpness = 0.3; sharpness <= 2; sharpness += 0.05) {
    const loss = held.reduce(
      (sum, { values, intent }) => sum - Math.log(Math.max(softmax(values, sharpness)[intent] ?? 0, 1e-9)),
      0,
    );
    if (loss < best.loss) best = { sharpness, loss };
  }
  return best.sharpness;
}

/** Learns one of the two readers. */
export function trainGuess(examples: readonly RuledExample[]): GuessWeights {
  const intents = GUESS_INTENTS.filter((intent) => examples.some((each) => each.intent === intent));
  const featured = examples.map(({ place, text, ruled }) => featuresOf(fold(text).trim(), place, ruled));
  const rows = learnable(featured);
  const samples = examples.map(({ intent }, i) => ({
    rows: rowsOf(featured[i] ?? new Uint32Array(), rows),
    intent: intents.indexOf(intent),
  }));
  const weights = weightsOf(samples, rows.size, intents.length);
  return { intents, rows, weights, scale: 1, sharpness: sharpnessOf(samples, rows.size, intents.length) };
}
