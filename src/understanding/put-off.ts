/** Leaving only the field in hand open, by its own name: 方案这栏末了再补. */
import type { Field } from '../programme/form.ts';
import { OWN_NAME, withOwnNames } from './own-names.ts';
import { coverTags, type Vocabulary, vocabulary } from './word-cover.ts';

type Tag = 'own' | 'later' | 'unknown' | 'omit';

/** Closed: a word of somebody leaving (明天, 下班) or of saving is none of these, so such a message is left to pausing. */
const PUTS_OFF: Vocabulary<Tag> = vocabulary<Tag>({
  own: `${OWN_NAME}|这个|这项|这题|这道题|这一题|这栏|这一栏|这块|这部分|这一部分|这段|这一项|该项|它|那个|this|this one|that one|this part|this bit|this field|this question|that|it`,
  later:
    '后面|后边|回头|以后|之后|稍后|随后|最后|末了|晚点|晚些|到时|到时候|再说|再看|等会|等会儿|待会|待会儿|一会儿|过会儿|缓缓|缓一缓|往后放|往后放放|往后挪|先放|先放放|先放一放|放放|放一放|放着|先放着|搁着|先搁着|放一边|搁一边|留到最后|晾着|后补|后填|later|later on|afterwards|at the end|for later|come back to|get back to',
  unknown:
    '没定|未定|待定|没定好|没定下来|定不下来|没想好|没确定|未确定|没算出来|没算好|没算完|算不出来|没数|没谱|没准|说不准|没出来|没下来|没拿到|没准备好|没整理好|没写好|没批下来|undecided|not decided|not fixed|not settled|not known|not ready|tbd|to be decided|not there yet',
  omit: 'leave|leave out|left out|omit|略去|不填|先不填|暂不填|先不写|空着|先空着',
  '': "先|再|还|都|也|就|的|了|吧|啊|呀|呢|哈|嘛|哦|那|来|会|要|得|一起|一块|一块儿|一并|统一|集中|我|我们|咱们|咱|暂时|暂|目前|现在|具体|补|补上|填|写|描述|算|定|给|做|弄|整|传|交|提供|填写|细说|细|数|数字|数目|金额|时间|日期|内容|资料|材料|信息|问题|文字|名字|i|i'll|we|we'll|i'd|we'd|will|would|rather|prefer|to|the|my|our|its|for|now|for now|just|please|in|out|yet|is|isn't|not|and|fill|fill in|do|write|add|give|provide|describe|answer|put|let|me|can|number|figure|number is|value|part",
});
/** Everyday nouns that point at the field in hand where no name does: 数没算完. */
const POINTS =
  /数|数字|数目|金额|时间|日期|内容|资料|材料|信息|问题|文字|名字|(?<![a-z])(?:number|figure|value)(?![a-z])/;
const LONGEST = { zh: 20, en: 44 };

/** True for a short message made of nothing but the field's names and words of putting off; that something is not known yet says so only where no free words are asked. */
export function putsOff(folded: string, field: Field): boolean {
  if (folded.length > (/[a-z]{3}/.test(folded) ? LONGEST.en : LONGEST.zh) || /[?？吗么]\s*$/.test(folded)) return false;
  const own = withOwnNames(folded, field);
  const tags = new Set(coverTags(own, PUTS_OFF) ?? []);
  if (!tags.has('own') && !POINTS.test(own)) return false;
  const words = field.kind === 'text' || field.kind === 'long-text' || field.kind === 'rows';
  return tags.has('later') || tags.has('omit') || (tags.has('unknown') && !words);
}
