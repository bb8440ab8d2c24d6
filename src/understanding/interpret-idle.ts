/** Reading a message while no form is open. */
import { fold } from '../text/fold.ts';
import { clauseOf, withoutAsides } from './clause.ts';
import type { Command } from './command.ts';
import { matchService, wholeControl } from './control.ts';
import { controlCommand, serviceCommand } from './control-command.ts';
import { isUnlimited } from './find-limits.ts';
import { findLists } from './find-lists.ts';
import { ABOUT_BOT, GREETING, HELP, THANKS } from './idle-phrases.ts';
import { DETAIL, FIND, LETS_START, POST_NEED, PROFILE, QUEUE, RESUME, STATUS, WITHDRAW } from './idle-rules.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { readListReference } from './list-reference.ts';
import { namesNoSubject } from './no-subject.ts';
import { readOfferLimit } from './offer-limit.ts';
import { readOrdinal } from './ordinal.ts';
import { asksForContactOfOthers, OTHERS } from './others-contact.ts';
import { stripped } from './polite.ts';
import { isQuestion } from './question.ts';
import { searchWords, sectorOf } from './search-words.ts';
import { severalQuestions } from './several-questions.ts';
import { steering } from './steering.ts';
import { takeUp } from './take-up.ts';
import { readTimeLimit } from './time-limit.ts';
import { isElsewhere, isIntrusion, isProgrammeTopic, wantsExplanation } from './topics.ts';
import { yesNo } from './yes-no.ts';

/** One rule: an interpretation, or null to let the next rule try. */
type Rule = (message: Message, context: InterpretContext) => Interpretation | null;

const LIST_NOUN =
  /(?<![揭发评中张接放出]|一个|同个)榜|项目|课题|选题|题目|悬赏|(?<![a-z])(?:lists?|listings?|calls?|challenges?|topics?|projects?|opportunities)(?![a-z])/;
