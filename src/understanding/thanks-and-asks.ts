/** 谢谢，那什么时候有人来: who thanks and asks in one breath talks to the service and answers no question about a name. */
import { isQuestion } from './question.ts';
import { isProgrammeTopic } from './topics.ts';

const THANKING =
  /^(?:好的?|嗯+|行|哦|收到|明白了?|知道了|ok|okay|great|well|[\s,，.。!！~])*(?:非常|太|多|十分)?(?:谢谢|感谢|多谢|谢了|辛苦了?|thanks|thank you|thx)(?:你们?|您们?|了|啦|啊|哈|so much|very much|a lot|[\s,，.。!！~])*(?=.)/;
/** What is asked of the people behind the service. */
const OF_SERVICE =
  /(?:专家|工作人员|老师|你们?|您|人)[^,，。]{0,8}(?:什么时候|何时|几时|多久|来|联系|回复|答复)|(?:什么时候|何时|几时|多久)[^,，。]{0,8}(?:来|联系|回复|答复|结果|消息|知道)|电话|(?<![a-z])(?:when|how (?:long|soon)|who) (?:will|would|can|do|does|should) (?:the|an?|you|your|i|we|it|they|somebody|someone)(?![a-z])/;

/** True for thanks together with a question; in a free text only where it is asked of the service, since a problem may be told as a question. Text must be folded. */
export function thanksAndAsks(folded: string, freeText: boolean): boolean {
  const thanks = THANKING.exec(folded)?.[0];
  if (thanks === undefined) return false;
  const rest = folded.slice(thanks.length);
  return isQuestion(rest) && (!freeText || OF_SERVICE.test(rest) || isProgrammeTopic(rest));
}
