import { describe, it } from 'vitest';
import fc from '../support/fast-check.ts';
import { playModel, playSteps } from './play-model.ts';
import { REGRESSIONS, STORIES } from './regressions.ts';

/** The seed of every run of the suite; the mutants are hunted with the same conversations. */
const SEED = 20_260_907;
/** Other conversations than the usual ones, for a hunt by hand: `MODEL_SEED=$RANDOM npx vitest run test/model`. */
const OTHER = process.env.MODEL_SEED === undefined ? [] : [Number(process.env.MODEL_SEED)];
const RUNS = Number(process.env.MODEL_RUNS ?? 24);
/** Shrinking stops here; what it has found by then is shown. */
const MOST_MS = 120_000;

describe('the conversation of any small form', () => {
  for (const [title, [form, steps]] of Object.entries(REGRESSIONS)) {
    it(`once: ${title}`, async () => {
      const played = fc.asyncProperty(fc.constant(form), fc.constant(steps), (some, all) => playSteps(some, all));
      await fc.assert(played, { examples: [[form, steps]], numRuns: 1 });
    });
  }

  for (const seed of [SEED, ...OTHER]) {
    it(`is what its form says (seed ${seed}, ${RUNS} runs)`, { timeout: 2 * MOST_MS }, async () => {
      await fc.assert(playModel(), { seed, numRuns: RUNS, examples: STORIES, interruptAfterTimeLimit: MOST_MS });
    });
  }
});
