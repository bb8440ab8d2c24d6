/** Phrases about wishes, quiet times, codes and colleagues; each is the whole message, so that none is taken from an answer. */
import type { Programme } from '../programme/programme.ts';
import { readCareWish } from './care-wish.ts';
import type { Command } from './command.ts';
import { whole } from './one-of.ts';
import { stripped } from './polite.ts';
import { searchWords, sectorOf } from './search-words.ts';
import { wishSubject } from './wish-subject.ts';

const LONGEST = 60;

const OTHER_CHANNEL = whole(
  /(?:我?(?:要|想)?)?(?:在|到|去|用|换到?|转到?)?(?:别的|其他|其它|另外?(?:一个)?|另一个|另一|新的)(?:渠道|平台|软件|聊天软件|地方)(?:上|里)?(?:继续|接着(?:填|办|聊)?|填|办|用)?/,
  /(?:我?(?:要|想)?)?(?:换个?|切换|更换)(?:渠道|平台|软件)(?:继续|接着填?)?|(?:接续|接力|换渠道|同步|绑定)码|(?:给我)?(?:一个)?(?:验证|接续)码|绑定(?:其他|别的)?(?:账号|渠道)/,
  /(?:i(?:'d| would)? (?:want|like) to )?(?:continue|go on|carry on|switch|move)(?: (?:this|it))? (?:to|on|in|with) (?:another|a different|my other) (?:channel|app|platform)/,
  /(?:another|other|change|switch) channels?|(?:join|transfer|link) code|(?:(?:give|get) me )?a code/,
);
const SHORT_CODE_WISH = /^(?:code|验证码|接续码)$/;
const SIX_DIGITS = /^(\d{3})[\s-]?(\d{3})$/;
const NAMED_DIGITS = /^(?:(?:接续|验证|换渠道)?码|code|(?:my |the )?code is)\s*[:：是]?\s*(\d{3})[\s-]?(\d{3})$/;
const INVITATION =
  /^(?:邀请码?|invitation|invite(?: code)?|加入|join)?\s*[:：是]?\s*([0-9a-hj-km-np-tv-z]{4})-([0-9a-hj-km-np-tv-z]{4})$/;

const SUBSCRIBE = whole(
  /(?:以后|今后|如果|要是|一旦|再)?有(?:了)?(?:新的|合适的?|匹配的?|相关的?|类似的?|这类|对口的?)?(?:榜单?|项目|新榜|新的|的)?(?:时|时候|的话)?[,，]?(?:就|请|再|麻烦)*(?:告诉|通知|提醒|推送给?|发给|叫)(?:我|一声|我一声|一下我?)/,
  /订阅(?:这个|它|一下|这次搜索|这个搜索)?|关注(?:一下)?|(?:保存|收藏)(?:这个|这次)?搜索|(?:有)?新榜(?:请)?(?:通知|提醒|告诉)我/,
  /(?:tell|notify|alert|let) me(?: know)? (?:when|if|once) (?:there(?:'s| is)|something|anything|one|a (?:new )?(?:list|match)).{0,24}|subscribe|save (?:this |the |my )?search|keep me (?:posted|informed|updated)/,
);
const SUBSCRIBE_TO =
  /^(?:订阅|关注|subscribe to|follow)\s*[:：]?\s*(.{2,40}?)(?:方面|领域|方向|相关)?(?:的)?(?:榜单?|新榜|项目|lists?)?$/;
const SUBSCRIBE_INSTEAD =
  /^(?:那就?|就|还是|请|帮我|给我|[\s,，])*(?:(?:改成|改为|换成|换为|改)(?:订阅|关注)|(?:把)?(?:我的)?(?:这个)?(?:订阅|关注)(?:的)?(?:内容)?(?:改成|改为|换成|换为))\s*[:：]?\s*(.{2,40}?)(?:的?(?:榜单?|新榜|项目))?[吧了。.!！]*$|^(?:please )?(?:change|switch) (?:it|this|that|my subscription|the subscription) to (.{2,40}?)[.!]*$|^subscribe to (.{2,40}?) instead[.!]*$/;
const WISHES = whole(
  /(?:我的|查看|看看?|管理)*(?:我的)?(?:订阅|关注)(?:列表|设置|管理)?(?:有哪些|有什么)?|我?订阅了(?:什么|哪些|啥)|(?:提醒|通知|推送)设置/,
  /(?:show |list |manage )?(?:my )?(?:subscriptions|saved searches|alerts)|what am i subscribed to|notification settings/,
);
const END_ONE = /^(?:取消|退订|删除|去掉|cancel|remove|unsubscribe)\s*(?:第)?\s*(\d{1,2})\s*(?:个|条|项)?(?:订阅)?$/;
const END_ALL = whole(
  /(?:(?:算了|那|还是|行了|好了|不用了|以后)吧?[\s,，。]*)*(?:以后)?(?:别|不要|不用)(?:再)?(?:提醒|通知|告诉|推送给?|打扰)(?:我)?(?:了)?(?:吧)?|(?:never ?mind|forget it|actually)?[\s,，.]*(?:don't|do not|stop) (?:remind|notify|alert|tell|reminding|notifying|alerting|telling)(?: me)?(?: any ?more| about (?:it|that|them))?/,
  /(?:全部|都)?退订(?:全部|所有)?|取消(?:全部|所有|我的)*(?:订阅|关注|推送)|(?:不要|别|不用|请勿|停止)再?(?:给我)?(?:推送|提醒|通知|打扰|发(?:消息|提醒|通知))(?:我)?(?:了)?|不再(?:提醒|通知|推送)(?:我)?(?:了)?/,
  /unsubscribe(?: (?:me|all|from all|from everything))?|stop (?:sending|reminding|notifying)(?: me)?(?: .{1,20})?|no more (?:reminders|messages|notifications|alerts)/,
);
const WEEKLY = whole(
  /(?:改成|改为|换成)?(?:每周|一周|每星期)(?:发|提醒|通知|推送)?一?次?(?:就行|就好|吧)?/,
  /(?:once a week|weekly)(?: (?:digest|please|only))?/,
);
const DAILY = whole(
  /(?:改成|改为|换成)?(?:每天|每日|一天)(?:发|提醒|通知|推送)?一?次(?:就行|就好|吧)?/,
  /(?:once a day|daily)(?: (?:digest|please|only))?/,
);
const AT_ONCE = whole(
  /(?:改成|改为|换成)?(?:有新榜|一有)?(?:就)?(?:马上|立即|立刻|即时|实时)(?:通知|提醒|告诉|推送)(?:我)?/,
  /(?:tell me )?(?:at once|immediately|right away)/,
);
const SNOOZE =
  /^(?:先)?(?:暂停|停|休|推迟|免打扰|勿扰|snooze|pause)\s*(?:提醒|通知|推送|reminders|notifications|alerts)?\s*(?:for)?\s*(\d{1,3}|一|两|三|七|十|a|one|two|three|seven)?\s*(?:个)?(天|日|周|星期|礼拜|月|days?|weeks?|months?)?$/;
const SNOOZE_WORDS = /提醒|通知|推送|免打扰|勿扰|snooze|reminders|notifications|alerts/;
const WAKE = whole(
  /恢复(?:提醒|通知|推送)|(?:取消|结束|解除)(?:暂停|免打扰|勿扰)(?:提醒)?/,
  /(?:resume|unpause|restart) (?:reminders|notifications|alerts)|wake up|unsnooze/,
);
const QUIET =
  /^(?:免打扰|勿扰|安静|静音|quiet(?: hours)?|do not disturb)(?:时间|时段)?\s*(?:改成|改为|设为|设成|from|is|:|：)?\s*(\d{1,2})\s*(?:点|:00|：00|时)?\s*(?:到|至|-|–|—|~|to|until)\s*(?:次日|第二天|早上|凌晨)?\s*(\d{1,2})\s*(?:点|:00|：00|时)?$/;
const ASK_HOW =
  '[,，\\s]*(?:(?:应该|要|该)?(?:怎么|如何|咋)(?:弄|做|操作|办|整|搞)?|行不行|可不可以|可以|能不能|行|有办法|支持)?(?:吗|么|呢|呀|啊)?[?？。]*';
const MATE =
  '(?:同事|同学|学生|助理|秘书|队友|团队(?:成员|的人)?|课题组(?:的人)?|合作(?:者|方|单位|伙伴)|搭档|别人|其他人|另一个人)';
const FILL_IN = '(?:填写?|写|弄|编辑|改|做|看)(?:这个|这份|一下|下)?(?:表|申报书?|申请书?)?';
const WANTS = '(?:我们?)?(?:想|要|想要|能不能|能否|能|可不可以|可以|是否可以|怎么|如何|咋|怎样)*';
/** 想拉两个学生进来一起填，怎么弄; 怎么邀请同事 */
const MATES = new RegExp(
  `${WANTS}(?:邀请|拉|叫|喊|请|让|加)(?:我的?|我们?)?(?:[一两几]?[个位])?${MATE}(?:进来|加入|也|来|过来|一起|共同|协助|帮我?|帮忙)*(?:${FILL_IN})?${ASK_HOW}`,
);
/** 可以多人一起填吗 */
const TOGETHER = new RegExp(
  `${WANTS}(?:多(?:个)?人|几个人|两个人|团队|大家|和别人|跟别人|跟同事|和同事|跟学生|和学生)(?:一起|共同|协作|同时)+${FILL_IN}${ASK_HOW}`,
);
/** 我想邀请李敏一起填这个: a name, and that the form is filled in together. */
const ASKED_ALONG = new RegExp(
  `${WANTS}(?:邀请|拉|叫|喊|请|让)[\u4e00-\u9fff]{2,4}?(?:老师)?(?:进来|来|加入)?(?:一起|共同|一块儿?)${FILL_IN}${ASK_HOW}`,
);
const INVITE = whole(
  /(?:我?(?:想|要)?)?(?:邀请|拉|叫|请|让)(?:一?[个位])?(?:同事|合作者|合作单位|队友|团队成员|秘书|科研院|别人|其他人)(?:一起|来|帮忙|共同|协助)*(?:填写?|写|编辑|改|看)?|(?:和|跟|与)同事一起填写?|邀请码/,
  MATES,
  TOGETHER,
  ASKED_ALONG,
  /invite (?:a |my |some )?(?:colleagues?|co-?workers?|partners?|team ?mates?)(?: to .{1,20})?|(?:fill|write) (?:it |this )?(?:in )?(?:together )?with (?:a |my )?colleagues?|(?:can|could|may) (?:a|my|some) (?:colleagues?|co-?workers?|students?|assistants?|partners?) (?:help )?(?:me )?(?:to )?(?:fill|edit|write|work on|complete|do)(?: .{1,20})?|how (?:do|can) i (?:invite|add) (?:a|my|some) .{3,20}/,
);
const COLLEAGUES = whole(
  /(?:查看|看看?|管理)?(?:我的|有哪些|这份的?)?(?:同事|协作者|协作人员|参与人)(?:列表|有谁|名单|有哪些)?|移除同事|删除同事|谁(?:能|可以)一起填/,
  /(?:show |list |remove |manage )?(?:my )?(?:colleagues|collaborators)/,
);

const SPANS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  三: 3,
  七: 7,
  十: 10,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  seven: 7,
};

const PHRASES: readonly (readonly [RegExp, Command])[] = [
  [OTHER_CHANNEL, { do: 'join-code' }],
  [WAKE, { do: 'snooze', days: 0 }],
  [SUBSCRIBE, { do: 'subscribe' }],
  [WISHES, { do: 'subscriptions' }],
  [END_ALL, { do: 'unsubscribe' }],
  [WEEKLY, { do: 'care', rhythm: 'weekly' }],
  [DAILY, { do: 'care', rhythm: 'daily' }],
  [AT_ONCE, { do: 'care', rhythm: 'at-once' }],
  [INVITE, { do: 'invite' }],
  [COLLEAGUES, { do: 'colleagues' }],
];
/** In a form these words may be the answer. */
const ONLY_IDLE: readonly Command['do'][] = ['care'];

/** The command of such a phrase, folded; null for anything else. `idle`: no question is open, so bare digits are a code. */
export function readCare(folded: string, idle: boolean, programme: Programme): Command | null {
  if (folded.length > LONGEST) return null;
  const code = readCode(folded, idle);
  if (code) return code;
  const forms = stripped(folded);
  const found = PHRASES.find(([pattern]) => forms.some((form) => pattern.test(form)))?.[1];
  if (found && (idle || !ONLY_IDLE.includes(found.do))) return found;
  const quiet = QUIET.exec(folded);
  if (quiet) return { do: 'care', quiet: [Number(quiet[1]), Number(quiet[2])] };
  return readSnooze(folded) ?? (idle ? (readIdle(folded, programme) ?? readCareWish(folded)) : null);
}

function readCode(folded: string, idle: boolean): Command | null {
  const digits = NAMED_DIGITS.exec(folded) ?? (idle ? SIX_DIGITS.exec(folded) : null);
  if (digits) return { do: 'join-code', code: `${digits[1]}${digits[2]}` };
  const invitation = INVITATION.exec(folded);
  if (invitation && /\d|[a-z]{4}-[a-z]{4}/.test(folded) && !/^\d{4}-\d{4}$/.test(folded))
    return { do: 'join-code', code: `${invitation[1]}-${invitation[2]}` };
  return idle && SHORT_CODE_WISH.test(folded) ? { do: 'join-code' } : null;
}

function readSnooze(folded: string): Command | null {
  const match = SNOOZE.exec(folded);
  if (!match || !SNOOZE_WORDS.test(folded)) return null;
  const [, amount, unit = ''] = match;
  if (amount === undefined) return unit === '' ? { do: 'snooze' } : null;
  const n = SPANS[amount] ?? Number(amount);
  const each = /周|星期|礼拜|week/.test(unit) ? 7 : /月|month/.test(unit) ? 30 : 1;
  return { do: 'snooze', days: n * each };
}

function readIdle(folded: string, programme: Programme): Command | null {
  const end = END_ONE.exec(folded);
  if (end) return { do: 'unsubscribe', id: `#${Number(end[1])}` };
  const [, ...instead] = SUBSCRIBE_INSTEAD.exec(folded) ?? [];
  const other = instead.find((each) => each !== undefined)?.trim();
  if (other) return PHRASES.find(([each]) => each.test(other))?.[1] ?? wishFor(other, programme, true);
  const words = SUBSCRIBE_TO.exec(folded)?.[1]?.trim() ?? wishSubject(folded);
  return words ? wishFor(words, programme) : null;
}

/** A wish for these words, or for the sector they name. */
function wishFor(words: string, programme: Programme, instead = false): Command {
  const sector = sectorOf(searchWords(words), programme);
  const wish = sector?.whole === true ? { sector: sector.id } : { words };
  return { do: 'subscribe', ...wish, ...(instead && { instead }) };
}
