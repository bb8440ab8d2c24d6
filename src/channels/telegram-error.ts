import { type BotError, botError, isBotError } from '../errors.ts';

/** A failed call: `status` is Telegram's error code, null when no answer came. */
export interface TelegramFailure extends BotError {
  readonly status: number | null;
  readonly description: string;
}

/** A bad token parks nothing: messages wait this long for the operator. */
const OPERATOR_MS = 300_000;

/** True for errors made by {@link telegramFailure}. */
export function isTelegramFailure(error: unknown): error is TelegramFailure {
  return isBotError(error, 'delivery') && 'status' in error && 'description' in error;
}

/** Turns whatever the client threw into a `delivery` error. Its cause is dropped on purpose: it may hold the token (in an address) or people's text. */
export function telegramFailure(method: string, thrown: unknown): TelegramFailure {
  const answer = answerOf(thrown);
  const status = numberIn(answer, 'error_code');
  const description = stringIn(answer, 'description') ?? '';
  const retryAfter = numberIn(valueIn(answer, 'parameters'), 'retry_after');
  const reason = status === null ? `no usable answer (${codeOf(thrown)})` : `${status} ${description}`;
  const error = botError('delivery', `Telegram ${method}: ${reason}`, {
    retryable: status === null || status === 429 || status >= 500 || status === 401 || status === 404,
    retryAfterMs:
      retryAfter === null ? (status === 401 || status === 404 ? OPERATOR_MS : undefined) : retryAfter * 1000,
  });
  return Object.assign(error, { status, description });
}

function answerOf(thrown: unknown): unknown {
  return valueIn(thrown, 'response');
}

function codeOf(thrown: unknown): string {
  return stringIn(thrown, 'code') ?? stringIn(thrown, 'type') ?? stringIn(thrown, 'name') ?? 'unknown';
}

function valueIn(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

function stringIn(holder: unknown, key: string): string | null {
  const value = valueIn(holder, key);
  return typeof value === 'string' ? value : null;
}

function numberIn(holder: unknown, key: string): number | null {
  const value = valueIn(holder, key);
  return typeof value === 'number' ? value : null;
}
