/** How a peer misbehaves once: refuses, breaks, answers late, or does the work and loses the answer. */
export type Fault =
  | { readonly kind: 'too-many'; readonly retryAfter: number }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

/** Faults waiting for calls, by method name; `*` is any method. */
export interface Faults {
  add(method: string, ...faults: readonly Fault[]): void;
  next(method: string): Fault | undefined;
}

/** Makes an empty queue of faults. */
export function makeFaults(): Faults {
  const waiting = new Map<string, Fault[]>();
  return {
    add: (method, ...faults) => void waiting.set(method, [...(waiting.get(method) ?? []), ...faults]),
    next: (method) => waiting.get(method)?.shift() ?? waiting.get('*')?.shift(),
  };
}
