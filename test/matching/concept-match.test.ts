import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/evaluate/matching/knowledge.ts';
import type { MatchIndex } from '../../src/ports/match.ts';
import { fold } from '../../src/text/fold.ts';
import { toTraditional } from '../../src/text/script.ts';
import { judgedLists, judgedWishes } from '../support/judged-pairs.ts';
import { anyone, LISTS, list, matcher, person } from '../support/match-scene.ts';

const KNOWLEDGE = knowledge();
const stocked = (): MatchIndex => {
  const index = matcher(KNOWLEDGE);
  for (const each of LISTS) index.put(each);
  return index;
};

const archive = (): MatchIndex => {
  const index = matcher(KNOWLEDGE);
  for (const each of judgedLists()) index.put(each);
  return index;
};

describe('words that differ', () => {
  it.each([
    ['凯夫拉短纤抄片', 'paper'],
    ['grain-oriented silicon steel core loss', 'steel'],
    ['aramid insulating paper', 'paper'],
    ['offshore wind turbine corrosion', 'wind'],
    ['bispecific antibody cell line', 'drug'],
    ['PVT 长晶', 'sic'],
  ])('%s → %s', async (words, wanted) => {
    const index = stocked();
    await index.settled();
    const [hit] = await index.lists(words, anyone, 1);
    expect(hit?.id).toBe(wanted);
  });

  it('are shown side by side as the reason', async () => {
    const index = matcher(KNOWLEDGE);
    index.put(list('a', '芳纶的表面改性'));
    await index.settled();
    const [hit] = await index.lists('对位芳酰胺的老化', anyone, 1);
    expect(hit?.because).toContainEqual({ yours: '对位芳酰胺', theirs: '芳纶' });
  });

  it('find people who write in English for a Chinese list', async () => {
    const index = matcher(KNOWLEDGE);
    index.put(person('a', { work: 'Silicon carbide single crystal growth by physical vapour transport' }));
    index.put(person('b', { work: 'Breeding of rice varieties with high yield' }));
    await index.settled();
    expect((await index.people('大尺寸碳化硅单晶衬底', anyone, 5))[0]?.id).toBe('a');
    expect((await index.people('水稻高产育种', anyone, 5))[0]?.id).toBe('b');
  });
});

describe('lists judged by hand on the archive', () => {
  const judged = judgedWishes();

  it('that fit are among the first three', async () => {
    const index = archive();
    const fitting = judged.filter(({ grades }) => Object.values(grades).includes(2));
    const seen = await Promise.all(
      fitting.map(async ({ words, grades }) =>
        (await index.lists(words, anyone, 3)).some((hit) => grades[hit.id] === 2),
      ),
    );
    const found = seen.filter(Boolean).length;
    console.log(`in the first three ${found}/${fitting.length}`);
    expect(found / fitting.length).toBeGreaterThanOrEqual(0.95);
  });

  it('are the same in traditional script', async () => {
    const index = archive();
    // Whoever writes traditional characters may use the words of other regions, which simplified text does not have.
    const simplified = judged.filter(({ words }) => words.normalize('NFKC').toLowerCase() === fold(words));
    for (const { words } of simplified) {
      const plain = await index.lists(fold(words), anyone, 3);
      const traditional = await index.lists(toTraditional(fold(words)), anyone, 3);
      expect(traditional.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
    }
  });
});
