/** Coming back to a form whose question is still open. */
import { whole } from './one-of.ts';

const GO_ON = whole(
  /(?:我们?)?(?:又)?(?:继续|接着)(?:来|填|填写|填表|弄|写|答|做|办|申报|揭榜|上次的?|之前的?|刚才的?)*(?:吧)?|(?:我)?(?:又)?回来(?:了|啦)|我又来了/,
  /(?:let's )?(?:resume|continue|carry on|go on|keep going)|i'?m back(?: again)?|where (?:was i|were we)/,
);

/** Whether the whole message only says that the person goes on: no answer to any question. Text must be folded. */
export function goesOn(folded: string): boolean {
  return GO_ON.test(folded);
}
