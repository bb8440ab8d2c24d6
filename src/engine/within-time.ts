/** Waiting with an end. */
import { botError } from '../errors.ts';

/** The promise's value, or BotError `delivery` (retryable) when it takes longer. */
export async function withinTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(botError('delivery', `no answer within ${ms} ms`, { retryable: true })), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
