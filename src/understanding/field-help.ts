/** Whether a message asks what the field in hand wants. Text must be folded. */
import type { Field } from '../programme/form.ts';
import { namedFields } from './field-names.ts';
import { HELP } from './idle-phrases.ts';
import { oneOf, whole } from './one-of.ts';
import { stripped } from './polite.ts';
import { isQuestion } from './question.ts';
import { fieldNames } from './rest.ts';

const FIELD_HELP = whole(
  /举个?例(?:子)?|给个?(?:例子|示例|样例|范例|模板)|(?:有)?(?:没有)?(?:例子|示例|样例|范例|模板)(?:吗|么)?/,
  /(?:.{0,10})(?:例子|示例|样例|example)\s*(?:给|来)?(?:我)?(?:一)?(?:个|下)|格式(?:是)?(?:什么|怎样|怎么样)?/,
  /(?:这|该|此|本)?(?:个|项|一?栏|题|里|儿|道题|一题)?(?:是)?(?:什么意思|啥意思|怎么(?:填|写|弄|答|选)|该?(?:填|写|选)(?:什么|啥|哪个)|要?怎么填|不懂|没看懂|看不懂|没明白|不明白|指(?:的是)?什么|干(?:嘛|什么)(?:的|用)?|做什么用|有什么用|在哪(?:里|儿)?(?:查|找|看)|哪(?:里|儿)(?:查|找|看|有))(?:的|呢|啊)*/,
  /(?:有|可以选|能选|可选的?)(?:哪|什么|几|多少)(?:些|几)?(?:个|种|项|类)?(?:可选|选项|可以选|能选)?的?|(?:选项|可选项)(?:有哪些|是什么)/,
  /不会(?:填|写|弄)|为(?:什么|啥)(?:还|非)?(?:要|需要)?(?:填|问|收集|提供|写)?(?:这个|这项|它|这些)?|example(?:s)?(?: please)?/,
  /(?:an |one |some |any )?examples?|(?:give|show)(?: me)? (?:an |one |some )?examples?/,
  /what(?:'s| is| does)? (?:this|that|it)(?: for| mean| about)?/,
  /what (?:do you mean|should i (?:write|put|enter|fill in|say)|goes here)(?: here| by that)?/,
  /how (?:do i|to|should i) (?:fill|answer|write|find|get)(?: (?:this|it|in|out|here))*/,
  /i don't (?:understand|get it)|explain(?: (?:this|it))?|(?:what|which) format(?: .{0,24})?|how (?:long|detailed|specific|many words)(?: .{0,20})?/,
  /why(?: do you)?(?: need| ask| want)?(?: (?:this|that|it))?/,
);
const WHY = oneOf(
  /为什么|为啥|干嘛要|凭什么|干什么用|做什么用|有什么用|啥用|怎么填|如何填|怎么写|填什么|是什么|是啥|什么意思|啥意思|什么东西|啥玩意|什么玩意|哪里(?:查|找|看|有)/,
  /在哪(?:查|找|看)|怎么(?:查|找|获得|注册)|干(?:嘛|啥|什么)用|(?:哪里?|在哪|怎么|去哪)儿?(?:申请|注册|办|弄|开|拿)|怎么(?:还)?要|还要|非要|有必要|必填|必须|非填不可|可以不填|能不填|一定要填/,
  /(?<![a-z])(?:why|what(?:'s| is| are)|what does|how (?:do|can) i (?:get|find|fill))(?![a-z])/,
  /(?<![a-z])(?:where (?:do|can) i (?:get|find))(?![a-z])/,
  /(?<![a-z])(?:is (?:this|it) (?:required|mandatory|optional|necessary)|do i have to)(?![a-z])/,
  /(?<![a-z])(?:must i)(?![a-z])/,
);
/** Words that make a question one about the rules, though it names the field. */
const OF_RULES = /教授|职称|博士|学历|年龄|资格|条件|外省|省外|个人|学生|民企|国企|professor|eligib/;
const LONGEST_WHY = 30;
const EVERYDAY: readonly string[] =
  '电话 手机 号码 邮箱 邮件 信用代码 代码 预算 经费 期限 附件 材料 orcid phone email budget code'.split(' ');

/** Everyday names of the field's kind. */
function everydayNames(field: Field): readonly string[] {
  return EVERYDAY.filter((name) => namedFields(name, [field]).length > 0);
}

/** True for a phrase that asks for help, and for a short question about the field itself rather than the rules. */
export function asksForHelp(folded: string, field: Field | undefined): boolean {
  if (stripped(folded).some((form) => FIELD_HELP.test(form) || HELP[0]?.test(form) === true)) return true;
  if (OF_RULES.test(folded) || folded.length > LONGEST_WHY) return false;
  const names = field === undefined ? [] : [...fieldNames(field), ...everydayNames(field)];
  const named = names.some((name) => folded.includes(name)) || /^(?:这|此|该)/.test(folded);
  return named && isQuestion(folded) && WHY.test(folded);
}

/** 邮箱先不填, 附件回头再补: the field's own name is no word of an answer. */
export function withoutNames(folded: string, field: Field): string {
  return [...fieldNames(field), ...everydayNames(field)].reduce((left, name) => left.replace(name, ''), folded);
}
