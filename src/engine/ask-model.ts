/** Every question to the language model: within its time, left alone after failures, and never more than a day's share. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel';
import { describeError } from './describe-error.ts';
import type { Running } from './parts.ts';

/** Asks for one person; null when the model is off, spent, late, broken or talks nonsense. Never throws. */
export type AskModel = <T>(
  account: string,
  prompt: string,
  vars: Readonly<Record<string, string>>,
  parse: (raw: unknown) => T,
) => Promise<T | null>;

/** After this many failures in a row the model is not asked for a while. */
const FAILURES = 5;
const PAUSE_MS = 30_000;
/** A day of UTC: shares begin anew at 8 in the morning in Shanghai. */
const DAY = 10;

type Parts = Pick<Running, 'model' | 'clock' | 'log' | 'tuning'> & {
  readonly store: Pick<Running['store'], 'calls'>;
};

/** Takes one question from the shares of the day; false when they are used up, or when that cannot be written down. */
function makeShares({ clock, tuning, store, log }: Parts): (account: string) => Promise<boolean> {
  return (account) => {
    const day = clock.now().toISOString().slice(0, DAY);
    const most = { perPerson: tuning.modelPerPerson, perDay: tuning.modelPerDay };
    return store.calls.take(account, day, most).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, 'a question to the model could not be counted');
      return false;
    });
  };
}

/** Makes the asker; without a model every answer is null. */
export function makeAskModel(parts: Parts): AskModel {
  const { model, tuning, log } = parts;
  if (model === null) return async () => null;
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) });
  const guarded = wrap(breaker, timeout(tuning.modelMs, TimeoutStrategy.Aggressive));
  const take = makeShares(parts);
  return async (account, prompt, vars, parse) => {
    if (!(await take(account))) {
      log.warn({ provider: model.provider, prompt }, 'the day’s share of model calls is used up; rules go on alone');
      return null;
    }
    try {
      return await guarded.execute(() => model.complete(prompt, vars, parse));
    } catch (error) {
      log.warn(
        { provider: model.provider, prompt, error: String(error) },
        'the model gave no answer; rules go on alone',
      );
      return null;
    }
  };
}
