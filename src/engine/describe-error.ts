/** Errors as one line for the operator. */
import { redact } from '../text/redact.ts';

/** An error for the operator, short and without identity numbers. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return redact(text).replace(/\s+/g, ' ').slice(0, 200);
}
