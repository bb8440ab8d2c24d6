/** Another list named while a form is open: taken up as well, taken instead, or gone back to. */
import { isWords } from './field-kinds.ts';
import { type Interpretation, type InterpretContext, meaning } from './interpretation.ts';
import { readListReference } from './list-reference.ts';
import { SIGH } from './sighs.ts';

const LEAD = `(?:(?:${SIGH}|对了|算了|另外|顺便|还有|那|不对|不是|错了|(?:我|刚才|刚刚|是|好像|可能)*(?:搞|弄|选|说|填|揭|报|点)错(?:榜|项目)?了?)[\\s,，。.!！]*)*`;
const WHAT = '(?<what>[^,，。;；?？]{2,24}?)';
const TAKES = '(?:揭|接|申报|报名?|申请)';
const WISHES = '(?:想要?|要|打算|准备|也|还|又|同时|都|一起|再|来)';
const THAT = '(?:[那这]一?[个项份条]?|的)';
const PAPER = '(?:榜单?|项目|申报书?|申请书?|草稿|表)?';
const TAIL = '(?:吧|了|哈|呢|啊|呗|[\\s。.!！])*$';
const FILLS = '(?:填|弄|做|写|办)';

const TAKEN_UP: readonly RegExp[] = [
  // 我还想揭纸机那个榜, 搞错了，我要报的是稻秆的
  new RegExp(
    `^${LEAD}(?:我们?|咱们?)?(?:还|也|又|同时|另外)*(?:想要?|要|打算|准备)(?:再|也|还|另外?|同时|一起)*${TAKES}(?:的是|一?个)?${WHAT}${TAIL}`,
  ),
  // 纸机那个我也想揭
  new RegExp(`^${LEAD}${WHAT}${THAT}?${PAPER}(?:我们?|咱们?)${WISHES}+${TAKES}(?:上|一下|一?个|一份)?${TAIL}`),
  // 我们纸机那个也想揭, 纸机的榜也打算报
  new RegExp(
    `^${LEAD}(?:我们?|咱们?)?${WHAT}${THAT}${PAPER}(?:我们?|咱们?)?(?:也|还|又|同时|一起|一并)${WISHES}*${TAKES}(?:上|一下|一?个|一份)?${TAIL}`,
  ),
  // 不是纸机，是稻秆那个榜; 换成稻秆那个
  new RegExp(
    `^${LEAD}(?:(?:不是|不要|不揭|不报)[^,，。;；]{2,24}[,，\\s]+)?(?:而?是|换成?|改成|改(?=揭|报)|换到|转到)${TAKES}?${WHAT}(?:[那这][个项]榜?|的?榜|的?那[个项])${TAIL}`,
  ),
  // 揭 稻秆
  new RegExp(`^${LEAD}(?:我们?|咱们?|就|直接)*揭(?:一下)?\\s*${WHAT}${THAT}?${PAPER}${TAIL}`),
  new RegExp(
    `^${LEAD}(?:i|we)?(?:'d| would)?(?: |rather|also|instead|want|like|prefer|to|go|let me)*(?<![a-z])(?:bid on|bid for|apply for|apply to|take on|take up|go for|switch to)(?: the)? (?<what>.{3,40}?)(?: (?:one|list|challenge|project|form|application))?(?: (?:instead|too|as well|first|please))*${TAIL}`,
  ),
];
const GONE_BACK_TO: readonly RegExp[] = [
  // 先把纸机的填完, 接着填纸机那份
  new RegExp(
    `^${LEAD}(?:我|还是|先|再|那|就)*(?:回到?|回去|返回|切回|转回|(?:接着|继续|先)+${FILLS}?|先?把)${WHAT}${THAT}?${PAPER}(?:先|给)*(?:${FILLS}完|${FILLS})?${TAIL}`,
  ),
  // 纸机那份继续
  new RegExp(`^${LEAD}${WHAT}(?:[那这][个项份条]|的)${PAPER}(?:先|我)*(?:继续|接着)?(?:${FILLS}完?|继续|接着)${TAIL}`),
  new RegExp(
    `^${LEAD}(?:i|we)?(?:'d| would)?(?: |rather|also|instead|want|like|prefer|to|go|let me)*(?<![a-z])(?:go back to|back to|return to|continue with|finish)(?: the)? (?<what>.{3,40}?)(?: (?:one|list|challenge|project|form|application))?(?: (?:instead|too|as well|first|please))*${TAIL}`,
  ),
];
const LONGEST = 60;
/** 接着做电工钢 tells what the team will do next; 接着填电工钢那份 speaks of a form. */
const NAMES_PAPER =
  /[揭报填份]|榜|项目|申请|草稿|表|[那这][个项]|回到|[切转]回|的.{0,2}[弄做写办]完|(?<![a-z])(?:go back to|back to|return to|bid|apply|take (?:on|up)|one|list|challenge|project|form|application)(?![a-z])/;

/** 回到稻秆的路线上: the way of a work and no form. */
const WAY = /(?:路线|方向|思路|方案|轨道|问题|[上中里])$/;

/** True while the open question is answered in words of one's own. */
function inWords({ focus, field }: InterpretContext): boolean {
  return focus === 'field' && field !== undefined && isWords(field);
}

function named(patterns: readonly RegExp[], folded: string): readonly string[] {
  return folded.length > LONGEST ? [] : patterns.flatMap((pattern) => pattern.exec(folded)?.groups?.what ?? []);
}

/** The words, if any, for the form that somebody wishes to go back to and fill in: 桥梁钢 of 先把桥梁钢的填完. Text must be folded. */
export function goesBackTo(folded: string): readonly string[] {
  return named(GONE_BACK_TO, folded);
}

/** Takes up (or goes back to) the one list whose title the words name; null unless exactly one is meant. Text must be folded. */
export function takesUpOther(folded: string, context: InterpretContext): Interpretation | null {
  for (const what of named([...TAKEN_UP, ...GONE_BACK_TO], folded)) {
    const reference = readListReference(what, context);
    const [id, ...more] = reference?.how === 'words' ? reference.ids : [];
    if (inWords(context) && (WAY.test(what) || !NAMES_PAPER.test(folded.replace(what, ' ')))) continue;
    if (id !== undefined && more.length === 0) return meaning('apply:beside', { do: 'apply', listing: id });
  }
  return null;
}
