/** Asking for the number, the address or the contact of somebody else: answered by the rules, never with it. */
import type { Command } from './command.ts';

/** The question such a wish is answered as. */
export const OTHERS: Command = { do: 'ask', question: '别人的联系方式能给我吗' };

const WHAT =
  '(?:电话|手机号?码?|座机|号码|邮箱|微信|联系方式|联系电话|住址|联系人|(?<![a-z])(?:phone|mobile|cell|e-?mail|wechat|contact)(?: (?:number|address|details|info|person))?)';
const WISH =
  '(?:是?(?:多少|几号|啥|什么|谁|哪位|哪个)|给(?:一下|个|下)?(?:我|一下|吧)?|告诉|发(?:给)?我|有没有|知道|能不能|可以吗|吗)';
const WHOSE =
  '(?:他们?|她们?|对方|别人|人家|那[个位家]|[这那]个?(?:企业|公司|单位|团队|老师|老板|负责人)|发榜(?:方|企业|单位)|揭榜(?:方|单位|团队)|其他(?:团队|单位|人)|[\\p{Script=Han}]{2,}(?:公司|集团|厂|大学|学院|研究院|研究所|医院|农业|科技|材料))';
const NAME = '[\\p{Script=Han}]{2,4}(?:老师|教授|经理|总|工|博士)?';
const PATTERNS = [
  new RegExp(`${WHOSE}.{0,10}的?${WHAT}.{0,4}${WISH}`, 'u'),
  new RegExp(`^(?:请问|麻烦|能|把|请)*(?:给我|告诉我|问下)?(${NAME})的${WHAT}.{0,4}${WISH}`, 'u'),
  new RegExp(`(?:给我|告诉我|发我|要|查(?:一下)?|找)(?:一下)?(?:${WHOSE})的?.{0,8}${WHAT}`, 'u'),
  /(?:give me|tell me|what(?:'s| is)|can i (?:have|get)|need|send me) (?!your|my|our|the (?:office|staff|hotline)|a |an )(?:the )?(?:(?:phone|mobile|contact|e-?mail|wechat)(?: number| address| details| info| person)? (?:of|for) (?!your|the (?:office|staff|department))[a-z]|(?:[a-z]+ ){0,2}[a-z]+(?:'s|s') (?:phone|mobile|contact|e-?mail|wechat)|[a-z]+ [a-z]+ (?:phone|mobile|e-?mail) (?:number|address))/,
];
/** One's own, the office's, and what a form asks for. */
const OWN =
  /我们?的?(?:电话|手机|邮箱|号码|联系)|你们|贵处|科技厅|工作人员|客服|人工|热线|咨询|转接|办公室|本单位|(?:填|写|留|改)(?:哪|谁|什么|错)|(?<![a-z])(?:my|our|your)(?![a-z])/;
const NO_NAME = /^(?:我们?|自己|单位|公司|企业|联系人?|负责人|项目|榜单|表格|这里|什么|哪里|请问)$/;
const LONGEST = 50;

/** True for such a wish. Text must be folded. */
export function asksForContactOfOthers(folded: string): boolean {
  if (folded.length > LONGEST || OWN.test(folded)) return false;
  return PATTERNS.some((pattern) => {
    const match = pattern.exec(folded);
    return match !== null && !NO_NAME.test(match[1] ?? '');
  });
}
