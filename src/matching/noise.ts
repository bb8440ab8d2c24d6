/** What says nothing about a subject however it is put together: figures, units, comparatives, boilerplate. */
import { fold } from '../text/fold.ts';
import type { StopList } from './stop-list.ts';
import { isHan, type Unit, unitsOf } from './unit.ts';

/** Units of the longest common word. */
const LONGEST = 6;
const FIGURE = /^\d+(?:\.\d+)*([a-zμωφ%°]*)$/u;

function isCommon(word: string, stop: StopList): boolean {
  return stop.reasons.has(word) || stop.words.has(word);
}

/** 5, 5%, 5mm: a figure with nothing or a unit behind it; 316l and 5g name something. */
function isFigure(text: string, stop: StopList): boolean {
  const unit = FIGURE.exec(text)?.[1];
  return unit !== undefined && (unit === '' || /[%°]/u.test(unit) || stop.reasons.has(unit));
}

/** True when a stretch can be read as common words and figures from end to end: 不低于95%, 平均厚度要求 is not, 超过8微米 is. */
export function isNoise(units: readonly Pick<Unit, 'text'>[], stop: StopList): boolean {
  const reached = new Set([0]);
  for (let from = 0; from < units.length; from += 1) {
    if (!reached.has(from)) continue;
    if (isFigure(units[from]?.text ?? '', stop)) reached.add(from + 1);
    let word = '';
    for (let to = from; to < Math.min(units.length, from + LONGEST); to += 1) {
      word += units[to]?.text ?? '';
      if (isCommon(word, stop)) reached.add(to + 1);
    }
  }
  return reached.has(units.length);
}

/** The same for words as somebody wrote them; a lone character counts as nothing, too. */
export function isNoiseText(text: string, stop: StopList): boolean {
  const units = unitsOf(fold(text));
  const lone = units.length === 1 && units.every((unit) => isHan(unit.text));
  return lone || isNoise(units, stop);
}
