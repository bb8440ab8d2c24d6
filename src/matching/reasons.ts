/** Why two texts meet: the longest stretches they have in common, each in its author's own spelling. */
import type { MatchHit } from '../ports/match.ts';
import { isNoise } from './noise.ts';
import { makeRecent } from './recent.ts';
import { type Segment, spelling } from './segment.ts';
import type { StopList } from './stop-list.ts';
import { isHan, type Unit } from './unit.ts';
import { isWordEdge } from './word-edges.ts';

/** Most reasons given for one match. */
export const MOST_REASONS = 4;
/** Runs looked at closely, the rarest: finding where words end is slow. */
const MOST_RUNS = 16;
/** Units of either text that are looked at. */
const MOST_UNITS = 2_000;

interface Place {
  readonly segment: Segment;
  readonly unit: Unit;
}

/** A stretch both texts share: `length` units from `mine` on one side and `theirs` on the other. */
interface Run {
  readonly mine: number;
  readonly theirs: number;
  readonly length: number;
}

/** Texts remembered: a wish is compared with many. */
const MOST_REMEMBERED = 300;

const placesOf = makeRecent(MOST_REMEMBERED, (segments: readonly Segment[]): readonly Place[] =>
  segments.flatMap((segment) => segment.units.map((unit) => ({ segment, unit }))).slice(0, MOST_UNITS),
);

/** Where words are known to begin or not, by place in the folded text. */
const edgesOf = makeRecent(MOST_REMEMBERED, (_: Segment) => new Map<number, boolean>());

/** True when place `at` goes on from the place before it. */
function goesOn(places: readonly Place[], at: number): boolean {
  const here = places[at];
  return here?.unit.joined === true && places[at - 1]?.segment === here.segment;
}

function runLength(mine: readonly Place[], i: number, theirs: readonly Place[], j: number): number {
  let length = 1;
  while (
    goesOn(mine, i + length) &&
    goesOn(theirs, j + length) &&
    mine[i + length]?.unit.text === theirs[j + length]?.unit.text
  )
    length += 1;
  return length;
}

/** All maximal runs; for each start on our side only the longest. */
function runsOf(mine: readonly Place[], theirs: readonly Place[]): readonly Run[] {
  const where = new Map<string, number[]>();
  theirs.forEach(({ unit }, j) => {
    const known = where.get(unit.text);
    if (known) known.push(j);
    else where.set(unit.text, [j]);
  });
  const runs: Run[] = [];
  let covered = 0;
  mine.forEach(({ unit }, i) => {
    let best: Run | null = null;
    for (const j of where.get(unit.text) ?? []) {
      const length = runLength(mine, i, theirs, j);
      if (length > (best?.length ?? 0)) best = { mine: i, theirs: j, length };
    }
    if (best === null || i + best.length <= covered) return;
    covered = i + best.length;
    runs.push(best);
  });
  return runs;
}

/** The texts of a run's units from `from` for `length`, joined as the stop list spells words. */
function wordsOf(places: readonly Place[], from: number, length: number): string {
  return places
    .slice(from, from + length)
    .map((place) => place.unit.text)
    .join('');
}

/** Takes common words off both ends: 关键技术研究 leaves nothing, 芳纶纸技术 leaves 芳纶纸. */
function trimmed(run: Run, mine: readonly Place[], stop: StopList): Run {
  let { mine: start, theirs, length } = run;
  const common = (from: number, size: number): boolean => {
    const word = wordsOf(mine, from, size);
    return stop.reasons.has(word) || stop.words.has(word);
  };
  for (let size = Math.min(5, length); size > 0; size -= 1) {
    const head = common(start, size);
    if (!head && !common(start + length - size, size)) continue;
    if (head) {
      start += size;
      theirs += size;
    }
    length -= size;
    size = Math.min(5, length) + 1;
  }
  return { mine: start, theirs, length };
}

