/** One policy for every call to a model endpoint: short time, few tries, and a rest after repeated failures. */
import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { type BotError, botError, isBotError } from '../errors.ts';

/** How patient a guard is. */
export interface GuardSettings {
  /** Most milliseconds of all tries together. */
  readonly budgetMs: number;
  /** Tries after the first; only outages are tried again. */
  readonly retries: number;
  /** Failed calls in a row after which the endpoint is left alone, and for how long. */
  readonly failures: number;
  readonly restMs: number;
}

/** Runs a call under the policy; throws BotError `model`, retryable while the endpoint is out or left alone. */
export type Guard = <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** HTTP answers that say "this request is wrong": asking again with the same words is useless. */
const REFUSALS = new Set([400, 413, 422]);
const FIRST_PAUSE_MS = 150;

function numberAt(error: unknown, key: string): number | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** Any thrown thing as a BotError `model`; keys and texts are not in its message. */
export function modelError(error: unknown, endpoint: string): BotError {
  if (isBotError(error)) return error;
  if (isBrokenCircuitError(error))
    return botError('model', `${endpoint} is left alone after repeated failures`, { retryable: true });
  if (isTaskCancelledError(error)) return botError('model', `${endpoint} did not answer in time`, { retryable: true });
  const status = numberAt(error, 'status');
  const name = error instanceof Error ? error.name : 'error';
  const message = status === undefined ? `${endpoint} failed: ${name}` : `${endpoint} answered ${status}`;
  const retryAfterMs = waitAsked(error);
  return botError('model', message, {
    cause: error,
    retryable: status === undefined || !REFUSALS.has(status),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** What an endpoint asks to wait in its answer, in milliseconds; the header counts seconds. */
function waitAsked(error: unknown): number | undefined {
  const headers: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'headers') : undefined;
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  return seconds > 0 ? seconds * 1_000 : undefined;
}

/** Makes a guard for one endpoint; `endpoint` names it in errors. */
export function makeGuard(endpoint: string, settings: GuardSettings): Guard {
  const isOutage = (error: Error): boolean => isBotError(error, 'model') && error.retryable;
  const limit = timeout(settings.budgetMs, TimeoutStrategy.Aggressive);
  const rest = circuitBreaker(
    handleWhen((error) => isOutage(error) || isTaskCancelledError(error)),
    { halfOpenAfter: settings.restMs, breaker: new ConsecutiveBreaker(settings.failures) },
  );
  const again = retry(handleWhen(isOutage), {
    maxAttempts: settings.retries,
    backoff: new ExponentialBackoff({ initialDelay: FIRST_PAUSE_MS, maxDelay: settings.budgetMs }),
  });
  const policy = wrap(rest, limit, again);
  return async (call) => {
    try {
      return await policy.execute(async ({ signal }) => {
        try {
          return await call(signal);
        } catch (error) {
          throw modelError(error, endpoint);
        }
      });
    } catch (error) {
      throw modelError(error, endpoint);
    }
  };
}
