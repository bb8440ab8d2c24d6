/** Yes and no, as they are said in Chinese and English, and what only sounds like them. Text must be folded. */
import { isQuestion } from './question.ts';

const YES_ZH =
  '是|是的|是啊|是呀|对|对的|对啊|对对|没错|不错|嗯|嗯嗯|恩|好|好的|好啊|好呀|好嘞|好吧|行|行的|行吧|可|可以|可以的|没问题|没有问题|同意|我同意|赞同|认可|确认|确定|我确认|已确认|中|要得|得|成|必须|必须的|当然|当然可以|当然了|肯定|要|需要|有|愿意|我愿意|承诺|我承诺|郑重承诺|公开|可以公开|属实|正确|都对|都是|全对|无误|没毛病|妥|ok了|就这样|就是|正是|好滴|得嘞|晓得了|知道了|接受|支持|使得|准|照办|不反对|无异议|没异议|没有异议|没意见|没有意见|无意见|不介意|不排斥|签|我签|愿意签|同意签|可以签|签了|是滴|对滴|木问题|木有问题|冇问题|好哒|也行|也可以|也好|成交|照此办理|就这么办|就这么定|就这样办|就这么着|这样的|是这样|是这样的|答应|我答应|认同|应该的|没二话|没话说|没得问题|阔以|系|系的|必须滴';
const NO_ZH =
  '不|不是|不是的|不对|不行|不可以|不能|不用|不用了|不要|不要了|不需要|不同意|我不同意|不确认|不愿意|不承诺|不公开|没|没有|没有的|无|否|不了|别|算了|算了吧|不必|不必了|错|错了|不准|不成|不中|拒绝|反对|免了|不接受|不属实|先不|暂时不|暂不|匿名|保密|不方便|不好|不干|非也|哪有|没的|不得行|有问题|有异议|有意见|介意|没门|想得美|不情愿|不签|我不签|不愿签|唔系|唔好|唔得|不中|不成|莫|不是这样|不是这样的|不能同意|不答应|不认同|不认可|做不到|不敢|还是算了|还是不了|还是算了吧|不需|不太行|不太好|不太愿意|不太同意|不太可以|不太方便';
const YES_EN =
  "yes|y|yep|yeah|yea|yup|sure|of course|certainly|ok|okay|k|right|correct|true|agreed|agree|i agree|i do|confirm|confirmed|i confirm|fine|absolutely|definitely|affirmative|sounds good|looks good|looks right|go ahead|do it|please do|that's right|thats right|exactly|i accept|accept|it is|we do|we agree|by all means|no problem|all good|will do|indeed|aye|go for it|works for me|that works|fine by me|sounds right|let's do it|lets do it|suits me|very well|with pleasure";
const NO_EN =
  "no|n|nope|nah|no way|not really|not yet|never|i disagree|disagree|don't|dont|do not|i don't|i do not|wrong|incorrect|false|negative|no thank you|not agreed|not now|decline|i decline|reject|it isn't|it is not|we don't|none|neither|not at all|not this time|anonymous|keep it private|of course not|certainly not|absolutely not|definitely not|rather not|i'd rather not|id rather not|i would rather not|i'd prefer not to|prefer not|prefer not to|do not agree|don't agree|do not accept|don't accept|do not confirm|cannot agree|can't agree";

const YES = new Set([...YES_ZH.split('|'), ...YES_EN.split('|')]);
const NO = new Set([...NO_ZH.split('|'), ...NO_EN.split('|')]);
const HEDGE =
  /应该|好像|可能|也许|大概|或许|似乎|差不多|不太|不一定|看情况|再说|再看|考虑|估计|恐怕|貌似|算是|勉强|未必|随便|都行|都可以|无所谓|尽量|maybe|perhaps|probably|possibly|i think|i guess|not sure|kind of|sort of|might|depends|i suppose|whatever/;
const YES_SIGN = /^(?:👌|👍|✅|✔|☑|🆗|🙆|💯|🫡|\p{Emoji_Modifier}|\uFE0F|\s)+$/u;
const NO_SIGN = /^(?:👎|❌|✖|🙅|🚫|✕|\p{Emoji_Modifier}|\uFE0F|\u200D[♀♂]|\s)+$/u;
const PARTICLES =
  /^(?:我们?|本人|本单位|我方|我公司|咱们?|we|i)\s*(?=.)|^(?:呃|额|嗯+|恩+|哦+|噢+|啊|哎|那|那就|就|well|um|oh|so|then)[\s,，]*(?=.)|[啊呀哦喔呢嘛哈吧啦了的咯哇噢呗]+$|(?:\s*(?:please|pls|thanks|thank you|thx|sir|谢谢|多谢|谢啦|谢了|麻烦了?|您|你|哈+))+$/g;

