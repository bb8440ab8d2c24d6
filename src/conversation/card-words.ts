/** What the owner of a need answers when asked which concepts are right and what is missing. */
import { cardLine } from '../programme/concept-card.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { yesNo } from '../understanding/yes-no.ts';
import type { State } from './state.ts';

const ALL =
  /^(?:(?:都|全|全部|全都)(?:是|对|正确|属于|没错)的?|没(?:问题|错)|正确|all (?:of them|right|correct)|all)[。.!！]*$/u;
const SKIP =
  /^(?:跳过|略过|先?不填|不(?:知道|清楚|好说|确定|用了?)|说不(?:好|清|准)|算了|随便|skip|not sure|don'?t know|no idea)[。.!！]*$/u;
const CLAUSE = /[，,、;；。.!！\n\t]+|(?<=\p{Script=Han})(?:和|还有|以及|另外)|(?:还有|以及|另外)(?=\p{Script=Han})/u;
const WRONG = /不对|不是|不属于|不算|去掉|去除|删掉|不要|无关|没关系|\b(?:not|wrong|except|without|drop|remove)\b/u;
const MORE = /还缺|还少|缺少?|还有|还要|补充|另外|加上|再加|也(?:是|算|属于)|\b(?:also|plus|missing|add)\b/u;
/** What of a clause says nothing about the subject. */
const FILLER =
  /不对|不是|不属于|不算|去掉|删掉|不要|无关|没关系|都?对的?|正确|是的|没错|还缺|还少|缺少?|还有|还要|补充|另外|加上|再加|也(?:是|算|属于)|主要是|就是|属于|应该是|这些?|方向|\b(?:not|wrong|except|without|drop|remove|also|plus|missing|add|right|correct|yes|is|are|and|the)\b/gu;
/** Nothing shorter is a term. */
const SHORTEST = 2;
/** A question or a wish for something else is no answer. */
const ELSE =
  /[?？]|榜|查|进度|怎么|什么|为什么|多久|转人工|改(?:成|为|到|第)|谢|稍等|等等|等一下|不方便|不便|^(?:删除|取消|提交|发布需求)[。.!！]*$|\b(?:lists?|status|help|what|how|why|when|thanks?|wait)\b/u;
/** Whom to call is nothing a need is about, and a card is looked up by others. */
const REACH = /\d{7}|1[3-9]\d[\s-]?\d{4}|@/u;
/** R41: what is said of secrets is no term, and what was handed in may have to go offline. */
const SECRET = /涉密|秘密|绝密|机密|\bclassified\b|\bsecrets?\b/u;
const NO_SECRET =
  /(?:不|未|没有?|无)(?:涉及?|含|包含|属于|是)?(?:任何)?(?:涉密|秘密|绝密|机密|国家秘密|密)|\bno(?:t|thing)?\b/u;

/** What else a message may be taken for when it answers what a need is about; a plain wish for something else goes first. */
const MAY_BE: readonly (Command['do'] | undefined)[] = [
  undefined,
  'none',
  'find',
  'affirm',
  'deny',
  'choose',
  'skip',
  'profile',
  'post-need',
  'thanks',
];

/** The command of a message that answers the question, while it is the last thing said; null for any other. */
export function cardTold({ focus, offered }: State, text: string, first: Command | undefined): Command | null {
  if (focus.in !== 'card' || !offered.some(({ command }) => command.do === 'own-card')) return null;
  const folded = fold(text);
  if (SECRET.test(folded) && !NO_SECRET.test(folded)) return { do: 'offline', case: focus.need };
  const words = MAY_BE.includes(first?.do) ? cardWords(focus.names, text) : null;
  return words && { do: 'own-card', need: focus.need, words };
}

/** The words to put on the card, none for "rather not"; null for what is no answer to it. */
export function cardWords(names: readonly string[], text: string): readonly string[] | null {
  const folded = fold(text).trim();
  if (SKIP.test(folded)) return [];
  if (ALL.test(folded) || (names.length > 0 && yesNo(folded) === true)) return names;
  if (yesNo(folded) === false) return [];
  if (ELSE.test(folded) || REACH.test(folded) || SECRET.test(folded)) return null;
  const picked = picks(names, folded);
  if (picked) return picked;
  const { right, wrong, added } = sorted(names, text);
  const kept = right.length > 0 ? right : wrong.length > 0 || MORE.test(folded) ? names : [];
  const words = cardLine([...kept.filter((name) => !wrong.includes(name)), ...added].join('、'));
  return words.length === 0 && wrong.length === 0 ? null : words;
}

/** `1、3`: the numbers of the concepts as they were shown. */
function picks(names: readonly string[], folded: string): readonly string[] | null {
  if (!/^[\d\s、,，和.]+$/u.test(folded)) return null;
  const found = (folded.match(/\d+/gu) ?? []).flatMap((n) => names[Number(n) - 1] ?? []);
  return found.length > 0 ? found : null;
}

/** Clause by clause: named and right, named and wrong, and new. */
function sorted(names: readonly string[], text: string) {
  const right: string[] = [];
  const wrong: string[] = [];
  const added: string[] = [];
  for (const clause of text.split(CLAUSE).map((each) => each.trim())) {
    const folded = fold(clause);
    const named = names.filter((name) => folded.includes(fold(name)));
    const isWrong = WRONG.test(folded);
    (isWrong ? wrong : right).push(...named);
    if (isWrong || named.length > 0) continue;
    const rest = folded.replace(FILLER, '').trim() === '' ? '' : clause.replace(FILLER, '').trim();
    if (rest.replace(/[^\p{L}\p{N}]/gu, '').length >= SHORTEST) added.push(rest);
  }
  return { right, wrong, added };
}
