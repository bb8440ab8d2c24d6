/** Words by which staff decide on the case in hand: 通过, 退回：理由, approve, "推荐第1、3、4家". Pure; who may, and on what, is decided later. */
import { fold, unfold } from '../text/fold.ts';
import { readNumeral } from '../text/numeral.ts';
import type { StaffWord } from './command.ts';

/** A decision in words, and the reason that stood behind it. */
export interface StaffDecision {
  readonly word: StaffWord;
  readonly reason?: string;
}

const WORDS: readonly (readonly [StaffWord, string])[] = [
  [
    'ask-more',
    '(?:要求|请|需要?|退回)补充(?:材料)?|补充材料|补件|request more|ask for more|needs? more(?: info(?:rmation)?)?',
  ],
  ['not-select', '不入选|不予入选|不选|not select(?:ed)?|do not select'],
  ['reject', '驳回|不(?:予)?(?:通过|批准|受理|同意)|拒绝|reject(?:ed)?|decline(?:d)?'],
  ['return', '退回(?:修改)?|打回(?:去|来|修改)?|退件|return(?:ed)?|send (?:it )?back'],
  ['publish', '(?:可以)?(?:发布|发榜|张榜)|publish(?: it)?'],
  [
    'approve',
    '(?:审核|审批|论证|可以|予以|同意|准予|给)?(?:通过|批准|受理|核准|准了|放行)|没问题,?\\s*(?:通过|过)|ok to (?:go|publish|proceed)|looks good,? approve(?:d)?|approve(?:d)?|accept(?:ed)?|pass(?:ed)?',
  ],
];
const THIS = '(?:这[个件份项条家](?:需求|申报|榜单|申请)?|此件|this (?:one|case|need|bid)|it)';
const TAIL = `(?:吧|了|它|掉|一下|${THIS}|please)`;
const REASON = '(?:理由|原因|说明|意见|reason)(?:是|为|is)?\\s*[:：]?\\s*';
const PATTERNS = WORDS.map(
  ([word, said]) =>
    [
      word,
      new RegExp(
        `^(?:请|麻烦|那就?|好,?\\s*|ok,?\\s*|please )?(?:把?${THIS}\\s*)?(?:${said})\\s*${TAIL}*\\s*(?:[。.!！]*$|(?:[:：,，;；—-]+|\\s+(?=because|as |since |due|理由|原因))\\s*(?:${REASON})?([\\s\\S]+)$)`,
        'i',
      ),
    ] as const,
);

/** 请企业补充测试方法, ask them for figures: what is wanted is the reason, word for word. */
const WANTS_MORE =
  /^(?:请|麻烦|要求|让|叫|通知|需要?|还?要|还是)+(?:一?下)?(?:企业|单位|对方|他们?|她们?|申报方|需求方|申报单位|申报人|发榜方|揭榜方)?(?:再|把|尽快|重新|先|继续)*(?:补充|补齐|补上|补交|补正|补传|补|完善|细化|量化|说明清楚|写明|写清楚?|明确|把.{1,16}(?:写|补|细化|量化|改|说|讲|列|填)(?:清楚?|具体|明确|全|上|出来|一下|成|得)?)(?!了)[\s\S]{0,}$|^(?:please |can you |could you )?(?:ask|tell|request|get|have) (?:them|it|the (?:company|applicant|enterprise|owner|bidder|team|unit)|for|that they)(?![a-z])[\s\S]{3,}$|^(?:they|it) (?:need|should|must)[\s\S]{3,}$/;

/** Asks, or holds back: 通过，还是退回？ 通过，先别. What stands behind a colon is a reason whatever it asks. */
const ASKS = /[?？吗么呢][\s。.!！]{0,3}$/;
const HOLDS_BACK =
  /[,，;；—\s-](?:(?:先|暂时?)(?!进)|等(?!级)|慢着|别(?!的|处|人|家)|但是?|不过|还是|再(?:说|看|想|议|等)|还?没(?:看|想|核|审|查)|误(?!差)|点错|不对|为什么|凭什么|对不对|行不行|(?:but|wait|hold|not yet|or|why)(?![a-z]))/;
/** The decision and what stands right behind it. */
const BEGINNING = 60;

function isDoubtful(simple: string): boolean {
  const start = simple.slice(0, BEGINNING);
  return !/[:：]/.test(start) && (ASKS.test(simple.slice(-BEGINNING)) || HOLDS_BACK.test(start));
}

/** The decision a message says and nothing else; null for everything that is not plainly one. */
export function readStaffWord(text: string): StaffDecision | null {
  const plain = text.trim();
  const simple = fold(plain);
  if (isDoubtful(simple)) return null;
  for (const [word, pattern] of PATTERNS) {
    const found = pattern.exec(simple);
    if (!found) continue;
    const reason = tailOf(plain, simple, found[1]);
    return reason === null ? { word } : { word, reason };
  }
  if (WANTS_MORE.test(simple)) return { word: 'ask-more', reason: plain };
  return null;
}

/** The reason in the writer's own spelling: folding keeps the length of all but a few characters. */
function tailOf(plain: string, simple: string, tail: string | undefined): string | null {
  if (tail === undefined || !/[\p{L}\p{N}]/u.test(tail)) return null;
  return unfold(plain, simple, simple.length - tail.length, simple.length).trim();
}

const PREFIX = new RegExp(`^(?:${WORDS.map(([, said]) => said).join('|')})\\s*[:：]\\s*(?:${REASON})?|^${REASON}`, 'i');

/** A typed reason without the word of the act before it: "要求补充：请附检测报告" is "请附检测报告". Never empties a reason. */
export function bareReason(text: string): string {
  const bare = text.trim().replace(PREFIX, '').trim();
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text.trim();
}

const NUMBER = '(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})';
const LIST = new RegExp(
  `^(?:请|那就?|就|我们?|只要?|(?:just|only|then|ok|okay|please)[\\s,]+)*(?:推荐|选|要|入围|shortlist|recommend|pick|choose)?\\s*(?:第|numbers?|nos?\\.?|#)?\\s*(${NUMBER}(?:\\s*(?:[、,，;；和与及&+/]|and|还有|\\s)+\\s*(?:第|#)?\\s*${NUMBER})*)\\s*[家个号位名]*(?:单位|企业|团队)?(?:都)?(?:推荐|入围)?(?:吧)?[。.!！]*$`,
  'i',
);
const ALL = new RegExp(
  `^(?:${NUMBER}家)?(?:全部|全都?|都|所有的?)(?:推荐|要|选|入围)(?:吧|了)?[。.!！]*$|^(?:推荐|选)(?:全部|所有)(?:${NUMBER}家)?$|^(?:shortlist |recommend )?all(?: (?:three|four|five|six|\\d+))?(?: of them)?$`,
  'i',
);

/** Which of the numbered bidders are meant, 1-based in the order said, none twice; `all` for every one; null when it is no choice. */
export function readBidders(text: string): readonly number[] | 'all' | null {
  const simple = fold(text.normalize('NFKC').trim());
  if (ALL.test(simple)) return 'all';
  const found = LIST.exec(simple)?.[1];
  if (found === undefined) return null;
  const numbers = [...found.matchAll(new RegExp(NUMBER, 'g'))].map(([one]) => numberOf(one));
  return numbers.every((each) => each !== null && each > 0)
    ? [...new Set(numbers.flatMap((each) => each ?? []))]
    : null;
}

function numberOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : (readNumeral(text)?.value ?? null);
}