const STRONG_FIND =
  /还有|别的|有榜|有.{0,8}(?:榜|项目|题目)(?:吗|么|没|不)|有(?:多少|几)个?榜|哪[个些]?榜|什么榜|有没有|有哪些|有什么|有啥|找|搜|推荐|列一|列出|适合|合适|对口|(?:方面|方向|领域|相关)的|^(?:please )?list(?![a-z])|(?<![a-z])(?:find|search|lists|any|anything|looking for|open (?:lists?|calls?|challenges?|topics?|projects?)|show me|do you have|are there|what's open|what can (?:i|we) (?:bid|apply|work)|recommend)(?![a-z])/;
const OF_LISTS =
  /揭的(?:吗|么|有)|截止的(?:都)?有|的(?:都)?(?:有哪些|有什么|有没有|有吗|有几)|截止的|what can (?:i|we) (?:bid|apply)/;
/** 要不要, 能不能: in this place such a question is about the rules. */
const YES_OR_NO = /要不要|需不需要|用不用|能不能|可不可以|允不允许|会不会|是不是|算不算|还是线/;
const DIFFERENCE =
  /(?:什么|啥)(?:不一样|不同|区别|差别|关系)|^(?:what(?:'s| is) the )?difference between|how many (?:lists|bids|projects|applications) (?:can|may)/;
const RULE_WORDS =
  /how many .{2,30}(?:can|may)|条件|资格|门槛|流程|步骤|要求|政策|规定|限制|补助|补贴|区别|好处|风险|后果|处罚/;
/** 怎么申请啊 with nothing named: of this programme. */
const HOW_TO_APPLY =
  /^(?:请问|你好|那么?|这个|这|我们?|具体|,|，|\s)*(?:该|要|应该)?(?:怎么|如何|咋|怎样)(?:去|来|样)?(?:申请|报名|申报|参加)(?:一下|呢|啊|呀|的|吗|[?？])*$/;
const OF_A_KIND =
  /(?:那|这)个?(?:榜|项目)|\p{Script=Han}{2,}(?:那|这)[个项](?=具体|详细|到底|究竟|要求|指标)|的(?:那个)?榜|(?<![a-z])(?:one|list|project|challenge|topic|call)(?![a-z])/u;
const SOLVERS = /谁|有没有人|有人|need help|looking for|seeking|want to/;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\s)+$/u;
const LONG = 40;

/** A lone smile, a scolding or a word about the bot: nobody thanked anybody. Takes folded text. */
export function isSmallTalk(folded: string): boolean {
  return EMOJI.test(folded) || ABOUT_BOT.test(folded);
}

/** 谢谢, 好的, 明白了: the whole of the text is a courtesy. Takes folded text. */
export function isThanks(folded: string): boolean {
  return stripped(folded).some((form) => THANKS.test(form));
}

function some(patterns: readonly RegExp[], folded: string): boolean {
  const forms = [folded, ...stripped(folded)];
  return patterns.some((pattern) => forms.some((form) => pattern.test(form)));
}

/** Steering words and wishes to the service itself. */
const service: Rule = ({ folded }) => {
  if (isIntrusion(folded)) return null;
  const found = matchService(folded, false);
  if (found?.is === 'handoff' && ABOUT_BOT.test(folded)) return null;
  return found === null ? null : meaning(`service:${found.is}`, serviceCommand(found));
};

const control: Rule = ({ folded }, context) => {
  const found = wholeControl(folded);
  if (found === null) return null;
  if (found === 'undo' && /撤[回销]/.test(folded)) return meaning('control:withdraw', { do: 'withdraw' });
  if (found === 'no-more-rows') return meaning('thanks', { do: 'thanks' });
  if (found === 'more' || found === 'another-row')
    return meaning('control:more', { do: 'find', from: context.shown.length });
  const command = controlCommand(found);
  return command === null ? null : meaning(`control:${found}`, command);
};

/** A bare number or ordinal chooses among what was shown. */
const number: Rule = ({ folded }, context) => {
  const n = readOrdinal(folded);
  if (n === null || n === 0) return null;
  const id = n < 0 ? context.shown.at(n) : context.shown[n - 1];
  if ((context.choices ?? 0) > 0 || id === undefined) return meaning('choose', { do: 'choose', n });
  return meaning('detail:ordinal', { do: 'detail', listing: id });
};

const social: Rule = ({ folded }, context) => {
  const clauses = folded.split(/[\s,，。.!！?？~]+/).filter((clause) => clause !== '');
  const polite = (clause: string): boolean =>
    GREETING.test(clause) ||
    THANKS.test(clause) ||
    stripped(clause).some((form) => GREETING.test(form) || THANKS.test(form));
  const greets = (text: string): boolean => stripped(text).some((form) => GREETING.test(form));
  if (greets(folded) || (clauses.length > 1 && clauses.every(polite) && clauses.some(greets)))
    return meaning('greeting', { do: 'start' });
  const answer = folded.length <= 20 ? yesNo(folded) : null;
  if (typeof answer === 'boolean' && (context.choices ?? 0) > 0)
    return meaning('yes-no', { do: answer ? 'affirm' : 'deny' });
  if (EMOJI.test(folded)) return meaning('thanks', { do: 'thanks' });
  if (isThanks(folded) || (clauses.length > 1 && clauses.every(polite))) return meaning('thanks', { do: 'thanks' });
  if (typeof answer === 'boolean') return meaning('yes-no', { do: answer ? 'affirm' : 'deny' });
  return ABOUT_BOT.test(folded) ? meaning('about-bot', { do: 'thanks' }) : null;
};

/** Attempts at misuse, and everyday wishes that are nobody's business here. */
const outside: Rule = ({ original, folded }) => {
  if (isIntrusion(folded)) return meaning('intrusion', { do: 'none', text: original });
  const trade = /(?:方面|相关|方向|领域|课题组|研究)/.test(folded) && LIST_NOUN.test(folded);
  return isElsewhere(folded) && !trade ? meaning('elsewhere', { do: 'none', text: original }) : null;
};

/** What concerns the person's own matters. */
const own: Rule = ({ original, folded }, context) => {
  if (context.isStaff && QUEUE.test(folded)) return meaning('queue', { do: 'queue' });
  if (STATUS.test(folded) && /[批审评过]了?[吗没么]|结果|通过|进展|消息/.test(folded))
    return meaning('status', { do: 'status' });
  const steered = steering(folded);
  if (steered === 'resume' || steered === 'pause') return meaning(`steering:${steered}`, { do: steered });
  if (stripped(folded).some((form) => RESUME.test(form))) return meaning('resume', { do: 'resume' });
  if (WITHDRAW.test(folded) && !isQuestion(folded.replace(/^(?:算了|唉|哎|那|就|还是|[,，\s])+/, '')))
    return meaning('withdraw', { do: 'withdraw' });
  if (STATUS.test(folded) || stripped(folded).some((form) => STATUS.test(form)))
    return meaning('status', { do: 'status' });
  if (PROFILE.test(folded) && !LIST_NOUN.test(folded))
    return meaning(
      'profile',
      /[\d@]|[成为到]|to |[,，。]/.test(folded) ? { do: 'profile', words: original } : { do: 'profile' },
    );
  return null;
};

const postNeed: Rule = ({ original, folded: whole }) => {
  const folded = withoutAsides(whole);
  if (!POST_NEED.test(folded)) return null;
  if (isQuestion(clauseOf(folded, POST_NEED)) && !SOLVERS.test(folded) && !LETS_START.test(folded)) return null;
  if (STRONG_FIND.test(folded) && /有(?:没有|哪些|什么)/.test(folded) && !SOLVERS.test(folded)) return null;
  const telling = folded.length > 12 && /[:：,，。]/.test(folded);
  return meaning('post-need', telling ? { do: 'post-need', words: original } : { do: 'post-need' });
};

/** More about one list. Words that fit none we know become a search. */
const detail: Rule = ({ original, folded }, context) => {
  const reference = readListReference(folded, context);
  if (reference === null) return null;
  if (reference.unknown) return meaning('detail:unknown', { do: 'detail', listing: reference.words });
  const pointed = reference.how === 'this' && /它|(?:这|那|该|本)个?(?:榜|项)/.test(folded);
  const asksForLists = STRONG_FIND.test(folded) && !pointed && !/(?:那|这)个?(?:榜|项目)/.test(folded);
  if (reference.how === 'ordinal') {
    const [id] = reference.ids;
    if (id === undefined)
      return context.shown.length > 0 && DETAIL.test(folded)
        ? meaning('detail:unknown', { do: 'detail', listing: '' })
        : null;
    return meaning('detail:ordinal', { do: 'detail', listing: id });
  }
  if (!DETAIL.test(folded) || asksForLists || /关键技术类|企业需求类/.test(folded)) return null;
  const [first, ...others] = reference.ids;
  if (reference.how === 'this') {
    if (first !== undefined) return meaning('detail:this', { do: 'detail', listing: first });
    return pointed && context.shown.length > 1 ? meaning('detail:which', { do: 'detail', listing: '' }) : null;
  }
  if (first !== undefined && sectorOf(searchWords(original), context.programme) === null) {
    const show = (listing: string): Command => ({ do: 'detail', listing });
    return {
      commands: [show(first)],
      why: 'detail:words',
      ...(others.length > 0 &&
        others.length < 4 &&
        !context.named(reference.words)[0]?.title.includes(reference.words) && { doubt: reference.ids.map(show) }),
    };
  }
  if (sectorOf(reference.words, context.programme) !== null || readTimeLimit(folded, context) !== null) return null;
  if (readOfferLimit(original) !== null) return null;
  return first === undefined && OF_A_KIND.test(folded) && !isProgrammeTopic(reference.words)
    ? meaning('detail:search', { do: 'find', words: reference.words })
    : null;
};

/** Words a question about the programme may be known by when no rule's own word stands in it. */
const OF_THE_TRADE =
  /钱|怎么选|团队|企业|单位|政府|省里|科技厅|拨|合同|协议|公司|专家|揭|榜|申报|参加|(?<![a-z])(?:team|money|company|government|project|list|apply|bid|sign)(?![a-z])/;

/** A question the rules may answer. */
const ask: Rule = ({ original, folded }, context) => {
  const question = isQuestion(folded);
  const topic = isProgrammeTopic(folded);
  if (HOW_TO_APPLY.test(folded)) return meaning('ask', { do: 'ask', question: original });
  if (DIFFERENCE.test(folded) && (question || folded.startsWith('difference')))
    return meaning('ask', { do: 'ask', question: original });
  const rule = RULE_WORDS.test(folded) && !/(?:适合|对口|方面|方向)/.test(folded);
  const listsAsked = STRONG_FIND.test(folded) && (OF_LISTS.test(folded) || (LIST_NOUN.test(folded) && !rule));
  if (question && topic && !listsAsked) return meaning('ask', { do: 'ask', question: original });
  if (
    question &&
    wantsExplanation(folded) &&
    /榜|揭|申报|科技厅|需求|programme|program|list|bid|apply/.test(folded) &&
    !STRONG_FIND.test(folded)
  ) {
    return meaning('ask', { do: 'ask', question: original });
  }
  if (YES_OR_NO.test(folded) && folded.length <= LONG && !STRONG_FIND.test(folded)) {
    return meaning('ask', { do: 'ask', question: original });
  }
  if (question && folded.length <= LONG && OF_THE_TRADE.test(folded) && !FIND.test(folded) && !context.isStaff)
    return meaning('ask', { do: 'ask', question: original });
  const short =
    folded.length <= 10 && topic && !FIND.test(folded) && sectorOf(searchWords(original), context.programme) === null;
  const known =
    /赛马|军令状|后补助|启动经费|流程|条件|知识产权|资格|补助|政策|horse rac|subsid|pledge|eligib|process/.test(folded);
  return short && known ? meaning('ask:topic', { do: 'ask', question: original }) : null;
};

const help: Rule = ({ folded }) => (some(HELP, folded) ? meaning('help', { do: 'help' }) : null);

/** A wish for lists; any other words that look like a field of work are one as well. */
const find: Rule = (message, context) => {
  const { folded } = message;
  const wish = findLists(message, context);
  const command: Command = wish;
  if (wish.until !== undefined) return meaning('find:until', command);
  if (!isUnlimited(wish)) return meaning('find:money', command);
  if (wish.sector !== undefined || wish.track !== undefined) return meaning('find:sector', command);
  if (FIND.test(folded) || LIST_NOUN.test(folded)) return meaning('find', command);
  if (wish.words === undefined || namesNoSubject(folded)) return null;
  if (isQuestion(folded) && folded.length < LONG) return null;
  const subject = /\p{Script=Han}{2,}|[a-z]{4,}/u.test(wish.words.toLowerCase());
  return subject ? meaning('find:words', command) : null;
};

/** Somebody else's number or address is asked for. */
const others: Rule = ({ folded }) => (asksForContactOfOthers(folded) ? meaning('others', OTHERS) : null);

const RULES: readonly Rule[] = [
  others,
  service,
  number,
  control,
  social,
  help,
  outside,
  own,
  postNeed,
  takeUp,
  detail,
  ask,
  find,
];

/** What several questions of one message may ask for together: nothing is begun or changed by any of them. */
const ASKED_TOGETHER: readonly Command['do'][] = ['ask', 'detail', 'status'];

/** 电工钢哪天截止，关键技术类给多少钱: a list and a rule are asked about in one message, and both are answered. */
function askedTogether({ original }: Message, context: InterpretContext): Interpretation | null {
  const parts = severalQuestions(original).map((part) => firstRule({ original: part, folded: fold(part) }, context));
  const commands = parts.flatMap((each) => (each.doubt === undefined ? each.commands : []));
  const kinds = new Set(commands.map((each) => each.do));
  const together = kinds.size > 1 && commands.length === parts.length;
  return together && commands.every((each) => ASKED_TOGETHER.includes(each.do))
    ? { commands, why: 'asked-together' }
    : null;
}

/** Reads a message outside a form; `none` when no rule knows it. */
export function interpretIdle(message: Message, context: InterpretContext): Interpretation {
  return askedTogether(message, context) ?? firstRule(message, context);
}

function firstRule(message: Message, context: InterpretContext): Interpretation {
  for (const rule of RULES) {
    const found = rule(message, context);
    if (found !== null) return found;
  }
  return meaning('none', { do: 'none', text: message.original });
}
