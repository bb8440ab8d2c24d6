import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type ConceptLexicon, conceptLexiconSteps, makeConceptLexicon } from '../../src/matching/concept-lexicon.ts';
import { parseConcepts } from '../../src/matching/concept-rows.ts';
import { coverageOf } from '../../src/matching/meaning.ts';
import { type LexiconSource, makeMeaningKeeper } from '../../src/matching/meaning-keeper.ts';
import { segmentsOf } from '../../src/matching/segment.ts';
import { drain, inTurns, type Steps } from '../../src/matching/steps.ts';
import { STOP } from '../support/match-scene.ts';

const rowsOf = (text: string) => parseConcepts(text, 'test', 'test.tsv');

/** A lexicon whose text can be edited. */
function editable(text: string): LexiconSource & { edit(text: string): void } {
  let wanted = text;
  let read = '';
  let lexicon: ConceptLexicon | null = null;
  return {
    edit(next) {
      wanted = next;
    },
    isCurrent: () => lexicon !== null && read === wanted,
    *steps() {
      if (lexicon && read === wanted) return lexicon;
      read = wanted;
      // As long as a real one takes between two turns.
      const until = performance.now() + 12;
      while (performance.now() < until) yield;
      lexicon = yield* conceptLexiconSteps(rowsOf(wanted));
      return lexicon;
    },
  };
}

const scored = (keeper: ReturnType<typeof makeMeaningKeeper>, wish: string): readonly number[] => {
  const scores = new Float64Array(3);
  keeper.of('lists')?.score(segmentsOf(wish, STOP), 0, scores);
  return [...scores];
};

describe('long work in steps', () => {
  function* counting(steps: number): Steps<number> {
    let sum = 0;
    for (let n = 1; n <= steps; n += 1) {
      const until = performance.now() + 1;
      while (performance.now() < until) sum += 0;
      sum += n;
      yield;
    }
    return sum;
  }

  it('comes to the same at once and in turns', async () => {
    expect(drain(counting(5))).toBe(15);
    expect(await inTurns(counting(5))).toBe(15);
  });

  it('lets others have their turn', async () => {
    let others = 0;
    const work = inTurns(counting(60)).then(() => others);
    const other = async (): Promise<void> => {
      for (let n = 0; n < 100; n += 1) {
        await turn();
        others += 1;
      }
    };
    void other();
    expect(await work).toBeGreaterThanOrEqual(3);
  });
});

describe('what items mean', () => {
  it('is nothing before it was read, and then counts without a word in common', async () => {
    const keeper = makeMeaningKeeper(editable('芳纶|对位芳酰胺\n'), STOP);
    keeper.put('lists', 0, '芳纶纸');
    expect(keeper.of('lists')).toBeNull();
    await keeper.catchUp();
    expect(scored(keeper, '对位芳酰胺')[0]).toBeGreaterThan(0.5);
    expect(keeper.isCurrent()).toBe(true);
  });

  it('is read again after an edit, the old reading serving until then', async () => {
    const source = editable('芳纶|对位芳酰胺\n');
    const keeper = makeMeaningKeeper(source, STOP);
    keeper.put('lists', 0, '芳纶纸');
    keeper.put('lists', 1, '玄铁刀');
    await keeper.catchUp();
    source.edit('玄铁|乌金石\n');
    expect(keeper.isCurrent()).toBe(false);
    const reading = keeper.catchUp();
    expect(scored(keeper, '对位芳酰胺')[0]).toBeGreaterThan(0.5);
    await reading;
    const [paper, knife] = scored(keeper, '乌金石');
    expect(knife).toBeGreaterThan(0.5);
    expect(paper).toBe(0);
  });

  it('follows items that come and go while it is read', async () => {
    const keeper = makeMeaningKeeper(editable('芳纶|对位芳酰胺\n'), STOP);
    for (let slot = 0; slot < 3; slot += 1) keeper.put('lists', slot, '芳纶纸');
    const reading = keeper.catchUp();
    keeper.remove('lists', 1);
    await reading;
    const [first, gone, last] = scored(keeper, '对位芳酰胺');
    expect(first).toBeGreaterThan(0.5);
    expect(gone).toBe(0);
    expect(last).toBe(first);
    keeper.remove('lists', 0);
    expect(scored(keeper, '对位芳酰胺')[0]).toBe(0);
  });

  it('covers the share of a text that the lexicon has a name for', () => {
    const lexicon = makeConceptLexicon(rowsOf('芳纶|对位芳酰胺\n'));
    const covered = (text: string): number => {
      const segments = segmentsOf(text, STOP);
      return coverageOf(lexicon.mentions(segments), segments[0]?.units.length ?? 0);
    };
    expect(covered('芳纶')).toBe(1);
    expect(covered('芳纶的老化')).toBeCloseTo(2 / 5);
    expect(covered('茶叶')).toBe(0);
  });
});
