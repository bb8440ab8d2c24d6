/** Longest match of known phrases in a sequence of units: one mechanism for Chinese, English and what mixes both. */
import type { Unit } from './unit.ts';

/** A phrase found: `meaning` is what was entered with it, units `from`…`to` (exclusive). */
export interface Found<T> {
  readonly meaning: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  meaning: T | undefined;
}

/** A set of phrases. */
export interface Phrases<T> {
  /** Enters a phrase; a known one keeps its meaning. */
  add(units: readonly Unit[], meaning: T): void;
  get(units: readonly Unit[]): T | undefined;
  /** The phrases of a text from left to right, longest first, none overlapping. */
  find(units: readonly Unit[]): readonly Found<T>[];
}

/** An empty set. */
export function makePhrases<T>(): Phrases<T> {
  const make = (): Node<T> => ({ next: new Map(), meaning: undefined });
  const root = make();
  const longestAt = (units: readonly Unit[], from: number): Found<T> | null => {
    let node: Node<T> | undefined = root;
    let best: Found<T> | null = null;
    for (let at = from; at < units.length && node; at += 1) {
      const unit = units[at];
      if (!unit || (at > from && !unit.joined)) break;
      node = node.next.get(unit.text);
      if (node?.meaning !== undefined) best = { meaning: node.meaning, from, to: at + 1 };
    }
    return best;
  };
  return {
    add(units, meaning) {
      let node = root;
      for (const { text } of units) {
        const next = node.next.get(text) ?? make();
        node.next.set(text, next);
        node = next;
      }
      node.meaning ??= meaning;
    },
    get(units) {
      let node: Node<T> | undefined = root;
      for (const { text } of units) node = node?.next.get(text);
      return node?.meaning;
    },
    find(units) {
      const found: Found<T>[] = [];
      for (let at = 0; at < units.length; ) {
        const best = longestAt(units, at);
        if (best) found.push(best);
        at = best?.to ?? at + 1;
      }
      return found;
    },
  };
}
