import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { knowledge } from '../../src/evaluate/matching/knowledge.ts';
import { FITS } from '../../src/matching/likeness.ts';
import type { MatchIndex } from '../../src/ports/match.ts';
import { fold } from '../../src/text/fold.ts';
import { toTraditional } from '../../src/text/script.ts';
import { anyone, LISTS, list, matcher, person } from '../support/match-scene.ts';

const KNOWLEDGE = knowledge();
const stocked = (): MatchIndex => {
  const index = matcher(KNOWLEDGE);
  for (const each of LISTS) index.put(each);
  return index;
};

const ARCHIVE = z.object({ id: z.string(), title: z.string(), goals: z.string(), terms: z.array(z.string()) });
const JUDGED = z.object({ words: z.string(), fits: z.string().nullable() });
const read = <T>(path: string, row: z.ZodType<T>): readonly T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));

const archive = (): MatchIndex => {
  const index = matcher(KNOWLEDGE);
  for (const { id, title, goals, terms } of read('data/samples/archive-lists.jsonl', ARCHIVE))
    index.put(list(id, title, goals, { terms }));
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

describe('whether anything fits, judged by hand on the archive', () => {
  const judged = read('test/matching/judged-wishes.jsonl', JUDGED);

  it('finds the list, and says so when there is none', async () => {
    const index = archive();
    const seen = await Promise.all(
      judged.map(async ({ words, fits }) => ({ fits, hits: await index.lists(words, anyone, 3) })),
    );
    const fitting = seen.filter(({ fits }) => fits !== null);
    const found = fitting.filter(({ fits, hits }) => hits.some((hit) => hit.id === fits));
    const offered = fitting.filter(({ hits }) => (hits[0]?.score ?? 0) >= FITS);
    const none = seen.filter(({ fits }) => fits === null);
    const silent = none.filter(({ hits }) => (hits[0]?.score ?? 0) < FITS);
    console.log(
      `in the first three ${found.length}/${fitting.length}, offered ${offered.length}; nothing fits: told ${silent.length}/${none.length}`,
    );
    expect(found.length / fitting.length).toBeGreaterThanOrEqual(0.95);
    expect(offered.length / fitting.length).toBeGreaterThanOrEqual(0.9);
    expect(silent.length / none.length).toBeGreaterThanOrEqual(0.9);
  });

  it('is the same in traditional script', async () => {
    const index = archive();
    for (const { words } of judged) {
      const plain = await index.lists(fold(words), anyone, 3);
      const traditional = await index.lists(toTraditional(fold(words)), anyone, 3);
      expect(traditional.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
    }
  });
});
