/** 点错了，撤回: staff take back what they just did, while it is still on offer. Text must be folded. */
import { plainClauses } from './clause.ts';
import { whole } from './one-of.ts';
import { stripped } from './polite.ts';

const SLIP = whole(
  /(?:我|刚才?|刚刚)*(?:点|按|选|弄|搞|看|批|操作)错(?:了|人|一个|一条|按钮)*|手(?:滑|误|快|抖)|错了|搞错了?|误(?:操作|点|触)|(?:不(?:对|是)(?:这个|这条|这一?件)?)+|不是这[个条件](?:的)?|不该(?:点|按|批)(?:这个)?|等等|等一下|等下|慢着|糟了?|完了|哎呀/,
  /(?:sorry|oops|whoops|wait|no|hold on|my (?:bad|mistake)|(?:that was |i )?(?:a )?(?:misclick(?:ed)?|slip|mistake)|wrong (?:one|button|case)|(?:that|this) (?:was|is) (?:the )?wrong(?: one)?|not (?:that|this) one)/,
);
const BACK = whole(
  /(?:把|我|先|快|赶紧|要|想)*(?:刚才|刚刚|上一个|这个?|那个?|它)*的?(?:那|这)?(?:个|一步|一条|操作|决定)?(?:给)?(?:撤回|撤销|撤|收回|退回去|取消|还原|恢复)(?:刚才|刚刚|上|掉|来|回来|一下)*的?(?:那|这)?(?:个|一?步|一?条|操作|决定|通过|退回|驳回|推荐|受理)?/,
  /(?:undo|revert|take (?:it|that|this) back|take back|cancel|reverse)(?: (?:it|that|this|the last (?:one|step)|my last (?:step|decision)))?/,
);

/** True where the whole message takes the last step back, or says that it was a slip. */
export function takesBack(folded: string): boolean {
  const is = (pattern: RegExp, clause: string): boolean => stripped(clause).some((form) => pattern.test(form));
  const plain = plainClauses(folded);
  return (
    plain.length > 0 &&
    plain.length < 5 &&
    (is(BACK, folded) || plain.every((clause) => is(BACK, clause) || is(SLIP, clause))) &&
    (is(BACK, folded) || plain.some((clause) => is(BACK, clause) || SURE_SLIP.test(clause)))
  );
}

/** 等等 alone takes nothing back. */
const SURE_SLIP = /错|手(?:滑|误|快|抖)|误|不该|不是这|wrong|mis|slip|oops|not (?:that|this)/;
