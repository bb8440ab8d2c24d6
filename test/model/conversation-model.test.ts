import fc from 'fast-check';
import { describe, it } from 'vitest';
import { playModel, playSteps } from './play-model.ts';
import { REGRESSIONS, STORIES } from './regressions.ts';

/** The seed of every run of the suite; the mutants are hunted with the same conversations. */
const SEED = 20_260_907;
const RANDOM = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
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

  for (const [which, seed, runs] of [
    ['the same every time', SEED, RUNS],
    ['another every time', RANDOM, Math.ceil(RUNS / 2)],
  ] as const) {
    it(`is what its form says (${which}: MODEL_SEED=${seed}, ${runs} runs)`, { timeout: 2 * MOST_MS }, async () => {
      await fc.assert(playModel(), { seed, numRuns: runs, examples: STORIES, interruptAfterTimeLimit: MOST_MS });
    });
  }
});