/** Yes, no, a leaning behind a hedge, an unclear or contradictory answer, a question; null when it is neither yes nor no. */
export type YesNo = boolean | 'rather-yes' | 'rather-no' | 'unclear' | 'question' | null;

/** Takes off politeness until nothing changes, keeping at least one sign. */
function core(text: string): string {
  let now = text;
  for (let i = 0; i < 6; i++) {
    const next = now.replace(PARTICLES, '').replace(/^[\s\p{P}~]+|[\s\p{P}~]+$/gu, '');
    if (next === now || next === '') return now;
    if (YES.has(now) || NO.has(now)) return now;
    now = next;
  }
  return now;
}

function word(text: string): boolean | null {
  const bare = core(text);
  if (YES.has(bare) || YES.has(text)) return true;
  if (NO.has(bare) || NO.has(text)) return false;
  const [, stressed] =
    /^(?:绝对|完全|坚决|坚决地|非常|十分|肯定|确实|真的?|当然|absolutely|totally|completely|definitely|certainly|really|that's|that is|it's|it is|this is)\s*(.+)$/.exec(
      bare,
    ) ?? [];
  if (stressed !== undefined && (YES.has(stressed) || NO.has(stressed))) return YES.has(stressed);
  const [, one, other] = /^(.{2,6})(?:并且?|且|而且|也| and )(.{2,6})$/.exec(bare) ?? [];
  if (one !== undefined && other !== undefined && YES.has(one) && YES.has(other)) return true;
  const [, lead, rest] = /^(yes|yeah|yep|sure|ok|okay|no|nope),? (.+)$/.exec(bare) ?? [];
  if (lead !== undefined && rest !== undefined) return word(rest) === YES.has(lead) ? YES.has(lead) : null;
  if (agreesTwice(bare)) return true;
  return repeated(bare) ?? repeated(text);
}

/** 可以的没问题, 没问题同意: two words of assent with nothing between them. */
function agreesTwice(text: string): boolean {
  if (text.length > 12 || !/^\p{Script=Han}{4,}$/u.test(text)) return false;
  for (let at = 2; at <= text.length - 2; at++) if (YES.has(text.slice(0, at)) && YES.has(text.slice(at))) return true;
  return false;
}

/** 好好好, 对对对, nonono. */
function repeated(text: string): boolean | null {
  const unit = /^(.{1,3}?)\1+$/u.exec(text)?.[1] ?? '';
  return YES.has(unit) ? true : NO.has(unit) ? false : null;
}

/** A不A asks: 好不好, 对不对, 中不中. */
const ASKING = /^(.{1,2})不\1/u;

function clausesOf(text: string): readonly (boolean | null)[] {
  const read = text
    .split(/[,，。.!！;；、\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return read.flatMap((clause) => {
    const whole = word(clause);
    return whole === null && clause.includes(' ') && clause.length < 24 ? clause.split(/\s+/).map(word) : [whole];
  });
}

/** Where a hedge leans: 应该可以吧 to yes, 好像不行 to no; null when nothing but the hedge is said. */
function leaning(text: string): boolean | null {
  if (/^i (?:think|guess|suppose) so$/.test(text)) return true;
  if (/不太|不一定|未必|恐怕不|not sure|don't think/.test(text)) return false;
  const bare = text.replace(new RegExp(HEDGE.source, 'g'), '').trim();
  return bare === '' ? null : word(bare);
}

/** Reads folded text as yes or no; several clauses must agree. A hedge gives where it leans. */
export function yesNo(folded: string): YesNo {
  const text = folded.trim().replace(/’/g, "'");
  if (text === '' || text.length > 60) return null;
  if (YES_SIGN.test(text)) return true;
  if (NO_SIGN.test(text)) return false;
  const stripped = text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F/gu, '')
    .replace(/^[\s\p{P}~]+|[\s.。!！~,，、…;；]+$/gu, '')
    .trim();
  const whole = word(stripped);
  const marked = /[?？]\s*$/.test(text);
  if (whole !== null && !marked) return whole;
  if (marked || isQuestion(stripped) || ASKING.test(stripped)) return 'question';
  if (HEDGE.test(stripped)) {
    const leans = leaning(stripped);
    return leans === null ? 'unclear' : leans ? 'rather-yes' : 'rather-no';
  }
  const read = clausesOf(stripped);
  const known = read.filter((one): one is boolean => one !== null);
  const [first] = known;
  if (first === undefined) return null;
  if (!known.every((one) => one === first)) return 'unclear';
  return known.length === read.length ? first : null;
}
