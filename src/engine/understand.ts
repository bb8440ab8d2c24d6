/** A language model may propose one command; late, broken or absent it proposes nothing. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel';
import type { Locale } from '../programme/records.ts';
import { cut } from '../text/cut.ts';
import { redact } from '../text/redact.ts';
import type { Command } from '../understanding/command.ts';
import type { Running } from './parts.ts';

/** Proposes a command for words nobody understood, or null. Never throws, never longer than the model's time. */
export type Understand = (text: string, locale: Locale) => Promise<Command | null>;

/** After this many failures in a row the model is not asked for a while. */
const FAILURES = 5;
const PAUSE_MS = 30_000;
/** What a model gets to read of one message. */
const LONGEST = 2_000;

/** Makes the proposer; without a model it proposes nothing. */
export function makeUnderstand(parts: Pick<Running, 'model' | 'parseCommand' | 'log' | 'tuning'>): Understand {
  const { model } = parts;
  if (model === null) return async () => null;
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) });
  const guarded = wrap(breaker, timeout(parts.tuning.modelMs, TimeoutStrategy.Aggressive));
  return async (text, locale) => {
    const vars = { text: redact(cut(text, LONGEST)), locale };
    try {
      return await guarded.execute(() => model.complete('understand', vars, parts.parseCommand));
    } catch (error) {
      parts.log.warn({ provider: model.provider, error: String(error) }, 'the model gave no answer; rules go on alone');
      return null;
    }
  };
}
