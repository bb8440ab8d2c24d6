/** Yes and no said in the words of the matter: 厂名别挂出去, 登出来不要紧. */
import type { Field, Option } from '../programme/form.ts';
import { fold } from '../text/fold.ts';

/** A matter a form asks a yes or no about: what its question speaks of, and how people agree to it or decline it. */
interface Matter {
  readonly asked: RegExp;
  readonly yes: RegExp;
  readonly no: RegExp;
}

/** Words that stand beside; no two of them make a third, so that a long message is read in one go. */
const ASIDE =
  '(?:这个|那|就|还是|要不|我|咱|们|单位|公司|企业|厂名|学校|名字|名称|先|都|也|最好|尽量|行|好|嗯|可以|没事|没问题|没意见|没关系|无所谓|不要紧|不怕|即可|的|了|吧|啊|呀|呗|哈|嘛|出|来|去|上|[\\s,，。.!！])*';
const EN_ASIDE =
  "(?:well|okay|ok|fine|sure|please|just|then|we'd|we|i'd|i|you|can|may|it's|it|to|be|is|are|us|our|the|names|name|[\\s,.!])*";
const NOT = '(?:别|不要?|甭|莫|不想|不愿|不愿意|不用|勿|不能|不便|不宜|不希望)(?:被|给|让)?';
const SHOWN = '(?:公开|露|亮|写|登|挂|署|显示|展示|披露|公布|曝光|露面|露脸|出现|提|让人知道|让别人知道|人知道)';

const MATTERS: readonly Matter[] = [
  {
    asked: /公开|匿名|anonym|披露|公布|署名|显示.*名|disclos|publish|show.*name|(?<![a-z])public/,
    yes: new RegExp(
      `^${ASIDE}(?:实名|${SHOWN})${ASIDE}$|^${EN_ASIDE}(?:name us|use our name|show(?: it| our name| the name)?|publish(?: it| the name| our name)?|public|named|mention us)(?: is| are)?${EN_ASIDE}$`,
    ),
    no: new RegExp(
      `^${ASIDE}(?:${NOT}${ASIDE}${SHOWN}|匿名|隐名|化名|隐去|隐藏|遮住|遮掉|打码|藏着|保密|用某)${ASIDE}(?:处理|代替)?${ASIDE}$|^${EN_ASIDE}(?:(?:would )?(?:rather|prefer) not|don't|do not|not|never|no)(?: want)?(?: to)?(?: be)? ?(?:named|name us|mention(?:ed)?(?: us)?|show(?:n)?|publish(?:ed)?|public|disclose(?:d)?|identified)${EN_ASIDE}$|^${EN_ASIDE}(?:anonymous(?:ly)?|hide|leave out|keep out|withhold)${EN_ASIDE}$`,
    ),
  },
  {
    asked: /签|军令状|承诺|sign|pledge|commit|vouch/,
    yes: new RegExp(
      `^${ASIDE}(?:签|签字|签署|敢签|承诺)${ASIDE}$|^${EN_ASIDE}(?:will |'ll |happy to |ready to )?(?:sign|pledge|commit|vouch)${EN_ASIDE}$`,
    ),
    no: new RegExp(
      `^${ASIDE}(?:${NOT}|不敢|没法|暂不)(?:签|签字|签署|承诺)${ASIDE}$|^${EN_ASIDE}(?:won't|will not|not going to|can't|cannot|rather not|refuse to) ?(?:sign|pledge|commit|vouch)${EN_ASIDE}$`,
    ),
  },
];
/** A question whose yes hides. */
const ASKS_TO_HIDE =
  /^(?:是否|要不要|需要)?(?:匿名|保密|隐藏|隐去|不公开)|^(?:stay |remain )?anonym|^(?:hide|keep .*secret|confidential)/;
const LONGEST = 40;

/** What the words say of the matter of a label and question: agreed, declined, or null where they are not of it. All folded. */
function sideOf(folded: string, about: string): boolean | null {
  if (folded.length > LONGEST) return null;
  for (const { asked, yes, no } of MATTERS) {
    if (!asked.test(about)) continue;
    if (no.test(folded)) return false;
    if (yes.test(folded)) return true;
  }
  return null;
}

function aboutOf({ label, question, aliases }: Field): string {
  return fold([label.zh, label.en, question.zh, question.en, ...(aliases ?? [])].join(' '));
}

/** Yes or no to the question in the words of its matter; null where the words are none of them. Text must be folded. */
export function matterYesNo(folded: string, field: Field): boolean | null {
  const side = sideOf(folded.replace(/’/g, "'"), aboutOf(field));
  const hides = ASKS_TO_HIDE.test(fold(field.label.zh)) || ASKS_TO_HIDE.test(fold(field.label.en));
  return side === null || !hides ? side : !side;
}

const SAYS_YES: ReadonlySet<string> = new Set(['是', 'yes', '同意', '可以', '公开', 'public']);
const SAYS_NO: ReadonlySet<string> = new Set(['否', 'no', '不同意', '匿名', 'anonymous']);

/** The options that agree and decline by their own names, `whole` where there are no others; null where either is missing. */
export function yesNoOptions(
  options: readonly Option[],
): { readonly yes: Option; readonly no: Option; readonly whole: boolean } | null {
  const named = (words: ReadonlySet<string>): Option | undefined =>
    options.find(({ aliases, label }) => [label.zh, ...(aliases ?? [])].some((name) => words.has(fold(name))));
  const [yes, no] = [named(SAYS_YES), named(SAYS_NO)];
  return yes === undefined || no === undefined || yes === no ? null : { yes, no, whole: options.length === 2 };
}
