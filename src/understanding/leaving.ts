/** Leaving a form with a reason, or for something else, said in one breath. Text must be folded. */
import { wholeControl } from './control.ts';
import { steering } from './steering.ts';

/** What only explains why somebody stops; a clause of an answer does not look like it. */
const WHY =
  /问|商量|确认一下|有事|开会|在忙|太忙|没空|没想好|没准备|不确定|记不清|手头没|(?<![a-z])(?:ask|check with|talk to|busy|meeting|not sure|don't have|have to go|gotta|need to)(?![a-z])/;
const LONGEST_WHY = 45;
const STOPS = ['pause', 'skip', 'cancel'] as const;

type Stop = (typeof STOPS)[number];

/** 我得问问院长，先存着: the wish in the last clause, where all before it only says why; null otherwise. */
export function stopsForReason(folded: string): Stop | null {
  const [, why = '', last = ''] = /^(.+)[,，。;；!！]\s*([^,，。;；!！]+?)[。.!！~]*$/.exec(folded) ?? [];
  if (last === '' || why.length > LONGEST_WHY || !WHY.test(why)) return null;
  const wish = wholeControl(last);
  return STOPS.find((each) => each === wish) ?? null;
}

/** 先停一下，我要发布需求: what is wanted after the form was put aside in so many words; null otherwise. */
export function afterPause(folded: string): string | null {
  const [, first = '', rest = ''] = /^([^,，。;；!！]{2,14})[,，。;；!！]\s*(.{4,})$/.exec(folded) ?? [];
  if (rest === '') return null;
  const wish = wholeControl(first) ?? steering(first);
  return wish === 'pause' || wish === 'cancel' || /^(?:先|等)(?:停|等|缓)?(?:一?下|一停|会儿?)$/.test(first)
    ? rest
    : null;
}
