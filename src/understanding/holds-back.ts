/** 等等，先不驳了: whoever was asked for a reason thinks better of it. Text must be folded. */
import { plainClauses } from './clause.ts';
import { whole } from './one-of.ts';
import { stripped } from './polite.ts';
import { takesBack } from './takes-back.ts';

const DEED = '(?:驳回?|退回?|打回?|批|审|处理|办理?|决定|通过|受理|发|弄|动|拒绝?|否|选|推荐|要求补充|补充|管|急)';
const NOT_NOW = new RegExp(
  `^(?:那|我|先|暂时|还是|就|算了|这[个条件份]|它)*(?:不|别|甭)(?:要|忙着?|急着?)?${DEED}(?:它|这[个条件份]|掉|回去?|了|着|先)*$`,
);
const LATER = whole(
  /(?:让|容)?我?(?:再|先|得)(?:看看?|想想?|问问?|核实|核对|确认|研究|考虑|商量|讨论|查查?|等等?|放放?|缓缓?|搁着?)(?:一?下|一会儿?|一看|一想|一放|一缓|清楚)?(?:再(?:说|办|定|决定|处理))?/,
  /(?:先)?(?:放|缓|等|搁)(?:一?(?:放|缓|等|下|会儿?))(?:再说|再办)?|(?:回头|晚点|待会儿?|等会儿?|稍后|过会儿?|明天|下午)(?:再)?(?:说|弄|办|处理|看|来)/,
  /(?:不|没)(?:用|需要|必要)(?:驳|退|批|办|处理)?回?|看错了?(?:人|一条|编号)?|算了?|没事/,
  /(?:not (?:now|yet)|hold (?:on|off)|wait|let me (?:think|check|look)(?: (?:again|first|about it))?|on second thoughts?|later|leave (?:it|this)(?: for now)?|(?:do not|don't) (?:reject|return|decline|do) (?:it|this)?(?: yet)?|forget (?:it|that)|i(?:'ll| will) (?:look|check|come back) .{0,20})/,
);

/** True where every part of the message only holds back: nothing of it is a reason. */
export function holdsBack(folded: string): boolean {
  if (folded.length > 40) return false;
  if (takesBack(folded)) return true;
  const clauses = plainClauses(folded);
  const holds = (clause: string): boolean =>
    WAIT.test(clause) ||
    [clause, ...stripped(clause)].some((form) => NOT_NOW.test(form) || LATER.test(form)) ||
    takesBack(clause);
  return clauses.length > 0 && clauses.every(holds);
}

const WAIT = /^(?:等等|等一下|等下|慢着|先等等|好吧?|sorry|wait|no|ok)(?:吧|啊)?$/;
