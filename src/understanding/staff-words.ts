/** Words by which staff decide on the case in hand: 通过, 退回：理由, approve, 把石英砂那个驳回. Pure; who may, and on what, is decided later. */
import { fold, unfold } from '../text/fold.ts';
import type { StaffWord } from './command.ts';
import { holdsBack } from './holds-back.ts';

/** A decision in words, and the reason that stood behind it. */
export interface StaffDecision {
  readonly word: StaffWord;
  readonly reason?: string;
  /** Words that name the case, where the message names one. */
  readonly about?: string;
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
/** 可以，没问题: agreeing before the word that decides. */
const LEAD =
  '(?:请|麻烦|那就?|就|(?:我)?(?:看过了|看了|审过了|核过了)|(?:我)?(?:看)?没(?:问题|意见|毛病)|材料(?:都)?(?:齐了?|没问题)|可以|行|嗯+|好[的吧]?|同意|对|(?:ok(?:ay)?|fine|yes|sure|great|(?:all |it |this )?looks? (?:good|fine|ok)|all (?:good|fine)|please|then)(?![a-z])|[\\s,，。.!！])*';
const THIS = '(?:这[个件份项条家](?:需求|申报|榜单|申请)?|此件|this (?:one|case|need|bid)|it)';
const TAIL = `(?:吧|了|它|掉|一下|${THIS}|please)`;
const REASON = '(?:理由|原因|说明|意见|reason)(?:是|为|is)?\\s*[:：]?\\s*';
const PATTERNS = WORDS.map(
  ([word, said]) =>
    [
      word,
      new RegExp(
        `^${LEAD}(?:把?${THIS}\\s*)?(?:${said})\\s*${TAIL}*\\s*(?:[。.!！]*$|(?:[:：,，;；—-]+|\\s+(?=because|as |since |due|理由|原因))\\s*(?:${REASON})?([\\s\\S]+)$)`,
        'i',
      ),
    ] as const,
);

/** 请企业补充测试方法, ask them for figures: what is wanted is the reason, word for word. */
const WANTS_MORE =
  /^(?:请|麻烦|要求|让|叫|通知|需要?|还?要|还是)+(?:一?下)?(?:企业|单位|对方|他们?|她们?|申报方|需求方|申报单位|申报人|发榜方|揭榜方)?(?:再|把|尽快|重新|先|继续)*(?:补充|补齐|补上|补交|补正|补传|补|完善|细化|量化|说明清楚|写明|写清楚?|明确|把.{1,16}(?:写|补|细化|量化|改|说|讲|列|填)(?:清楚?|具体|明确|全|上|出来|一下|成|得)?)(?!了)[\s\S]{0,}$|^(?:please |can you |could you )?(?:ask|tell|request|get|have) (?:them|it|the (?:company|applicant|enterprise|owner|bidder|team|unit)|for|that they)(?![a-z])[\s\S]{3,}$|^(?:they|it) (?:needs?(?: to)?|should|must) (?:also |still )?(?:add|give|name|state|specify|explain|provide|supply|attach|include|show|say|describe|clarify|quantify|complete|fill|list|write|tell|prove|submit|send|upload|break|separate|define|set out|a |an |the |more |clear|better|test|unit|figure|evidence)[\s\S]{3,}$/;

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

/** 通过，算了; 驳回，手滑了: what stands behind the decision takes it back. */
const NOT_MEANT =
  /^(?:不[，,。.!！]?|开玩笑(?:的|呢)?|(?:我)?(?:刚才)?打错(?:字)?了?|never mind|just kidding|kidding|no|cancel)[\s。.!！]*$/i;

function unsays(reason: string): boolean {
  const simple = fold(reason);
  return NOT_MEANT.test(simple) || holdsBack(simple);
}

/** 还要补充材料的有哪些, 模板在哪里: asked for, not ordered. Whoever is told to write down what something is, is ordered. */
const ASKS_WHAT =
  /^(?!.{0,4}(?:企业|单位|对方|他们?|她们?|申报|需求方|发榜方|揭榜方)).*(?:哪些|什么|多少|几[个份条])(?:材料|资料|内容|东西)?[的了呢]*$|在哪(?:里|儿|看|找|下载)*$/;

/** The decision a message says and nothing else; null for everything that is not plainly one. */
export function readStaffWord(text: string): StaffDecision | null {
  const plain = text.trim();
  const simple = fold(plain);
  if (isDoubtful(simple)) return null;
  for (const [word, pattern] of PATTERNS) {
    const found = pattern.exec(simple);
    if (!found) continue;
    const reason = tailOf(plain, simple, found[1]);
    if (reason !== null && unsays(reason)) return null;
    return reason === null ? { word } : { word, reason };
  }
  if (WANTS_MORE.test(simple) && !ASKS_WHAT.test(simple)) return { word: 'ask-more', reason: plain };
  return readOnNamed(plain, simple);
}

const KIND = '(?:需求|申报书?|申请|榜单?|揭榜|项目|材料)';
const NAME = '(?<about>[^\\s,，。:：;；!！?？、的]{2,24}?)';
const THAT = `(?:的|那|这)[个份项条家]?${KIND}?|那个|这个|${KIND}`;
const NAMED_EN = '(?:the )?(?<about>[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,40}?) (?:one|need|list|application|bid|case)';
const REST = '\\s*[。.!！]*(?:[\\s,，:：;；—-]+(?<rest>[\\s\\S]+))?$';
/** 把石英砂那个通过, 驳回石英砂那个需求，材料不全, approve the coating one: the case is named, not in hand. */
const ON_NAMED = WORDS.map(
  ([word, said]) =>
    [
      word,
      [
        `^(?:请|麻烦|那就?|好,?\\s*)?[把将]${NAME}(?:${THAT})?(?:给|都|先)?(?:${said})${TAIL}*${REST}`,
        `^(?:请|麻烦|那就?|好,?\\s*)?(?:${said})(?:一下|掉)?${NAME}(?:${THAT})${TAIL}*${REST}`,
        `^${LEAD}${NAME}(?:[那这][个份项条家件])${KIND}?(?:就|也|可以|先|给)*(?:${said})${TAIL}*${REST}`,
        `^(?:please |ok,? |let's )?(?:${said}) ${NAMED_EN}${REST}`,
      ].map((pattern) => new RegExp(pattern, 'iu')),
    ] as const,
);

/** The decision on a case that the message names itself; null where it names none. */
function readOnNamed(plain: string, simple: string): StaffDecision | null {
  for (const [word, patterns] of ON_NAMED) {
    for (const pattern of patterns) {
      const { about, rest } = pattern.exec(simple)?.groups ?? {};
      if (about === undefined || !/[\p{L}\p{N}]/u.test(about) || NO_NAME.test(about)) continue;
      const reason = tailOf(plain, simple, rest);
      if (reason !== null && unsays(reason)) return null;
      return { word, about, ...(reason !== null && { reason: bareReason(reason) }) };
    }
  }
  return null;
}

/** 需求, 榜单: a kind of thing names none; 这 and 它 name what is in hand. */
const NO_NAME = new RegExp(
  `^(?:${KIND}|什么|哪[些个份条]?|谁|技术|新|我的?|我们的?|它|他|她|这|那|全部|所有|this|that|it|new|my|our|a|an)+$`,
  'i',
);

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
