import { describe, expect, it } from 'vitest';
import fc from '../support/fast-check.ts';
import { MUTANTS } from './mutants.ts';
import { playModel } from './play-model.ts';
import { STORIES } from './regressions.ts';

const RUNS = Number(process.env.MUTANT_RUNS ?? 24);
/** The conversations the sound product stands (conversation-model.test.ts). */
const SEED = 20_260_907;

describe('the model notices when', () => {
  for (const [wrong, mutant] of Object.entries(MUTANTS)) {
    it(wrong, { timeout: 120_000 }, async () => {
      const told = await fc.check(playModel(mutant), {
        seed: SEED,
        numRuns: RUNS,
        examples: STORIES,
        endOnFailure: true,
      });
      expect(told.failed, `after ${told.numRuns} conversations`).toBe(true);
      expect(told.interrupted).toBe(false);
    });
  }
});
