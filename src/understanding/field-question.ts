/** Questions about the field in hand against questions about the programme. Text must be folded. */
import type { Field } from '../programme/form.ts';
import { OWN_NAME, withOwnNames } from './own-names.ts';

/** What a word means here, what belongs in, where the bound is. */
const MEANS =
  /含不含|包不包[括含]?|算不算|(?:包括|包含|含|算上|算进).{0,8}(?:吗|么|不|没)[啊呀呢]?$|(?:包括|包含)(?:哪|什么|啥)|(?:是|说的?|要)?指(?:的是?)?.{1,10}还是|指(?:的是?)?(?:什么|啥|哪)|[几多少](?:个|家|人|项|条|年|字)?(?:才?算|封顶|是上限|为限)|(?:算|是)(?:上限|下限|封顶)|(?:什么|啥|哪些)内容|(?:都)?(?:写|包括|承诺)(?:了)?(?:些)?(?:什么|啥)|是.{1,8}还是.{1,8}(?:啊|呀|呢)?[?？]?$/;
const MEANS_EN =
  /(?<![a-z])(?:does|do|should|would) (?:it|this|that|the .{2,24}) (?:include|cover|count|mean)(?![a-z])|(?<![a-z])(?:is|are) .{2,30} (?:included|counted)(?![a-z])|what (?:counts|is meant|falls)(?![a-z])|with or without|(?:before|after|including|excluding) tax|(?<![a-z])(?:means?|meant?) .{2,24} or /;
/** It begins with what is asked: nothing but the open question can be meant. */
const BEGINS =
  /^(?:那|请问|问下|问一下|所以)?[,，\s]*(?:是指|指的是|含不含|包不包|算不算|[几多少]+(?:个|家|人|项|条)?(?:算|封顶)|do you mean|what counts|with or without)/;
const POINTS = /这个?|此项|该项|这里|这儿|here|(?<![a-z])(?:this|it)(?![a-z])/;
/** What follows from an answer, and who may take part: the programme's rules know. */
const CONSEQUENCE =
  /怎么办|咋办|影响|后果|会不会|会怎样|有没有关系|资格|教授|职称|学历|年龄|外省|看[得能]?[见到]|能看|保密|泄露|what happens|what if|affect|eligib|allowed|who (?:can|will|sees)/;
const LACKS =
  /^(?:那|要是|如果|万一)?(?:还)?(?:没有?|未|缺)(?!写|填|看懂|明白|懂|听懂|例).{1,14}(?:怎么办|咋办|(?:会|有)?(?:什么)?影响|(?:还|就)?(?:能|可以).{0,6}(?:吗|么|不|没))|影响.{0,8}(?:吗|么|不|没|嘛)[啊呀呢?？]*$|(?<![a-z])(?:what (?:happens )?if|does (?:it|that|this) (?:affect|matter))(?![a-z])/;
/** What is to be filled in, and how much of it: 是写二级学院吗, 要用公章吗, 写多细. */
const FILLS =
  /^(?:那|请问)?(?:是|要|得|需要|一定(?:要|得)?|必须|非得|只能)?(?:写|填|用|留)(?!完|好|过|了|英文|中文).{1,14}(?:吗|么|还是.{1,8})[啊呀呢?？]*$|(?:要|得|该)?(?:写|填)?(?:到|得)?(?:多细|多详细|什么程度|多少(?:个)?字)(?:合适|才行|够)?[啊呀呢?？]*$/;
const LONGEST = 40;
const LONGEST_EN = 80;

function tooLong(folded: string): boolean {
  return folded.length > (/[a-z]{3}/.test(folded) ? LONGEST_EN : LONGEST);
}

/** True for a question what the field's words mean or what counts: 这笔钱含不含税, 人数算不算学生. */
export function asksAboutField(folded: string, field: Field | undefined): boolean {
  if (field === undefined || tooLong(folded) || CONSEQUENCE.test(folded)) return false;
  if (FILLS.test(folded)) return true;
  if (!MEANS.test(folded) && !MEANS_EN.test(folded)) return false;
  return BEGINS.test(folded) || POINTS.test(folded) || withOwnNames(folded, field).includes(OWN_NAME);
}

/** True for a question what follows where something is lacking: 没有座机影响联系不. */
export function asksWhatFollows(folded: string): boolean {
  return !tooLong(folded) && LACKS.test(folded);
}
