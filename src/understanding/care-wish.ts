/** Wishes about notices in words nobody listed: how often, at which hours, for how long not, and none at all. The known words must cover the whole message. */
import { readNumeral } from '../text/numeral.ts';
import type { Command } from './command.ts';
import { coverTags, type Vocabulary, vocabulary } from './word-cover.ts';

type Tag = 'weekly' | 'daily' | 'at-once' | 'notice' | 'stop' | 'end' | 'mine' | 'what';

const WORDS: Vocabulary<Tag> = vocabulary<Tag>({
  '': "别天天|别天天发|别每天|别每天发|不用天天|不用天天发|不用每天|不用每天发|不要每天|不要天天|我|我们|你|你们|就|行|好|可以|吧|了|啊|哈|呢|的|得|着|下|一下|一次|次|一条|条|一封|给|给我|帮|帮我|请|麻烦|把|改|改成|改为|换成|设成|设为|先|再|还|也|都|全|全部|所有|以后|最近|现在|目前|这|这段时间|这几天|时候|时间|期间|之间|内|之内|有|有新的|新的|新榜|新|榜|榜单|出差|出国|在外地|回老家|开会|休假|放假|度假|过年|太忙|忙|要|想|太多|多|晚上|夜里|半夜|每天晚上|吵|吵我|那|嗯|哦|谢谢|够|够了|一起|please|and|a|an|the|is|are|would|be|enough|fine|ok|okay|me|my|to|for|from|of|it|them|all|everything|any|more|can|you|will|do|just|only|that|this|i|i'm|am|on|at|in|time|once|instead|actually|thanks|new|lists|with|between|during|after|before|night|holiday|vacation|travelling|traveling|away|busy|or|so|make|send|switch|set|change|now|currently|currently",
  weekly:
    '每周|一周|每个星期|每星期|一星期|一个星期|每礼拜|一礼拜|一个礼拜|按周|周报|weekly|week|a week|every week|per week|once a week',
  daily: '每天|每日|一天|按天|日报|daily|every day|a day|per day|once a day',
  'at-once': '马上|立即|立刻|即时|实时|第一时间|随时|immediately|at once|right away|instantly|real time|as soon as',
  notice:
    '攒|攒着|攒起来|攒一攒|合并|合在一起|集中|汇总|打包|整理|发|推|推送|提醒|通知|消息|告诉|告诉我|打扰|吵我|烦我|发消息|发通知|发提醒|摘要|简报|digest|summary|notify|notifications|notification|notices|notice|reminders|reminder|remind|reminding|alerts|alert|messages|message|mail|mails|email|emails|updates|update|ping|tell|disturb',
  stop: "别|不|不要|不用|别再|停|停一停|暂停|停掉|先停|停发|免打扰|勿扰|安静|静音|关掉|关|no|not|don't|do not|nothing|stop|mute|pause|quiet|silence|snooze|hold|never|none",
  end: '退订|退|取消订阅|取消关注|取消全部订阅|不订|不订了|不再订|不关注|unsubscribe|cancel my subscriptions|cancel all subscriptions',
  mine: '订|订阅|关注|订着|订了|订阅了|关注了|subscribed|subscriptions|subscription|subscribe|following',
  what: "什么|啥|哪些|哪几个|多少|吗|what|what's|which|list|show|see",
});

const N = '(\\d{1,2}|[零一二两三四五六七八九十]{1,3})';
const PART = '(晚上|夜里|半夜|下午|傍晚|中午|早上|早晨|上午|凌晨|清晨|次日|第二天)*';
const HOURS = new RegExp(
  `${PART}\\s*${N}\\s*(?:点钟?半?|时|[:：][03]0)?\\s*(am|pm)?\\s*(?:到|至|-|–|—|~|to|until|till|and)\\s*(?:第二天|次日)?${PART}\\s*${N}\\s*(?:点钟?半?|时|[:：][03]0)?\\s*(am|pm)?(?:之间|以前|之前|前)?(?![\\d天日周个年月号])`,
);
const SPAN =
  /(?:未来|接下来|接下去|往后|今后|这|下|for|for the next|the next|next)?\s*(\d{1,3}|半|[一二两三四五六七八九十]|an?|one|two|three|four|six)?\s*个?(天|日|周|星期|礼拜|月|days?|weeks?|months?)(?![一二三四五六日])/;
