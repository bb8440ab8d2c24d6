/** Pairs of a wish and a list, or of a list and a person, judged by reading: 2 fits, 1 is near, 0 does not. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { archiveListings, publicTeams } from '../../src/commands/sample-archive.ts';
import { readProgramme } from '../../src/data-files.ts';
import { aimsOf } from '../../src/engine/candidates.ts';
import type { Knowledge } from '../../src/matching/item-index.ts';
import { matchText, type Side } from '../../src/matching/profile-text.ts';
import { drain } from '../../src/matching/steps.ts';
import { makeTextIndex, type TextIndex } from '../../src/matching/text-index.ts';
import type { Listing, Profile } from '../../src/programme/records.ts';
import { person } from './match-scene.ts';

const AT = '2026-09-07T02:00:00.000Z';
const grades = z.record(z.string(), z.int().min(0).max(2));
const wishRow = z.object({ words: z.string(), grades });
const peopleRow = z.object({ list: z.string(), grades });
const profileRow = z.object({ id: z.string(), name: z.string(), answers: z.record(z.string(), z.string()) });

function rows<T>(name: string, shape: z.ZodType<T>): readonly T[] {
  const text = readFileSync(`test/matching/${name}`, 'utf8').trim();
  return text.split('\n').map((line) => shape.parse(JSON.parse(line)));
}

/** A wish and the lists that were judged for it. */
export const judgedWishes = (): readonly z.infer<typeof wishRow>[] => rows('judged-wishes.jsonl', wishRow);

/** The lists of the archive. */
export const judgedLists = (): readonly Listing[] => archiveListings(readProgramme('jiangxi-2021'), AT);

function judgedProfiles(): readonly Profile[] {
  const own = rows('judged-profiles.jsonl', profileRow);
  return [...publicTeams(readProgramme('jiangxi-2021'), AT), ...own.map(({ id, answers }) => person(id, answers))];
}

/** One judged pair as the matcher sees it. */
export interface JudgedPair {
  readonly search: string;
  readonly grade: number;
  readonly score: number;
  readonly best: number;
  readonly characters: number;
}

/** Hits of one search that count; what was not judged among them is a 0. */
const LOOKED_AT = 8;

function pairsOf(
  index: TextIndex,
  side: Side,
  words: string,
  judged: Readonly<Record<string, number>>,
): readonly JudgedPair[] {
  const wish = index.read(words);
  const bridge = index.bridge(side);
  if (bridge) drain(bridge.steps(wish.language));
  const scores = index.score(side, wish);
  const entries = index.entries(side);
  const ranked = [...entries.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const best = scores[ranked[0] ?? 0] ?? 0;
  const characters = [...wish.segments.map((segment) => segment.original).join('\n')].length;
  return ranked.flatMap((at, place) => {
    const grade = judged[entries[at]?.id ?? ''];
    const score = scores[at] ?? 0;
    if (score <= 0 || (grade === undefined && place >= LOOKED_AT)) return [];
    return [{ search: words, grade: grade ?? 0, score, best, characters }];
  });
}

/** Lists for the judged wishes. */
export function listPairs(knowledge: Knowledge): readonly JudgedPair[] {
  const index = makeTextIndex(knowledge);
  stock(index, judgedLists());
  return judgedWishes().flatMap(({ words, grades: judged }) => pairsOf(index, 'lists', words, judged));
}

/** People for the lists of the archive. */
export function peoplePairs(knowledge: Knowledge): readonly JudgedPair[] {
  const index = makeTextIndex(knowledge);
  const lists = new Map(judgedLists().map((listing) => [listing.id, listing]));
  stock(index, [...lists.values(), ...judgedProfiles()]);
  return rows('judged-people.jsonl', peopleRow).flatMap(({ list, grades: judged }) => {
    const listing = lists.get(list);
    return listing ? pairsOf(index, 'people', aimsOf(listing), judged) : [];
  });
}

function stock(index: TextIndex, records: readonly (Listing | Profile)[]): void {
  for (const record of records) {
    const text = matchText(record);
    if (text) index.put(text);
  }
  index.meanings?.catchUpNow();
}
