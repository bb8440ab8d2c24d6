import { describe, expect, it } from 'vitest';
import type { MatchIndex } from '../../src/ports/match.ts';
import { anyone, list, matcher, person } from '../support/match-scene.ts';

const LISTS = 1_000;
const PEOPLE = 10_000;
const SEARCHES = 200;

/** A repeatable stream of numbers below `n`. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Made-up Chinese: 20,000 words of two to four characters, the common ones said far more often, as in any language. */
function makeWriter(roll: (n: number) => number): (length: number) => string {
  const character = (): string => String.fromCodePoint(0x4e00 + Math.floor((roll(1_000) * roll(1_000)) / 400));
  const words = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + roll(3) }, character).join(''));
  const word = (): string => words[Math.floor(words.length ** (roll(1_000_000) / 1_000_000)) - 1] ?? '';
  return (length) => {
    let text = '';
    while (text.length < length) text += word() + (roll(6) === 0 ? '，' : '');
    return text;
  };
}

async function p95(search: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < SEARCHES; i += 1) {
    const began = performance.now();
    await search(i);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(SEARCHES * 0.95)] ?? 0;
}

function fill(index: MatchIndex): readonly string[] {
  const write = makeWriter(dice(7));
  const goals = Array.from({ length: LISTS }, () => write(200));
  goals.forEach((text, i) => {
    index.put(list(`l${i}`, text.slice(0, 20), text));
  });
  for (let i = 0; i < PEOPLE; i += 1)
    index.put(person(`p${i}`, { work: write(150), methods: write(60), results: write(30) }));
  return goals;
}

describe(`matching among ${LISTS} lists and ${PEOPLE} people`, () => {
  it('answers with reasons, and prints how fast', async () => {
    const index = matcher();
    const began = performance.now();
    const goals = fill(index);
    console.log(`put: ${Math.round(performance.now() - began)} ms`);
    const words = (i: number): string => (goals[(i * 13) % LISTS] ?? '').slice(30, 70);
    const lists = await p95((i) => index.lists(words(i), anyone, 10));
    const people = await p95((i) => index.people(goals[(i * 7) % LISTS] ?? '', anyone, 10));
    console.log(`p95, 40 characters → lists: ${lists.toFixed(1)} ms; 200 characters → people: ${people.toFixed(1)} ms`);
    const [best] = await index.lists(words(1), anyone, 1);
    expect(best?.id).toBe('l13');
    expect(best?.because.length).toBeGreaterThan(0);
  });
});
