/** Finding the figure in one target: comparison, number or range, unit. */

/** Where the figure stands in the text, and what it says. */
export interface FoundValue {
  readonly start: number;
  readonly end: number;
  /** One of ≥ ≤ = > < 范围, or empty when none was said. */
  readonly operator: string;
  readonly value: string;
  readonly unit: string;
}

const METRIC = '[pnμµumcdkMGTh]?';
const SYMBOLS = [
  '%|‰|ppm|ppb|wt%|vol%|at%|℃|°C|°F|°|ºC|Å|㎡|㎥',
  `${METRIC}(?:Wh|Hz|Pa|Ω|ohm|eV|mol|bps|Ah|VA|Gy|Sv|Bq|Da|var|lx|lm|cd)`,
  `${METRIC}(?:m|g|s|A|V|W|J|N|L|l|T)`,
  'min|h|d|t|K|M[Bb]|G[Bb]|T[Bb]|k[Bb]|dBA|dB\\(A\\)|dBm|dBi|dB|rpm|r|fps|TOPS|TFLOPS|CFU|IU|pH|U|mD|mmHg|bar|psi|kgf|inch|in|C',
].join('|');
const WORDS = [
  'months?|years?|weeks?|days?|hours?|minutes?|seconds?|cycles?|times|percent(?:age points)?|per cent|pieces|units|tonnes?|tons?',
  'metres?|meters?|microns?|degrees?|people|patients|samples|yuan|fold',
].join('|');
const HANZI = [
  '个百分点|百分点|个月|個月|小时|小時|分钟|分鐘|毫秒|微秒|秒|周|星期|天|日|年|月',
  '摄氏度|兆帕|千伏|千瓦时|千瓦|兆瓦|伏|安|瓦|毫米|厘米|微米|纳米|奈米|公里|千米|英寸|米|毫升|升|微克|毫克|公斤|千克|克|公吨|吨|噸',
  '亿元|万元|元|分贝|赫兹|流明|循环|回|次|倍|成|度|级|層|层|块|片|根|种|項|项|家|台|臺|套|件|例|只|头|亩|畝|公顷|帧|路|批|代|圈|转|个|個|人|株|页|篇|股',
].join('|');
const ATOM = `(?:${SYMBOLS})`;
const POWER = '(?:[²³⁻¹]+|\\^?-?[1-3](?![\\d.]))?';
const LATIN_UNIT = `${ATOM}${POWER}(?:[/·⋅.*×]\\(?${ATOM}${POWER}(?:[·⋅*]${ATOM}${POWER})*\\)?|/(?:${HANZI})|/(?:${WORDS}))*(?![A-Za-z0-9-])`;
const WORD_UNIT = `(?:[a-z]+\\s+(?=cycles\\b))?(?:${WORDS})(?:\\s+per\\s+[a-z]+|/(?:${SYMBOLS}|${WORDS}))?\\b`;
const HANZI_UNIT = `(?:${HANZI})(?:/(?:${HANZI}|${ATOM}${POWER}))?`;
const UNIT = `(?:${LATIN_UNIT}|${WORD_UNIT}|${HANZI_UNIT})`;

const PLAIN = '\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:\\s?[×x]\\s?10(?:\\^-?\\d+|[⁻¹²³⁴-⁹]+))?(?:[万亿萬億千百])?';
const SPOKEN = '[一二两兩三四五六七八九十百千万半]{1,5}';
/** What spoken numerals count; 一家, 两个 and the like are only talk. */
const COUNTED =
  '(?:个月|個月|小时|小時|分钟|分鐘|秒|周|星期|天|年|月|倍|次|循环|吨|噸|度|米|毫米|厘米|微米|纳米|公斤|千克|元|万元|亿元)';
const NUMBER = `(?:[±+-]\\s?)?(?:${PLAIN})`;
const BETWEEN = '\\s*(?:~|～|-|–|—|至|到|to|and)\\s*';

