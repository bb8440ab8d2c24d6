/** Every question to the language model: within its time, left alone after failures, and never more than a day's share. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel';
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

/** Counts of one day, forgotten with it. */
interface Spent {
  day: string;
  total: number;
  readonly by: Map<string, number>;
}

/** Takes one question from the shares of the day; false when they are used up. */
function makeShares({ clock, tuning }: Pick<Running, 'clock' | 'tuning'>): (account: string) => boolean {
  let spent: Spent = { day: '', total: 0, by: new Map() };
  return (account) => {
    const day = clock.now().toISOString().slice(0, DAY);
    if (spent.day !== day) spent = { day, total: 0, by: new Map() };
    const own = spent.by.get(account) ?? 0;
    if (own >= tuning.modelPerPerson || spent.total >= tuning.modelPerDay) return false;
    spent.by.set(account, own + 1);
    spent.total += 1;
    return true;
  };
}

/** Makes the asker; without a model every answer is null. */
export function makeAskModel(parts: Pick<Running, 'model' | 'clock' | 'log' | 'tuning'>): AskModel {
  const { model, tuning, log } = parts;
  if (model === null) return async () => null;
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) });
  const guarded = wrap(breaker, timeout(tuning.modelMs, TimeoutStrategy.Aggressive));
  const take = makeShares(parts);
  return async (account, prompt, vars, parse) => {
    if (!take(account)) {
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
