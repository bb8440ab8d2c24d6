import { describe, expect, it } from 'vitest';
import type { Bag } from '../../src/matching/bag.ts';
import { makeDictionary } from '../../src/matching/dictionary.ts';
import { makeTermShelf } from '../../src/matching/term-shelf.ts';
import fc from '../support/fast-check.ts';

const bag = (words: string): Bag => {
  const counts = new Map<string, number>();
  for (const word of words.split(' ').filter((each) => each !== '')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** The scores by the formula, from scratch, without any index. */
function byHand(items: readonly Bag[], query: Bag): readonly number[] {
  const n = items.length;
  const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
  const df = (term: string): number => items.filter((item) => item.has(term)).length;
  const idf = (term: string): number => Math.log((1 + n) / (1 + df(term))) + 1;
  const rarity = (term: string): number => Math.log(1 + (n - df(term) + 0.5) / (df(term) + 0.5));
  const weights = (of: Bag) => new Map([...of].map(([term, count]) => [term, (1 + Math.log(count)) * idf(term)]));
  const norm = (of: Bag): number => Math.sqrt(sum([...weights(of).values()].map((weight) => weight ** 2)));
  const average = sum(items.map((item) => sum(item.values()))) / n;
  return items.map((item) => {
    const mine = weights(query);
    const dot = sum([...weights(item)].map(([term, weight]) => weight * (mine.get(term) ?? 0)));
    const slope = 1.2 * (0.25 + (0.75 * sum(item.values())) / average);
    const bm25 = sum(
      [...query.keys()].map((term) => (rarity(term) * (item.get(term) ?? 0) * 2.2) / ((item.get(term) ?? 0) + slope)),
    );
    const most = sum([...query.keys()].map((term) => rarity(term) * 2.2));
    return dot / (norm(query) * norm(item)) + (0.5 * bm25) / most;
  });
}

const words = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1, maxLength: 12 })
  .map((each) => each.join(' '));

describe('a shelf of the lexical index', () => {
  it('scores by cosine and half of BM25, as the formula says', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), words, (texts, query) => {
        const shelf = makeTermShelf(makeDictionary());
        const slots = texts.map((text) => shelf.put(bag(text)));
        const scores = shelf.score(bag(query));
        const expected = byHand(texts.map(bag), bag(query));
        for (const [i, slot] of slots.entries()) expect(scores[slot]).toBeCloseTo(expected[i] ?? 0, 9);
      }),
    );
  });

  it('is the same after any coming and going as when it is built anew', () => {
    const act = fc.record({ remove: fc.boolean(), at: fc.nat(30), text: words });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), words, (acts, query) => {
        const shelf = makeTermShelf(makeDictionary());
        const held: { text: string; slot: number }[] = [];
        for (const { remove, at, text } of acts) {
          if (remove && held.length > 0) for (const gone of held.splice(at % held.length, 1)) shelf.remove(gone.slot);
          else held.push({ text, slot: shelf.put(bag(text)) });
        }
        const scores = shelf.score(bag(query));
        const expected =
          held.length === 0
            ? []
            : byHand(
                held.map(({ text }) => bag(text)),
                bag(query),
              );
        for (const [i, { slot }] of held.entries()) expect(scores[slot]).toBeCloseTo(expected[i] ?? 0, 9);
      }),
    );
  });

  it('finds nothing for words it has forgotten', () => {
    const dictionary = makeDictionary();
    const shelf = makeTermShelf(dictionary);
    shelf.remove(shelf.put(bag('only here')));
    expect(dictionary.find('only')).toBe(-1);
    expect(dictionary.size()).toBe(0);
    expect([...shelf.score(bag('only'))].every((score) => score === 0)).toBe(true);
  });

  it('stays below its highest score and never gives one that is no number', () => {
    const shelf = makeTermShelf(makeDictionary());
    const slot = shelf.put(bag('a b c'));
    for (const query of ['a b c', 'a', 'z', '']) {
      const score = shelf.score(bag(query))[slot] ?? Number.NaN;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1.5);
    }
  });

  it('counts a word said a thousand times without overflowing', () => {
    const shelf = makeTermShelf(makeDictionary());
    const slot = shelf.put(new Map([['a', 100_000]]));
    expect(shelf.score(bag('a'))[slot]).toBeGreaterThan(0.9);
  });

  it('shares its dictionary: what one side says often counts less on the other', () => {
    const dictionary = makeDictionary();
    const [lists, people] = [makeTermShelf(dictionary), makeTermShelf(dictionary)];
    const slot = lists.put(bag('rare common'));
    lists.put(bag('other'));
    for (let i = 0; i < 20; i += 1) people.put(bag('common'));
    const scoreOf = (query: string): number => lists.score(bag(query))[slot] ?? 0;
    expect(scoreOf('rare')).toBeGreaterThan(scoreOf('common'));
  });
});
