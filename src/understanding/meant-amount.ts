/** Which sum or length of time in a story is the one meant: 搞了两年 is past, 放6个月就结块 is the trouble, 一年半之内搞定 is the term. */

const CLAUSE = /(?:[^,，。.;；!！?？\n]|\.(?=\d))+/g;

const OVER =
  /[了过][^,，]{0,2}$|(?:过去|近|前|最近|已经?|每|隔|放|存放?|保存|储存|用|使用|寿命|质保|保修|past|last(?:s|ed)?|after|spent|took|every|each|for the|only|ago)[^,，\d]{0,3}$/;
const OVER_AFTER =
  /^(?:\s*(?:多|左右))?\s*(?:了|前|来(?!年)|没|不|还|都|才|一次|以上|ago|old|now)|^(?:之内|以内|内)?\s*(?:不|没|都|就(?!要|能|得|可以|行|好))/;
const TERM =
  /内|完成|做完|搞定|搞完|干完|弄完|解决|攻[下克]|结束|交[付货]|期限|工期|周期|时限|为期|执行期|期|时间|验收|出成果|达标|落地|量产|搞出来|做出来|(?<![a-z])(?:within|in|over|duration|term|timeline|period|finish(?:ed)?|complet(?:e|ed|ion)|done|deliver(?:ed)?|solved?|project|to do it)(?![a-z])/;
/** What may stand beside a length of time that is a clause of its own. */
const BESIDE =
  /^(?:(?:希望|做|干|需要?|大概|大约|约|差不多|左右|计划|打算|预计|给|就|吧|的话|要|想|一共|总共|最多|最长|至多|不超过|and|about|around|for|it|takes?|should|will|up|to|maximum|max|of|a|the|please)|[\s\p{P}\p{S}])*$/u;

const SPENT =
  /(?:花|投入?|砸|赔|亏|损失|浪费|搭)(?:掉|进去|进)?[了过][^,，]{0,4}$|(?:损失|亏损|产值|营收|销售额|年收入|收入|成本|售价|单价|值|卖|罚)[^,，\d]{0,6}$|(?<![a-z])(?:spent|lost|losing|loses|costs?(?: us)?|revenue(?: of)?|worth|sales(?: of)?|turnover(?: of)?)\s+(?:[a-z]+\s+){0,2}$/;
const SPENT_AFTER =
  /^\s*(?:[元块]?(?:一[吨台套公平]|[/每])|元?的?(?:损失|产值|订单|设备|亏损|罚款|营收)|(?:元|块)?(?:了|都)?(?:打了?水漂|没了|白花)|(?:a|per) (?:ton|year|piece|month)|in (?:losses|sales|revenue))/;

/** So many characters beside a length of time may say what it is. */
const NEAR = 14;

interface Found {
  readonly text: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
}

function found(folded: string, pattern: RegExp): readonly Found[] {
  const each = new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`);
  return [...folded.matchAll(CLAUSE)].flatMap(([clause]) =>
    [...clause.matchAll(each)].map((match) => ({
      text: match[0],
      clause,
      before: clause.slice(0, match.index),
      after: clause.slice(match.index + match[0].length),
    })),
  );
}

/** The length of time in which the work is to be done; undefined when the text has none for certain. */
export function meantTerm(folded: string, pattern: RegExp): string | undefined {
  const open = found(folded, pattern).filter(({ before, after }) => !OVER.test(before) && !OVER_AFTER.test(after));
  const named = open.filter(({ before, after }) => TERM.test(before.slice(-NEAR)) || TERM.test(after.slice(0, NEAR)));
  const alone = open.filter(({ before, after }) => BESIDE.test(before) && BESIDE.test(after));
  return (named[0] ?? alone[0])?.text;
}

/** The sum offered for the work, not one spent, lost or earned. */
export function meantSum(folded: string, pattern: RegExp): string | undefined {
  return found(folded, pattern).find(({ before, after }) => !SPENT.test(before) && !SPENT_AFTER.test(after))?.text;
}

/** True for a clause that only says how long the work may take: 三年内完成, “done within 18 months”. */
export function isTermClause(folded: string, pattern: RegExp): boolean {
  const [only, more] = found(folded, pattern);
  if (only === undefined || more !== undefined || only.clause !== folded) return false;
  const rest = [only.before, only.after].map((part) => part.replaceAll(new RegExp(TERM.source, 'g'), ' '));
  return (TERM.test(only.before) || TERM.test(only.after)) && rest.every((part) => BESIDE.test(part));
}
