/** Sentences that many lists share: programme wording, not a subject. */

/** A sentence is boilerplate once this many lists hold it. */
const SHARED_BY = 3;
/** Shorter sentences may be honest keywords that several lists have in common. */
const SHORTEST = 10;

/** Keeps count of who says which sentence. */
export interface Boilerplate {
  /** Sets the sentences of a list (none: forgets it); returns the other lists for which a sentence changed its standing. */
  set(list: string, sentences: readonly string[]): ReadonlySet<string>;
  has(sentence: string): boolean;
}

/** An empty count. */
export function makeBoilerplate(): Boilerplate {
  const holders = new Map<string, Set<string>>();
  const held = new Map<string, ReadonlySet<string>>();
  const isShared = (sentence: string): boolean => (holders.get(sentence)?.size ?? 0) >= SHARED_BY;

  const leave = (list: string, sentence: string): void => {
    const lists = holders.get(sentence);
    lists?.delete(list);
    if (lists?.size === 0) holders.delete(sentence);
  };
  const enter = (list: string, sentence: string): void => {
    const lists = holders.get(sentence) ?? new Set<string>();
    lists.add(list);
    holders.set(sentence, lists);
  };
  return {
    set(list, sentences) {
      const before = held.get(list) ?? new Set<string>();
      const after = new Set(sentences.filter((sentence) => sentence.length >= SHORTEST));
      const moved = [...new Set([...before, ...after])].filter((each) => before.has(each) !== after.has(each));
      const standing = new Map(moved.map((sentence) => [sentence, isShared(sentence)]));
      for (const sentence of moved) {
        if (after.has(sentence)) enter(list, sentence);
        else leave(list, sentence);
      }
      if (after.size === 0) held.delete(list);
      else held.set(list, after);
      const changed = moved.filter((sentence) => standing.get(sentence) !== isShared(sentence));
      const others = new Set(changed.flatMap((sentence) => [...(holders.get(sentence) ?? [])]));
      others.delete(list);
      return others;
    },
    has: isShared,
  };
}
