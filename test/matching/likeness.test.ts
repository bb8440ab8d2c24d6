import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/evaluate/matching/knowledge.ts';
import { CURVES, type CurveName, evidence, FITS, likenessOf } from '../../src/matching/likeness.ts';
import fc from '../support/fast-check.ts';
import { chance, fitLogistic } from '../support/fit-logistic.ts';
import { type JudgedPair, judgedWishes, listPairs, peoplePairs } from '../support/judged-pairs.ts';

const KNOWS = knowledge();
const SETS: readonly (readonly [CurveName, readonly JudgedPair[]])[] = [
  ['lists', listPairs(KNOWS)],
  ['people', peoplePairs(KNOWS)],
  ['words', listPairs({ stop: KNOWS.stop, ...(KNOWS.glosses && { glosses: KNOWS.glosses }) })],
];
const FITTING = 2;
const FOLDS = 5;

const features = ({ score, best, characters }: JudgedPair): readonly number[] => evidence(score, best, characters);
const examples = (pairs: readonly JudgedPair[]) =>
  pairs.map((pair) => ({ features: features(pair), is: pair.grade >= FITTING }));

/** Mean squared distance between what was said and what is so. */
function brier(pairs: readonly JudgedPair[], says: (pair: JudgedPair) => number): number {
  return pairs.reduce((sum, pair) => sum + (says(pair) - (pair.grade >= FITTING ? 1 : 0)) ** 2, 0) / pairs.length;
}

/** What each pair is said to be by a curve fitted on the wishes of the other folds. */
function unseen(pairs: readonly JudgedPair[]): ReadonlyMap<JudgedPair, number> {
  const searches = [...new Set(pairs.map((pair) => pair.search))];
  const foldOf = new Map(searches.map((search, i) => [search, i % FOLDS]));
  return new Map(
    Array.from({ length: FOLDS }).flatMap((_, fold) => {
      const isOut = (pair: JudgedPair): boolean => foldOf.get(pair.search) === fold;
      const weights = fitLogistic(examples(pairs.filter((pair) => !isOut(pair))));
      return pairs.filter(isOut).map((pair) => [pair, chance(weights, features(pair))] as const);
    }),
  );
}

const BOUNDS = [0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.01];

/** Share of true ones beside what was said, by how much was said. */
function table(pairs: readonly JudgedPair[], says: (pair: JudgedPair) => number) {
  return BOUNDS.slice(0, -1).flatMap((low, i) => {
    const inside = pairs.filter((pair) => says(pair) >= low && says(pair) < (BOUNDS[i + 1] ?? 1));
    const said = inside.reduce((sum, pair) => sum + says(pair), 0) / (inside.length || 1);
    const so = inside.filter((pair) => pair.grade >= FITTING).length / (inside.length || 1);
    return inside.length === 0 ? [] : [{ low, pairs: inside.length, said, so }];
  });
}

describe.each(SETS)('what is said of %s', (name, pairs) => {
  const says = (pair: JudgedPair): number => likenessOf(name, pair.best, pair.characters)(pair.score);

  it('is as good as what the judged pairs give when fitted anew', () => {
    const weights = fitLogistic(examples(pairs));
    const fitted = brier(pairs, (pair) => chance(weights, features(pair)));
    const share = pairs.filter((pair) => pair.grade >= FITTING).length / pairs.length;
    console.log(name, 'fitted:', weights.map((weight) => weight.toFixed(2)).join(' '), CURVES[name]);
    console.log(
      'Brier',
      brier(pairs, says).toFixed(4),
      'fitted',
      fitted.toFixed(4),
      'share',
      brier(pairs, () => share),
    );
    expect(brier(pairs, says)).toBeLessThan(fitted + 0.004);
    expect(brier(pairs, says)).toBeLessThan(0.9 * brier(pairs, () => share));
  });

  it('holds for wishes it was not fitted on: what is said to be likely is as often so', () => {
    const said = unseen(pairs);
    const found = table(pairs, (pair) => said.get(pair) ?? 0);
    console.table(found.map((row) => ({ ...row, said: row.said.toFixed(2), so: row.so.toFixed(2) })));
    for (const { pairs: count, said: p, so } of found)
      expect(Math.abs(so - p)).toBeLessThan(0.05 + 2.5 * Math.sqrt((p * (1 - p)) / count));
  });
});

/** Of the wishes a list fits, the share that is offered one from `bound` on; of the others, the share that is told so. */
function costsOf(bound: number): { readonly offered: number; readonly told: number } {
  const [, all = []] = SETS[0] ?? [];
  let [fitting, offered, others, told] = [0, 0, 0, 0];
  for (const { words } of judgedWishes()) {
    const pairs = all.filter((pair) => pair.search === words);
    const best = Math.max(0, ...pairs.map((pair) => likenessOf('lists', pair.best, pair.characters)(pair.score)));
    const fits = pairs.some((pair) => pair.grade >= FITTING);
    fitting += fits ? 1 : 0;
    others += fits ? 0 : 1;
    offered += fits && best >= bound ? 1 : 0;
    told += !fits && best < bound ? 1 : 0;
  }
  console.log(`from ${bound}: something fits: offered ${offered}/${fitting}; nothing fits: told ${told}/${others}`);
  return { offered: offered / fitting, told: told / others };
}

describe('whether anything fits', () => {
  it('is told from the best list of a wish: what fits is offered, and most wishes nothing fits are told so', () => {
    const [chosen, stricter] = [costsOf(FITS), costsOf(0.5)];
    expect(chosen.offered).toBeGreaterThanOrEqual(0.92);
    expect(chosen.told).toBeGreaterThanOrEqual(0.7);
    expect(chosen.offered + chosen.told).toBeGreaterThan(stricter.offered + stricter.told);
  });
});

describe('a probability of fit', () => {
  it('rises with the score, whatever was best and however long the wish', () => {
    const score = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        score,
        score,
        score,
        fc.nat(500),
        fc.constantFrom('lists', 'people', 'words'),
        (a, b, top, n, name) => {
          const says = likenessOf(name, Math.max(a, b, top), n);
          expect(Math.sign(says(a) - says(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
          expect(says(a) >= 0 && says(a) <= 1).toBe(true);
        },
      ),
    );
  });

  it('is nothing for what shares nothing', () => {
    expect(likenessOf('lists', 0, 10)(0)).toBe(0);
  });
});
