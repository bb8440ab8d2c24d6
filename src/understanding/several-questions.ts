/** Several questions in one message: 补助多少？另外推荐几家？ Each is answered. */
import { fold } from '../text/fold.ts';
import { isQuestion } from './question.ts';

const BETWEEN =
  /[?？。；;!！\n]+|[\s,，]*(?:另外|还有|顺便(?:问(?:一?下)?)?|再问(?:一?下|一个)?|以及)[\s,，]*|[,，]+\s*(?:and|also|plus)\s+|\s+and (?=(?:how|what|when|who|why|where|do|does|is|are|can|could|will|must)(?![a-z]))|[,，]+\s*|(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/iu;
/** The fewest letters of a question that stands for itself, and the most questions that are answered at once. */
const SHORTEST = 4;
const MOST = 3;

/** The questions of a message in their own spelling, when it is nothing but two or three of them; else none. */
export function severalQuestions(text: string): readonly string[] {
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const asked = parts.filter((part) => part.length >= SHORTEST && asks(text, part));
  return asked.length >= 2 && asked.length <= MOST ? asked : [];
}

/** The mark was taken off with the cut: 推荐几家 and 给不给 ask without one, a part right before a mark does as well. */
function asks(text: string, part: string): boolean {
  const after = text.slice(text.indexOf(part) + part.length).trimStart();
  return /^[?？]/.test(after) || isQuestion(fold(part));
}
