/** What is a yes to "delete your data?", and nothing else. */

const YES =
  '(?:好的?|行|对|是的?|嗯+|可以|确认|确定|没错|就|那就?|请|帮我|都?想好了|yes|yep|yeah|ok(?:ay)?|sure|please|go ahead(?: and)?)';
const ALL = '(?:全部?|全都|都|所有的?|通通|统统|一起|彻底)';
const DO = '(?:删除?|清空|清除|注销)(?:掉|了|光|干净)?';
const END = '(?:吧|了|呀|啊|谢谢)*[\\s,，。.!！]*$';
const LEAD = `^(?:${YES}[\\s,，。!！]*)`;
const DELETE = new RegExp(
  `${LEAD}*(?:把?(?:它们?|这些)|(?:把)?${ALL})*${DO}${END}|${LEAD}+(?:把)?(?:我的)?(?:${ALL})?(?:数据|资料|信息|账号)?(?:${ALL})*${DO}${END}`,
);
const DELETE_EN =
  /^(?:(?:yes|yep|yeah|ok|okay|sure|please|go ahead(?: and)?|confirm(?:ed)?)[\s,.!]*)*(?:delete|erase|remove|wipe)(?: (?:everything|it(?: all)?|all(?: of it)?|them(?: all)?))?(?: please| now)?[\s.!]*$/;
const WITHDRAW =
  /^(?:好的?|行|嗯+|那就?|先|请|都|全部|把|材料|它们?|[\s,，])*撤回(?:来|了|掉)?[\s,，]*(?:并|再|然后|后|以后|,|，|和)*(?:一起|都|全部)?删除?(?:掉|了)?(?:吧|了)?[\s。.!！]*$|^(?:yes[\s,]*)?withdraw(?: (?:it|them|all|everything))?(?: and|, then| then) delete(?: (?:everything|it|all|my data))?[\s.!]*$/;

/** Folded words after the question: a plain yes to deleting, one that takes back first what still can be, or neither. */
export function saysDelete(folded: string): 'delete' | 'withdraw' | null {
  const text = folded.trim();
  if (WITHDRAW.test(text)) return 'withdraw';
  return DELETE.test(text) || DELETE_EN.test(text) ? 'delete' : null;
}
