/** Remembers the results of a costly reading for the things it was asked for last. */

/** `read`, which does not read again what it read for one of its last `most` keys; keys are told apart by identity. */
export function makeRecent<K extends object, V>(most: number, read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(key);
    known.set(key, value);
    const oldest = known.keys().next();
    if (known.size > most && !oldest.done) known.delete(oldest.value);
    return value;
  };
}
