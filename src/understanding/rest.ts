/** Judges what is left of an answer beside the value that was found in it. */

import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';
import { isQuestion } from './question.ts';

/** `clear`: nothing of weight; `talk`: other words; `negated`: a not; `question`: the person asks. */
export type Rest = 'clear' | 'talk' | 'negated' | 'question';

/** Words that say nothing about a value. Longer ones first. */
const FILLER_ZH =
  /(?:的话|我们(?:单位|公司|项目|团队|课题组|这边|这里)?|我(?:的|这边)?|咱们?|本(?:单位|项目|公司)|项目|团队|单位|公司|总(?:预算|投入|额|共|计|的)?|一共|合计|共计?|预算|经费|费用|投入|金额|资金|报价|价格|需要|计划|打算|预计|希望|准备|就按|按照?|填|写|设|定|给|出|拿|投|申报|申请|用|大写|小写|答案|答|是的?|为|就|在|到|于|要|的|了|吧|啊|呀|呢|哦|喔|哈|嘛|嗯|好的?|行|谢谢|多谢|感谢|麻烦|辛苦|请|您|你|这个?|那个?|个|号码|电话|手机号?码?|联系(?:方式|电话)?|(?<!不)可以|(?<!不)能够?|找到|查到|看到|问到|钱|邮箱|地址|邮件|编号|代码|信用|统一|社会|时间|日期|截止|期限|完成|结束|左右|之?前|以内|内)/g;
const FILLER_EN =
  /\b(?:we|our|ours|us|i|i'm|my|me|it|it's|its|is|are|was|be|the|a|an|in|of|to|for|on|at|by|with|this|that|would|will|should|like|about|please|pls|plz|thanks|thank|you|ok|okay|yes|yeah|well|hi|sure|total|budget|cost|price|amount|sum|phone|number|mobile|tel|cell|email|e-mail|mail|address|id|code|answer|value|let's|say|plan|project|team|need|needs|deadline|date|due|until|till|before|put|enter)\b/g;
const PUNCTUATION = /(?:[\s\p{P}\p{S}]|\p{Emoji_Presentation}|\uFE0F|\u200D)+/gu;
const NEGATED = /[不没無无别非未]|\bnot?\b|n't\b|\bnever\b|\bneither\b/;

/** Names of the field as they may stand before its value, folded, longest first. */
export function fieldNames(field: Field): readonly string[] {
  return [field.label.zh, field.label.en, ...(field.aliases ?? []), field.id.replace(/[_-]/g, ' ')]
    .map(fold)
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
}

/** Judges folded text from which the value has been cut out. */
export function judgeRest(rest: string, field?: Field): Rest {
  let left = rest;
  for (const name of field === undefined ? [] : fieldNames(field)) left = left.replaceAll(name, ' ');
  left = left.replace(FILLER_ZH, ' ').replace(FILLER_EN, ' ').replace(PUNCTUATION, ' ').trim();
  if (left === '' && !isQuestion(rest)) return 'clear';
  if (isQuestion(rest)) return 'question';
  return NEGATED.test(rest) ? 'negated' : 'talk';
}
