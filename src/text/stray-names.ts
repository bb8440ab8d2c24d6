/** Names and identifiers a machine made up: reference numbers, grant numbers, DOIs, people and units nobody told it of. */
import { fold } from './fold.ts';

/** Letters and digits in one piece, with the signs identifiers have: L-2021-07, 10.1234/abc.5, 51975123, U21A2044. */
const PIECE = /[a-z0-9](?:[a-z0-9]|[-_./:](?=[a-z0-9]))*/gu;
const PERSON_BY_TITLE =
  /([\p{Script=Han}]{2,3})(?=教授|副教授|研究员|院士|博士|老师|先生|女士|工程师|总工|主任|团队|课题组)/gu;
const PERSON_BY_DEED =
  /(?:与|和|跟|由|请|联系|师从)([\p{Script=Han}]{2,3})(?=合作|联合|牵头|领衔|负责|主持|带领|对接|共同)/gu;
const UNIT = /[\p{Script=Han}]{2}(?:大学|学院|研究院|研究所|实验室|公司|集团|医院|科学院|基金)/gu;
/** 您的团队, 贵公司, 相关企业: nobody in particular. */
const ANYBODY =
  /您|你|贵|该|此|本|我|他|她|各|某|这|那|哪|一家|一个|相关|有关|双方|对方|企业|科研|研究|研发|技术|科技|专业|高校|发榜|揭榜|课题|项目|同一|多家|多个|任何|其他|作为|可以|适合|需要|方向|领域|股份|有限|核心|重点|大型|不同|所在|工作/u;
const SURNAME =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧诸葛上官司马]/u;
/** Two capitalised words in a row are a name wherever they stand. */
const LATIN_NAME = /\b[A-Z][a-z]+(?:[- ][A-Z][a-z]+)+/gu;

/** What in a text names somebody or something that stands in none of the facts; empty when there is nothing. */
export function strayNames(text: string, facts: readonly string[]): readonly string[] {
  const given = fold(facts.join(' | '));
  const pieces = new Set(given.match(PIECE) ?? []);
  const said = fold(text);
  const codes = (said.match(PIECE) ?? []).filter((each) => isCode(each) && !pieces.has(each));
  const people = [...said.matchAll(PERSON_BY_TITLE), ...said.matchAll(PERSON_BY_DEED)]
    .map((match) => match[1] ?? '')
    .filter((name) => nameIn(name) && !ANYBODY.test(name));
  const units = (said.match(UNIT) ?? []).filter((each) => !ANYBODY.test(each.slice(0, 2)));
  const latin = (text.match(LATIN_NAME) ?? []).map(fold);
  return [...codes, ...[...people, ...units, ...latin].filter((each) => !given.includes(each))];
}

/** An identifier has a digit; a lone figure of up to three digits may count something. */
function isCode(piece: string): boolean {
  return /\d/u.test(piece) && piece.length >= 4;
}

/** 找王建国教授 holds a name though it does not begin with one. */
function nameIn(text: string): boolean {
  return [...text].some((_, at) => text.length - at >= 2 && SURNAME.test(text.slice(at)));
}
