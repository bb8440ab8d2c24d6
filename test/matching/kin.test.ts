import { describe, expect, it } from 'vitest';
import { bagOf } from '../../src/matching/bag.ts';
import { formUnits, makeConceptLexicon } from '../../src/matching/concept-lexicon.ts';
import { parseConcepts } from '../../src/matching/concept-rows.ts';
import { makeKinShelf } from '../../src/matching/kin-shelf.ts';
import { makeWeightedPostings } from '../../src/matching/weighted-postings.ts';
import fc from '../support/fast-check.ts';
import { STOP } from '../support/match-scene.ts';

const ROWS = parseConcepts(
  '数据中心散热|机房冷却|data center cooling\tp:浸没式冷却;冷板液冷|x:能耗\n浸没式冷却|immersion cooling\tm:氟化液\n茶树育种|茶树新品种\tp:杂交选育\n船舶涂料|防污漆\tx:海水腐蚀\n',
  'test',
  'test.tsv',
);
const LEXICON = makeConceptLexicon(ROWS);
const kinOf = (text: string, most = 4) => LEXICON.kinOf(bagOf(formUnits(text), STOP), most);
const nearest = (text: string): number | undefined => {
  const { entries, weights } = kinOf(text);
  return entries[weights.indexOf(Math.max(...weights))];
};

describe('the entries a text is worded like', () => {
  it.each([
    ['整机浸没在氟化液里', 1],
    ['机房太热，冷却费电', 0],
    ['选育早芽茶树', 2],
    ['cooling of data centers', 0],
    ['船底防海水腐蚀的漆', 3],
  ])('%s, which names none of them', (text, entry) => {
    expect(nearest(text)).toBe(entry);
  });

  it('include those related to the ones it is worded like', () => {
    expect([...kinOf('氟化液的回收').entries]).toEqual(expect.arrayContaining([0, 1]));
  });

  it('are none for a text that shares no character with any', () => {
    expect(kinOf('量子').entries).toHaveLength(0);
    expect(kinOf('').entries).toHaveLength(0);
  });

  it('have a length of one, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'数据中心散热茶树海水 a1，') }), (text) => {
        const { entries, weights } = kinOf(text);
        if (entries.length > 0) expect(Math.hypot(...weights)).toBeCloseTo(1, 4);
      }),
    );
  });

  it('compare items, and forget those taken out', () => {
    const shelf = makeKinShelf();
    shelf.put(0, kinOf('服务器浸没式冷却'));
    shelf.put(1, kinOf('茶树新品种'));
    const scores = new Float64Array(2);
    shelf.score(kinOf('机房冷却'), 1, scores);
    expect(scores[0]).toBeGreaterThan(0.3);
    expect(scores[1] ?? 0).toBeLessThan(0.1);
    shelf.remove(0);
    const after = new Float64Array(2);
    shelf.score(kinOf('机房冷却'), 1, after);
    expect(after[0]).toBe(0);
  });
});

describe('postings with weights', () => {
  it('hold what was added and not removed, in any order', () => {
    const change = fc.record({ feature: fc.nat(3), slot: fc.nat(20), add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
        const postings = makeWeightedPostings();
        const model = new Map<string, number>();
        for (const { feature, slot, add } of changes) {
          const key = `${feature} ${slot}`;
          if (add === model.has(key)) continue;
          if (add) postings.add(feature, slot, slot + 1);
          else postings.remove(feature, slot);
          if (add) model.set(key, slot + 1);
          else model.delete(key);
        }
        for (let feature = 0; feature <= 3; feature += 1) {
          const found = new Float64Array(21);
          postings.scatter(feature, 2, found);
          expect([...found]).toEqual(
            Array.from({ length: 21 }, (_, slot) => 2 * (model.get(`${feature} ${slot}`) ?? 0)),
          );
        }
      }),
    );
  });
});
