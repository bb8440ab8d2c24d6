/** What is said at a question of the need clinic that is no answer to it. */
import { type Steering, steering } from './steering.ts';

/** These name the whole thing in hand: what is wished for is more than leaving the clinic. */
const WHOLE_THING = /草稿|需求|申报|申请|榜单|账号|(?<![a-z])(?:draft|form|need|application|account)(?![a-z])/;
const LEAVING =
  /(?:不|别|懒得)(?:想|要|打算|愿意|用)?再?(?:弄|搞|补|填|写|改|管)(?:了|这|它|$)|不用了|不必了|直接(?:提交|交|送|发)(?:了|吧|就|好|行|可以|$|[\s,，。.!！])|(?:回|返回|去|到)+(?:核对|检查)|跳过(?:这些|所有|全部|剩下)|^(?:就)?(?:够了|先这样|就这样|到这里|到此为止)|(?<![a-z])(?:enough|that'?s it|stop here|back to (?:the )?review|(?:just|straight) submit|submit (?:now|directly|as it is))(?![a-z])/;
const OPEN =
  /^(?:这个|这项)?(?:我们?)?(?:都?还|暂时|暂|目前|现在|也)*(?:没有?定|未定|待定|没想好|不知道|不清楚|不确定|不好说|说不好|说不准|不晓得|(?:以后|后面|回头)?再(?:说|定|看|议))|^(?:not (?:settled|decided|sure)|undecided|tbd|don'?t know|no idea|later)/;
const LONGEST_OPEN = 24;
const WHOLE: readonly (Steering | null)[] = ['cancel', 'submit', 'skip', 'review'];
const IN_PART: readonly (Steering | null)[] = ['cancel', 'submit', 'skip'];

/** True for words that leave the clinic and want nothing else: 不弄了, 直接提交, 跳过, enough. Text must be folded. */
export function leavesClinic(folded: string): boolean {
  if (WHOLE_THING.test(folded) || folded.length > 60) return false;
  if (LEAVING.test(folded) || WHOLE.includes(steering(folded))) return true;
  const clauses = folded.split(/[,，。.;；!！\n]+/).filter((each) => each.trim() !== '');
  return clauses.length > 1 && clauses.some((each) => IN_PART.includes(steering(each.trim())));
}

/** True for words that leave this one point open: 还没定, not sure. Text must be folded. */
export function leavesOpen(folded: string): boolean {
  return folded.length <= LONGEST_OPEN && OPEN.test(folded);
}