const LONGEST = 60;
const NOON = 12;

function hour(part: string | undefined, said: string | undefined, half: string | undefined): number | null {
  const n = readNumeral(said ?? '')?.value ?? Number.NaN;
  if (!Number.isInteger(n) || n > 24) return null;
  const late = half === 'pm' || /晚上|下午|傍晚|夜里/.test(part ?? '');
  if (late && n < NOON) return n < 5 && /夜里/.test(part ?? '') ? n : n + NOON;
  return half === 'am' && n === NOON ? 0 : n;
}

/** 晚上十点到早上八点别发: hours of quiet. */
function quietHours(folded: string): Command | null {
  const match = HOURS.exec(folded);
  if (match === null) return null;
  const tags = coverTags(folded.replace(match[0], ' '), WORDS);
  if (tags === null || !tags.includes('stop') || tags.includes('end')) return null;
  const [from, to] = [hour(match[1], match[2], match[3]), hour(match[4], match[5], match[6])];
  // Quiet counts in whole hours: half past seven is quiet till eight.
  const end = to !== null && /(?:半|[:：]30)(?:之间|以前|之前|前)?\s*$/.test(match[0]) ? to + 1 : to;
  return from === null || end === null || from === end ? null : { do: 'care', quiet: [from % 24, end % 24] };
}

const WORD_COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  半: 0.5,
  两: 2,
};

/** 这两周先别推了, “mute it for two weeks”: a pause of so many days. */
function pause(folded: string): Command | null {
  const match = SPAN.exec(folded);
  const [whole = '', amount = '', unit = ''] = match ?? [];
  if (match === null || /每|一[天周]一次|[一每].?[天周]发/.test(folded)) return null;
  const tags = coverTags(folded.replace(whole, ' '), WORDS);
  const about = tags?.includes('notice') === true || /mute|snooze|免打扰|勿扰|静音/.test(folded);
  if (tags === null || !tags.includes('stop') || !about || tags.some((tag) => ['end', 'what'].includes(tag)))
    return null;
  // 下周 ends with the week after this one.
  const n =
    amount === ''
      ? /^(?:下|next)/.test(whole.trim())
        ? 2
        : 1
      : (WORD_COUNTS[amount] ?? readNumeral(amount)?.value ?? Number.NaN);
  const each = /周|星期|礼拜|week/.test(unit) ? 7 : /月|month/.test(unit) ? 30 : 1;
  return Number.isNaN(n) ? null : { do: 'snooze', days: Math.ceil(n * each) };
}

const RHYTHMS = ['weekly', 'daily', 'at-once'] as const;

/** The wish a message makes about notices while no form is open; null for any other. */
export function readCareWish(folded: string): Command | null {
  if (folded.length > LONGEST) return null;
  const timed = quietHours(folded) ?? pause(folded);
  if (timed !== null) return timed;
  const tags = coverTags(folded, WORDS);
  if (tags === null) return null;
  const has = (tag: Tag): boolean => tags.includes(tag);
  if (has('end')) return has('what') ? null : { do: 'unsubscribe' };
  if (has('mine') && has('what') && !has('stop')) return { do: 'subscriptions' };
  const [rhythm, other] = RHYTHMS.filter(has);
  if (rhythm !== undefined) return other === undefined && has('notice') && !has('stop') ? { do: 'care', rhythm } : null;
  if (has('stop') && has('notice') && /晚上|夜里|半夜|night/.test(folded)) return { do: 'care' };
  return has('stop') && has('notice') && /吵|烦|多|打扰|disturb|pause|mute|snooze|暂停|停/.test(folded)
    ? { do: 'snooze' }
    : null;
}
