/** Whether a message says that there is nothing to put into the field in hand. Text must be folded. */
import type { Field } from '../programme/form.ts';
import { stripped } from './polite.ts';
import { isQuestion } from './question.ts';
import { fieldNames } from './rest.ts';

const NONE_ZH =
  /^(?:这个?|那个|这项|该项|这题|暂时?|目前|现在|还|我|我们|也|都)*(?:没(?:注册|办理?|申请|用|弄|搞)过?|没啥|没什么|没有|没|无|暂无|不涉及|不适用|没得|木有|冇|没啥|没什么|不(?:想|愿意?|方便|便|太想)(?:留|填|给|提供|说|写|公开|透露)|不用(?=这|那|$)|用不着)(?:这个|那个|这项|该项|相关的?|其他的?|任何)?(.{0,12}?)(?:可以?(?:提供|填|传|上传))?(?:要(?:传|上传|填|提供)的?)?$/;
const NONE_EN =
  /^(?:(?:i|we)(?: currently)? (?:don't|do not|dont) have (?:an?|any|one|it|that)?|(?:i|we) have no|(?:i|we) have none|have none|there(?:'s| is| are) (?:no|none)|(?:none|nothing|without|nil|n\/a|no)(?![a-z]))\s*(.{0,24}?)(?: (?:yet|available|to (?:add|attach|upload|give|share)|at the moment|so far|for now))*$/;
/** Kinds whose answer may itself say that there is nothing. */
const IN_WORDS: ReadonlySet<Field['kind']> = new Set(['text', 'long-text', 'yes-no']);

/** True for 没有附件, 暂无, 不方便留, n/a in a typed field; a free answer that must be given may say so itself. */
export function saysNothing(folded: string, field: Field): boolean {
  if (field.kind === 'yes-no') return false;
  if (IN_WORDS.has(field.kind) && (field.required || field.kind === 'long-text')) return false;
  return stripped(folded).some((form) => {
    const rest = (NONE_ZH.exec(form) ?? NONE_EN.exec(form))?.[1];
    // 不想公开 and a bare no choose where there is a choice.
    const chooses = field.kind === 'choice' && /^我?不|^no$/.test(form);
    // 没有代码还能报不 asks.
    const asks = rest !== '' && isQuestion(form);
    return rest !== undefined && !chooses && !asks && isOwn(rest, field);
  });
}

function isOwn(rest: string, field: Field): boolean {
  return (
    rest === '' ||
    fieldNames(field).some((name) => rest.includes(name) || name.includes(rest)) ||
    /^(?:附件|材料|文件|东西|内容|attachments?|files?|documents?|one|such .{1,20})$/.test(rest.trim())
  );
}
