import { type BotError, botError, isBotError } from '../errors.ts';

/** A failed Web API call. `reason` is Slack's error word; `doubtful` when the call may have worked though no answer came. */
export interface SlackFailure extends BotError {
  readonly reason: string;
  readonly doubtful: boolean;
}

/** Errors the operator must mend: messages wait for it, nothing is parked. */
const OPERATOR = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'not_allowed_token_type',
  'org_login_required',
  'ekm_access_denied',
];
const OUTAGE = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'rollup_error',
  'accesslimited',
  'team_added_to_org',
  'external_channel_migrating',
];
const OPERATOR_MS = 300_000;

/** True for errors made by {@link slackFailure}. */
export function isSlackFailure(error: unknown): error is SlackFailure {
  return isBotError(error, 'delivery') && 'reason' in error && 'doubtful' in error;
}

/** True when only the operator can mend it: a bad token or a missing scope. */
export function needsOperator(error: unknown): boolean {
  return isSlackFailure(error) && OPERATOR.includes(error.reason);
}

/** Turns what the Web API client threw into a `delivery` error. Its cause is dropped on purpose: it may hold people's text. */
export function slackFailure(method: string, thrown: unknown): SlackFailure {
  const seconds = valueIn(thrown, 'retryAfter');
  if (typeof seconds === 'number')
    return made(method, 'ratelimited', { retryable: true, retryAfterMs: seconds * 1000 }, false);
  const status = valueIn(thrown, 'statusCode');
  if (typeof status === 'number')
    return made(method, `http ${status}`, { retryable: status === 429 || status >= 500 }, status >= 500);
  const word = valueIn(valueIn(thrown, 'data'), 'error');
  // The client hands a page that is no JSON on as the error word.
  if (typeof word !== 'string' || !/^[a-z_]+$/.test(word))
    return made(method, 'no usable answer', { retryable: true }, true);
  if (OPERATOR.includes(word)) return made(method, word, { retryable: true, retryAfterMs: OPERATOR_MS }, false);
  return made(method, word, { retryable: OUTAGE.includes(word) }, OUTAGE.includes(word));
}

function made(
  method: string,
  reason: string,
  options: { retryable: boolean; retryAfterMs?: number },
  doubtful: boolean,
): SlackFailure {
  return Object.assign(botError('delivery', `Slack ${method}: ${reason}`, options), { reason, doubtful });
}

function valueIn(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
