/** Requests that are answered with a reason instead of an effect. */

/** Why a request is refused, with its HTTP status; the sentence is `web.error.<reason>`. */
export const REFUSALS = {
  'bad-request': 400,
  'no-session': 401,
  forbidden: 403,
  'not-found': 404,
  'files-gone': 409,
  'too-long': 413,
  'wrong-kind': 415,
  'slow-down': 429,
  unexpected: 500,
  'not-saved': 503,
} as const;

/** A reason of {@link REFUSALS}. */
export type RefusalReason = keyof typeof REFUSALS;

/** An error the error handler turns into its status and sentence. */
export interface Refusal extends Error {
  readonly refusal: RefusalReason;
  readonly statusCode: number;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
}

/** Makes a {@link Refusal}. */
export function refusal(reason: RefusalReason, retryAfter?: number): Refusal {
  return Object.assign(new Error(reason), { refusal: reason, statusCode: REFUSALS[reason], retryAfter });
}

/** The reason behind any error of a request: ours, or the server's own by its status. */
export function reasonOf(error: unknown): RefusalReason {
  if (typeof error !== 'object' || error === null) return 'unexpected';
  if ('refusal' in error && typeof error.refusal === 'string' && isReason(error.refusal)) return error.refusal;
  const status = 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return 'too-long';
  if (status === 415) return 'wrong-kind';
  if (status === 404) return 'not-found';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'unexpected';
}

function isReason(text: string): text is RefusalReason {
  return Object.hasOwn(REFUSALS, text);
}
