/** Names of units compared without their legal form: a company and its branch office are one, likeness alone is not. */
import { fold } from '../text/fold.ts';

/** `same`: one name but for its form; `alike`: near enough for somebody to look; `other`: nothing in common. */
export type UnitLikeness = 'same' | 'alike' | 'other';

/** Parts of a unit that have no legal standing of their own. */
const BRANCH = /(?:分公司|办事处|营业部|项目部|事业部|总部|本部|branch(?: office)?|head office)$/u;
/** Between the name of a company and that of its branch stands the legal form: what follows names the place. */
const BRANCH_OF =
  /^(.+?(?:有限责任公司|股份有限公司|有限公司|公司)).*(?:分公司|办事处|营业部|项目部|事业部|总部|本部)$/u;
const FORM =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|集团|co(?:mpany)? ?ltd|limited|ltd|incorporated|inc|corporation|corp|llc|gmbh)$/u;
/** The label of made-up samples is no part of a name. */
const SAMPLE = /示例|sample/gu;
/** Shorter cores say too little to be alike. */
const TELLING = 4;
const ALIKE = 0.7;

/** A name without script, width, signs, branch and legal form; '' when nothing else was there. */
export function unitCore(name: string): string {
  const plain = fold(name)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const packed = packedName(plain);
  const whole = (BRANCH_OF.exec(packed)?.[1] ?? packed).replace(BRANCH, '').trim();
  let core = whole;
  while (FORM.test(core)) core = core.replace(FORM, '').trim();
  return (core === '' ? whole : core).replace(/\s/g, '');
}

/** True when the name is that of a part of a unit. */
export function isBranch(name: string): boolean {
  const plain = fold(name).replace(/[\s\p{P}]+$/gu, '');
  return BRANCH.test(plain);
}

/** Blanks mean something between Latin words only. */
function packedName(plain: string): string {
  return plain.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/** How two names of units stand to each other. */
export function compareUnits(one: string, other: string): UnitLikeness {
  const [a, b] = [unitCore(one), unitCore(other)];
  if (a === '' || b === '') return 'other';
  if (a === b) return 'same';
  const [x, y] = [a.replace(SAMPLE, ''), b.replace(SAMPLE, '')];
  if (Math.min(x.length, y.length) < TELLING) return 'other';
  return x.includes(y) || y.includes(x) || overlap(x, y) >= ALIKE ? 'alike' : 'other';
}

/** The share of pairs of characters two names have in common (Dice), 0…1. */
function overlap(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [mine, theirs] = [pairs(a), pairs(b)];
  const both = [...mine].filter((pair) => theirs.has(pair)).length;
  return (2 * both) / (mine.size + theirs.size);
}
