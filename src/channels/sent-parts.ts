/** Remembers how far a message of several parts got, so that a second try does not repeat the first ones. In memory: a crash forgets. */
export interface SentParts<Id> {
  /** What the platform gave for each part already sent, in order. */
  of(key: string): readonly Id[];
  add(key: string, id: Id): void;
  forget(key: string): void;
}

const KEPT = 1000;

/** Makes an empty memory of at most a thousand unfinished messages. */
export function makeSentParts<Id>(): SentParts<Id> {
  const unfinished = new Map<string, Id[]>();
  return {
    of: (key) => unfinished.get(key) ?? [],
    add(key, id) {
      const ids = unfinished.get(key) ?? [];
      const oldest = unfinished.keys().next().value;
      if (ids.length === 0 && unfinished.size >= KEPT && oldest !== undefined) unfinished.delete(oldest);
      unfinished.set(key, [...ids, id]);
    },
    forget: (key) => void unfinished.delete(key),
  };
}
