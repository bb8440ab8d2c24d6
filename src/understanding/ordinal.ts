/** Ordinals people use for numbered choices: 第二个, 2, #2, the last one, 倒数第二个. Text must be folded. */
import { readNumeral } from '../text/numeral.ts';

const EN: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  last: -1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};
const N = '[\\d零一二两三四五六七八九十廿壹贰叁肆伍陆柒捌玖拾]{1,4}';
const NOUN = '(?:[个项条款种类号题家份榜步]|选项|项目|榜单|技术榜)?';
const ZH = new RegExp(
  `(?:倒数第?|后面?第)(?<back>${N})${NOUN}|第\\s*(?<nth>${N})(?!\\s*(?:次|回|时间|年|季度|代|方|批|阶段|产业|手|期))\\s*${NOUN}|(?<last>最后(?:那|这)?(?:面)?(?:的)?(?:一)?[个项条家]?|末尾那?个|最(?:下面?|后面|底下)的?(?:那|这)?个?)|(?<before>上面|前面)?(?:头|首)(?:一)?[个项条]|(?<![\\d月])(?<no>\\d{1,2})\\s*号(?=那?个?(?:榜|项目|课题|选题|题目|需求|方案))`,
);
const SIGN = new RegExp(
  `(?:^|\\s)(?:#|no\\.?|nr\\.?|number|选|选择|option|choice|item)\\s*(?<sign>${N}|(?:one|two|three|four|five)(?![a-z]))(?![\\d.]*\\d)`,
);
const EN_WORD =
  /(?<![a-z])(?:the )?(?:(?<lastback>second|third) (?:from the |to )last|(?<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d{1,2}(?:st|nd|rd|th)))(?![a-z])/;

/** An ordinal in the text, 1 for the first and -1 for the last, with its place; null when there is none. */
export function findOrdinal(
  folded: string,
): { readonly n: number; readonly start: number; readonly end: number } | null {
  const match = ZH.exec(folded) ?? SIGN.exec(folded) ?? EN_WORD.exec(folded);
  if (match === null) return null;
  const { back, nth, no, last, sign, lastback, word } = match.groups ?? {};
  const place = { start: match.index, end: match.index + match[0].length };
  if (last !== undefined) return { n: -1, ...place };
  if (lastback !== undefined) return { n: -(EN[lastback] ?? 1), ...place };
  if (word !== undefined) return { n: EN[word] ?? Number.parseInt(word, 10), ...place };
  const text = back ?? nth ?? no ?? sign;
  if (text === undefined) return { n: 1, ...place };
  const value = EN[text] ?? readNumeral(text)?.value;
  if (value === undefined || !Number.isInteger(value) || value < 1) return null;
  return { n: back === undefined ? value : -value, ...place };
}

/** The whole text as an ordinal or bare number: 2, 二, 第二个, the second one, last. Null otherwise. */
export function readOrdinal(folded: string): number | null {
  const text = folded
    .replace(
      /^(?:就|我选|选择?|要|我要|(?:先|我)*(?:看一?下|看看?|瞧瞧|瞅瞅|查看|打开|点开|点一?下|展开)(?:一下)?|(?:open|show(?: me)?|view|see)(?= ))|(?:吧|的|那个|这个|那项|one|please|pls|option)?[\s.。、,!！)）]*$/g,
      '',
    )
    .trim();
  const bare = /^[(（]?\s*(\d{1,2}|[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})\s*(?:号|个)?$/.exec(text)?.[1];
  if (bare !== undefined) return readNumeral(bare)?.value ?? null;
  const word = EN[text];
  if (word !== undefined) return word;
  const found = findOrdinal(text);
  if (found === null) return null;
  const rest = `${text.slice(0, found.start)}${text.slice(found.end)}`.replace(
    /榜单?|项目|题目|那|这|个|的|吧|the|one|list|please|[\s.。,]/g,
    '',
  );
  return rest === '' ? found.n : null;
}

/** The item an ordinal points to in a list; undefined when it is out of range. */
export function pick<T>(items: readonly T[], ordinal: number): T | undefined {
  return items[ordinal < 0 ? items.length + ordinal : ordinal - 1];
}