/** Longest phrases first: 不低于 holds 低于. Signs are what the record keeps. */
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [
    /(?:≥|>=|≧|⩾|不低[于於]|不小[于於]|不少[于於]|不短[于於]|[大高多][于於]或?等[于於]|至少|最低|最少|最小|达到|達到|达|提高到|提高至|提升至|提升到)\s*$/,
    '≥',
  ],
  [
    /(?:≤|<=|≦|⩽|不高[于於]|不大[于於]|不多[于於]|不超[过過]|不长[于於]|[小低少][于於]或?等[于於]|至多|最高|最大|最多|控制在|降至|降到|降低到|降低至|减少到|缩短至|缩短到)\s*$/,
    '≤',
  ],
  [/(?:>|[大高多长][于於]|超[过過]|突破)\s*$/, '>'],
  [/(?:<|[小低少短][于於])\s*$/, '<'],
  [
    /(?:(?:no|not)\s+(?:less|lower|fewer|smaller|shorter)\s+than|at least|not below|minimum(?:\s+of)?|min\.?)\s*$/i,
    '≥',
  ],
  [
    /(?:(?:no|not)\s+(?:more|greater|higher|larger|longer)\s+than|at most|not above|up to|not exceed(?:ing)?|within|maximum(?:\s+of)?|max\.?)\s*$/i,
    '≤',
  ],
  [/(?:(?:more|greater|higher|larger|longer)\s+than|above|over|exceed(?:s|ing)?)\s*$/i, '>'],
  [/(?:(?:less|lower|fewer|smaller|shorter)\s+than|below|under)\s*$/i, '<'],
  [/(?:=|等[于於])\s*$/, '='],
];
const AFTER: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:及以上|或以上|以上|or (?:more|above|better|higher|longer)|and above)/i, '≥'],
  [/^\s*(?:及以下|或以下|以下|以[内內]|之[内內]|or (?:less|below|lower|fewer))/i, '≤'],
];
/** No comparison is longer, with the blanks around it. */
const LONGEST_PHRASE = 40;
/** What stands behind a figure that is only a condition of the target. */
const ONLY_CONDITION = /^\s*(?:下|时(?!间)|條件|条件|环境|后|保温|浓度下)/;

/** The figure that names the target, or null when the text holds none: with a comparison before with a unit alone. */
export function findValue(text: string): FoundValue | null {
  let best: { found: FoundValue; score: number } | null = null;
  for (const found of candidates(text)) {
    const score = scoreOf(found, text);
    if (score > 0 && (best === null || score > best.score)) best = { found, score };
  }
  return best?.found ?? null;
}

function scoreOf(found: FoundValue, text: string): number {
  const told = found.operator !== '' ? 4 : /[::为是=]\s*$/.test(text.slice(0, found.start)) ? 1 : 0;
  return (
    told +
    (found.unit !== '' ? 2 : 0) -
    (ONLY_CONDITION.test(text.slice(found.end)) ? 1 : 0) -
    (isBracketed(found, text) ? 1 : 0)
  );
}

/** A figure in brackets is a remark on the one outside. */
function isBracketed({ start, end }: FoundValue, text: string): boolean {
  return /\([^()]*$/.test(text.slice(0, start)) && /^[^()]*\)/.test(text.slice(end));
}

/** Compiled once: it is long, and texts have many pieces. */
const FIGURE = new RegExp(
  `(?<![A-Za-z\\d.])(?:(?:between\\s+|from\\s+|[从在])?(?<low>${NUMBER})\\s*(?:${UNIT})?${BETWEEN}(?<high>${NUMBER})|(?<one>${NUMBER})|(?<said>${SPOKEN})(?=${COUNTED}))\\s*(?<unit>${UNIT})?`,
  'gu',
);

function candidates(text: string): readonly FoundValue[] {
  if (!/[\d一二两兩三四五六七八九十半]/.test(text)) return [];
  const found: FoundValue[] = [];
  FIGURE.lastIndex = 0;
  for (let match = FIGURE.exec(text); match !== null; match = FIGURE.exec(text)) {
    const { low, high, one, said, unit = '' } = match.groups ?? {};
    if (isCalendar(one ?? low ?? '', unit)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const range = low !== undefined && high !== undefined;
    const value = range ? `${low}–${high}` : spoken(said) || (one ?? '');
    const operator = range ? '范围' : '';
    found.push(withOperator(text, { start, end, operator, value: value.replace(/\s/g, ''), unit: unit.trim() }));
  }
  return found;
}

/** 2027年 is a date, not a figure. */
function isCalendar(number: string, unit: string): boolean {
  return /^(?:19|20)\d\d$/.test(number) && (unit === '' || unit === '年');
}

function withOperator(text: string, found: FoundValue): FoundValue {
  const from = Math.max(0, found.start - LONGEST_PHRASE);
  const head = text.slice(from, found.start);
  const tail = text.slice(found.end, found.end + LONGEST_PHRASE);
  const before = BEFORE.map(([pattern, sign]) => ({ hit: pattern.exec(head), sign })).find((each) => each.hit !== null);
  const after = AFTER.map(([pattern, sign]) => ({ hit: pattern.exec(tail), sign })).find((each) => each.hit !== null);
  return {
    ...found,
    operator: found.operator || (after?.sign ?? before?.sign ?? ''),
    start: before?.hit ? from + before.hit.index : found.start,
    end: found.end + (after?.hit?.[0].length ?? 0),
  };
}

const DIGITS = '零一二三四五六七八九';

/** 六 → 6, 十二 → 12, 半 → 0.5; longer numerals stay as written. */
function spoken(words: string | undefined): string {
  if (words === undefined) return '';
  if (words === '半') return '0.5';
  const plain = words.replace(/[两兩]/g, '二');
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  if (tens) return String((tens[1] ? DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0));
  return plain.length === 1 && DIGITS.includes(plain) ? String(DIGITS.indexOf(plain)) : words;
}
