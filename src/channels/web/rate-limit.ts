/** A bucket per key: `burst` at once, `perSecond` refilled. */

/** Takes one token of `key`; the answer is 0 when there was one, else the seconds to wait. */
export type RateLimit = (key: string, now: Date) => number;

/** Tries of one-time and return links a network address has: whoever types links makes few, whoever guesses needs many. */
export function makeGuessLimit(): RateLimit {
  return makeRateLimit(40, 1);
}

/** Makes a {@link RateLimit} that forgets keys whose bucket is full again. */
export function makeRateLimit(burst: number, perSecond: number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let swept = 0;
  return (key, now) => {
    const at = now.getTime() / 1000;
    if (at - swept > 60) {
      swept = at;
      for (const [old, bucket] of buckets)
        if (bucket.tokens + (at - bucket.at) * perSecond >= burst) buckets.delete(old);
    }
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + Math.max(0, at - bucket.at) * perSecond);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}
