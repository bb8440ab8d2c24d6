import { describe, expect, it } from 'vitest';
import { bestOf } from '../../src/matching/best.ts';
import { meanOfBest } from '../../src/matching/entry-shelf.ts';
import { fuse, standardised } from '../../src/matching/fuse.ts';
import fc from '../support/fast-check.ts';

const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('bringing word and vector scores together', () => {
  it('gives both the same scale', () => {
    const [small, large] = [standardised(Float64Array.of(1, 2, 3)), standardised(Float64Array.of(100, 200, 300))];
    expect([...small]).toEqual([...large]);
    expect([...standardised(Float64Array.of(5, 5, 5))]).toEqual([0, 0, 0]);
    expect([...standardised(new Float64Array())]).toEqual([]);
  });

  it('neither helps nor harms what has no vector yet', () => {
    expect(standardised(Float64Array.of(1, Number.NaN, 3))[1]).toBe(0);
    const { shown } = fuse(Float64Array.of(0.4, 0.4), Float64Array.of(Number.NaN, 0.9), 1);
    expect(shown[0]).toBe(0.4);
  });

  it('orders by the scores themselves and shows the probabilities made of them', () => {
    const scores = Float64Array.of(0.9, 0.5, 0.1);
    // As probabilities the first two hardly differ, and a little more likeness of vectors would turn them round.
    const words = Float64Array.of(0.99, 0.97, 0.03);
    const vectors = Float64Array.of(0.5, 0.55, 0.3);
    const better = (order: Float64Array): boolean => (order[0] ?? 0) > (order[1] ?? 0);
    const { order, shown } = fuse(scores, vectors, 1, words);
    expect(better(order)).toBe(true);
    expect(better(fuse(words, vectors, 1).order)).toBe(false);
    expect(shown[0]).toBeGreaterThan(0.5);
    expect(shown[0]).toBeLessThan(0.99);
  });

  it('believes a vector by how far it stands out, whatever cosines a model gives to strangers', () => {
    const cosines = Float64Array.from({ length: 200 }, (_, i) => (i === 0 ? 0.9 : 0.3 + 0.002 * (i % 40)));
    const high = cosines.map((cosine) => 0.7 + cosine / 4);
    const none = new Float64Array(200);
    const [apart, narrow] = [fuse(none, cosines, 1).shown, fuse(none, high, 1).shown];
    expect(apart[0]).toBeCloseTo(narrow[0] ?? 0, 6);
    expect(apart[0]).toBeGreaterThan(0.4);
    expect(Math.max(...narrow.slice(1))).toBeLessThan(0.1);
  });

  it('lets vectors decide between equals', () => {
    const { order } = fuse(Float64Array.of(0.3, 0.3, 0), Float64Array.of(0.1, 0.9, 0.2), 1);
    expect((order[1] ?? 0) > (order[0] ?? 0)).toBe(true);
  });

  it('shows 0 to 1 whatever comes in', () => {
    fc.assert(
      fc.property(scores, scores, fc.double({ min: 0.1, max: 3, noNaN: true }), (words, vectors, weight) => {
        const padded = Float64Array.from(words, (_, i) => vectors[i] ?? Number.NaN);
        for (const score of fuse(Float64Array.from(words), padded, weight).shown)
          expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});

describe('from scores to what is shown', () => {
  it('takes the best few as sorting would', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 8 }), (values, limit) => {
        const expected = values
          .map((score, at) => ({ score, at }))
          .filter(({ score, at }) => score > 0 && at % 3 !== 0)
          .toSorted((a, b) => b.score - a.score || a.at - b.at)
          .slice(0, limit)
          .map(({ at }) => at);
        expect(bestOf(Float64Array.from(values), limit, 0, (at) => at % 3 !== 0)).toEqual(expected);
      }),
    );
  });

  it('means the best five items of a person; what shares nothing counts as nothing', () => {
    expect(meanOfBest([])).toBe(0);
    expect(meanOfBest([0.6, 0])).toBeCloseTo(0.3);
    expect(meanOfBest([1, 1, 1, 1, 1, 0, 0, 0])).toBe(1);
  });
});
