import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a request's time may lie from ours, either way. Bolt's own check looks only at the past. */
const WINDOW_SECONDS = 300;

/** What a request says about itself: the two signature headers and its raw body. */
export interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Uint8Array;
}

/** Checks Slack's signature `v0:timestamp:body`; null when it holds, else why not. */
export function signatureProblem(
  request: SignedRequest,
  secret: string,
  now: Date,
): 'unsigned' | 'stale' | 'future' | 'mismatch' | null {
  const { timestamp, signature, body } = request;
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp);
  if (age > WINDOW_SECONDS) return 'stale';
  if (age < -WINDOW_SECONDS) return 'future';
  const ours = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`);
  const theirs = Buffer.from(signature);
  return ours.byteLength === theirs.byteLength && timingSafeEqual(ours, theirs) ? null : 'mismatch';
}
