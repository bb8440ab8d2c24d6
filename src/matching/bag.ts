/** Units → countable terms: characters and character pairs, stems and stem pairs. */
import type { StopList } from './stop-list.ts';
import { isHan, type Unit } from './unit.ts';

/** Term → how often it occurs. */
export type Bag = ReadonlyMap<string, number>;

const BARE_NUMBER = /^[\d.]+$/u;

function count(bag: Map<string, number>, term: string): void {
  bag.set(term, (bag.get(term) ?? 0) + 1);
}

function countHan(bag: Map<string, number>, unit: Unit, next: Unit | undefined): void {
  count(bag, unit.text);
  if (next?.start === unit.end && isHan(next.text)) count(bag, unit.text + next.text);
}

/** Counts the terms of units: Chinese characters and stems, single and in neighbouring pairs; bare numbers do not count. */
export function bagOf(units: readonly Unit[], stop: StopList): Bag {
  const bag = new Map<string, number>();
  const silent = (unit: Unit): boolean => stop.words.has(unit.text) || BARE_NUMBER.test(unit.text);
  units.forEach((unit, i) => {
    const next = units[i + 1];
    if (isHan(unit.text)) {
      countHan(bag, unit, next);
      return;
    }
    if (silent(unit)) return;
    count(bag, unit.text);
    if (next?.joined === true && !isHan(next.text) && !silent(next)) count(bag, `${unit.text} ${next.text}`);
  });
  return bag;
}
