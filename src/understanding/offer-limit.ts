/** How much the lists somebody looks for should pay: 一千万以上的, 500到800万之间, worth more than 3 million. */
import { fold, unfold } from '../text/fold.ts';
import { type Amount, findAmounts, isRange } from './money-amounts.ts';

/** Integer yuan, and the message without what it says of the money, in the person's own spelling. */
export interface OfferLimit {
  readonly least?: number;
  readonly most?: number;
  readonly rest: string;
}

/** A wish is short; in a story a sum says something else. */
const LONGEST = 60;
const MOST_AFTER =
  /^\s*(?:元|块钱?)?(?:及|或|和)?(?:以下|以内|之内|以里|封顶|往下|or less|or below|and below|at most|max)/;
const LEAST_AFTER =
  /^\s*(?:元|块钱?)?(?:及|或|和)?(?:以上|往上|开外|起步?(?![来草])|打底|\+|or more|or above|and (?:up|above|over)|upwards|minimum)/;
const MOST_BEFORE =
  /(?:不超过|不高于|不多于|低于|少于|小于|不到|最多|至多|顶多|under|below|less than|up to|at most|no more than|max(?:imum)?(?: of)?)\s*$/;
const LEAST_BEFORE =
  /(?:超过|大于|高于|多于|不低于|不少于|不小于|至少|最少|起码|over|above|more than|at least|no less than|exceeding|min(?:imum)?(?: of)?)(?:有|要)?\s*$/;
/** What was done or spent before, or is offered oneself, is no wish. */
const STORY =
  /[做完干花].{0,4}过|了(?!解)|投入|营收|产值|收入|自筹|我们?(?:出|有|投)|预算是|revenue|spent|we have|our budget/;
const BESIDE_BEFORE =
  /(?:(?:总)?(?:金额|资金|经费|预算|额度|奖金|拨款|钱|能给|给到|给|在|是|大概|大约|the|with|worth|funding|funded|paying|pays?|that|which|budgets?|of|between|from)\s*)+$/;
const BESIDE_AFTER = /^\s*(?:元|块钱?)?(?:之间|区间|左右|上下|的)*(?:(?:总)?(?:金额|资金|经费|预算|额度|钱)的?)?/;

/** 5000kW is power; 5000kw, in small letters, may be money. */
const POWER = /\d\s*[kKM]W(?![a-zA-Z])/;

interface Bound {
  readonly least?: number;
  readonly most?: number;
  readonly start: number;
  readonly end: number;
}

function rangeOf(folded: string, first: Amount, second: Amount): Bound | null {
  if (!isRange(folded, first, second) || second.unit === null) return null;
  const low = first.unit === null ? first.value * second.unit : first.value;
  return low > 0 && second.value >= low
    ? { least: low, most: second.value, start: first.start, end: second.end }
    : null;
}

function boundOf(folded: string, { value, unit, start, end }: Amount): Bound | null {
  if (unit === null || !(value > 0)) return null;
  const [before, after] = [folded.slice(0, start), folded.slice(end)];
  const tail = (MOST_AFTER.exec(after) ?? LEAST_AFTER.exec(after))?.[0].length ?? 0;
  const lead = (MOST_BEFORE.exec(before) ?? LEAST_BEFORE.exec(before))?.[0].length ?? 0;
  const place = { start: start - lead, end: end + tail };
  if (MOST_AFTER.test(after) || MOST_BEFORE.test(before)) return { most: value, ...place };
  return LEAST_AFTER.test(after) || LEAST_BEFORE.test(before) ? { least: value, ...place } : null;
}

/** The money a wish for lists is held to; null when it names none. */
export function readOfferLimit(original: string): OfferLimit | null {
  const folded = fold(original);
  if (folded.length > LONGEST || STORY.test(folded) || POWER.test(original)) return null;
  const [first, second, more] = findAmounts(folded);
  if (first === undefined || more !== undefined) return null;
  const bound = second === undefined ? boundOf(folded, first) : rangeOf(folded, first, second);
  if (bound === null) return null;
  const { start, end, ...limit } = bound;
  const before = unfold(original, folded, 0, start).replace(BESIDE_BEFORE, ' ');
  const after = unfold(original, folded, end, folded.length).replace(BESIDE_AFTER, ' ');
  return { ...limit, rest: `${before} ${after}`.trim() };
}