/** True when a word begins (or, with `after`, ends) at place `at`. */
function isEdge(places: readonly Place[], at: number, after: boolean): boolean {
  const place = places[at];
  if (place === undefined) return false;
  const { segment, unit } = place;
  const edges = edgesOf(segment);
  const offset = after ? unit.end : unit.start;
  const known = edges.get(offset) ?? isWordEdge(segment.folded, offset);
  edges.set(offset, known);
  return known;
}

/** Draws both ends in until each is the edge of a word to either side: 人工智慧 and 人工智能 share 人工, not 人工智. */
function snapped(run: Run, mine: readonly Place[], theirs: readonly Place[]): Run {
  let { mine: start, theirs: other, length } = run;
  while (length > 0 && !isEdge(mine, start, false) && !isEdge(theirs, other, false)) {
    start += 1;
    other += 1;
    length -= 1;
  }
  const last = (): number => length - 1;
  while (length > 0 && !isEdge(mine, start + last(), true) && !isEdge(theirs, other + last(), true)) length -= 1;
  return { mine: start, theirs: other, length };
}

/** Whether a stretch says something: two Chinese characters, or a stem of two letters, and not common words alone. */
function isTelling(run: Run, mine: readonly Place[], stop: StopList): boolean {
  const places = mine.slice(run.mine, run.mine + run.length);
  if (
    isNoise(
      places.map((place) => place.unit),
      stop,
    )
  )
    return false;
  const units = places.map((place) => place.unit.text);
  return units.filter(isHan).length >= 2 || units.some((text) => !isHan(text) && /\p{L}{2}/u.test(text));
}

function spelled(places: readonly Place[], from: number, length: number): string {
  const first = places[from];
  const last = places[from + length - 1];
  return first && last ? spelling(first.segment, first.unit.start, last.unit.end).trim() : '';
}

/** How rare a run is: the sum over its terms. */
function weightOf(run: Run, mine: readonly Place[], idf: (term: string) => number): number {
  let weight = 0;
  for (let i = run.mine; i < run.mine + run.length; i += 1) {
    const unit = mine[i]?.unit;
    const next = i + 1 < run.mine + run.length ? mine[i + 1]?.unit : undefined;
    if (!unit) continue;
    if (!isHan(unit.text)) weight += idf(unit.text);
    else if (next && isHan(next.text)) weight += idf(unit.text + next.text);
  }
  return weight;
}

/** The pairs to show, rarest first, at most {@link MOST_REASONS}, none twice and none overlapping another. */
export function reasonsFor(
  wish: readonly Segment[],
  text: readonly Segment[],
  idf: (term: string) => number,
  stop: StopList,
): MatchHit['because'] {
  const mine = placesOf(wish);
  const theirs = placesOf(text);
  const weighed = (run: Run) => ({ run, weight: weightOf(run, mine, idf), words: wordsOf(mine, run.mine, run.length) });
  const heavier = (a: { run: Run; weight: number }, b: { run: Run; weight: number }): number =>
    b.weight - a.weight || a.run.mine - b.run.mine;
  const runs = runsOf(mine, theirs)
    .filter((run) => isTelling(run, mine, stop))
    .map(weighed)
    .toSorted(heavier)
    .slice(0, MOST_RUNS)
    .map(({ run }) => trimmed(snapped(run, mine, theirs), mine, stop))
    .filter((run) => isTelling(run, mine, stop))
    .map(weighed)
    .toSorted(heavier);
  const shown: typeof runs = [];
  for (const each of runs) {
    if (shown.length === MOST_REASONS) break;
    const clashes = ({ run, words }: (typeof runs)[number]): boolean =>
      words.includes(each.words) ||
      (run.mine < each.run.mine + each.run.length && each.run.mine < run.mine + run.length);
    if (!shown.some(clashes)) shown.push(each);
  }
  return shown.map(({ run }) => ({
    yours: spelled(mine, run.mine, run.length),
    theirs: spelled(theirs, run.theirs, run.length),
  }));
}
