/** Coded errors for unexpected failures at the edges; expected failures are values. */

/** What went wrong, by cause: the two loops decide on it. */
export type ErrorCode = 'config' | 'delivery' | 'model' | 'conflict' | 'data' | 'store';

/** What a {@link BotError} carries beside its message. */
export interface BotErrorOptions {
  readonly cause?: unknown;
  /** True for an outage: trying again later makes sense and uses up no attempts. */
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
}

/** An error with a code; `message` is for the operator, never for the person chatting. */
export interface BotError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
}

/** Makes a {@link BotError}. */
export function botError(code: ErrorCode, message: string, options: BotErrorOptions = {}): BotError {
  return Object.assign(new Error(message, { cause: options.cause }), {
    name: 'BotError',
    code,
    retryable: options.retryable ?? false,
    retryAfterMs: options.retryAfterMs,
  });
}

/** True when `error` is a {@link BotError}, of the given code when one is named. */
export function isBotError(error: unknown, code?: ErrorCode): error is BotError {
  return (
    error instanceof Error &&
    error.name === 'BotError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}
