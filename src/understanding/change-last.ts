/** Wishes to mend the question just before, with no field named and no new value: one goes back to it. Text must be folded. */
import { SIGH } from './sighs.ts';

const LEAD = `(?:(?:${SIGH}|麻烦|请|please|hmm|can i|could i|can we|let me|i want to|i'd like to|i need to|we need to|i'll)[\\s,，]*)*`;
const ONE = '(?:(?:前|上)(?:面)?(?:那|的)?[一1]?|(?:刚才|刚刚)(?:的)?那一?)(?:道题|个问题|题|问|项|步|条|栏|个)';
const CHANGE = '(?:(?:修改|改|重填|重写|重答|重来|调整|(?<=重新)[填写答])(?:改|一改|一下子?|下|一遍|一次)?)';
const WANT = '(?:我们?|咱们?|还?想|还?要|得|需要|再|重新|回去|倒回去|先|去)*';
const TAIL = '(?:吧|了|哈|呢|啊|行吗|可以吗|please|pls|again|thanks|[\\s,，。.!！?？])*$';

const LAST = [
  new RegExp(`^${LEAD}${WANT}(?:把)?${ONE}(?:的)?(?:答案|内容)?[,，\\s]*${WANT}${CHANGE}${TAIL}`),
  new RegExp(`^${LEAD}${WANT}${CHANGE}${ONE}(?:的)?(?:答案|内容)?${TAIL}`),
  new RegExp(`^${LEAD}(?:我)?(?:想|要|得)?(?:再|回去|倒回去)(?:去)?${CHANGE}(?:前面|上面)(?:的|那些?)?${TAIL}`),
  new RegExp(
    `^${LEAD}(?:re-?do|re-?write|re-?answer|re-?type|revise|change|edit|fix|correct|do over)(?: the| my)? (?:last|previous|prior|preceding)(?: one| question| answer| field| step| entry)?${TAIL}`,
  ),
];
const LONGEST = 60;

/** True for 上一栏再改一遍, “can I rewrite the previous answer”. */
export function changesLast(folded: string): boolean {
  return folded.length <= LONGEST && LAST.some((pattern) => pattern.test(folded));
}
