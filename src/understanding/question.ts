/** Tells questions from statements. Text must be folded. */

const MARK = /[?？]\s*$/;
const ZH =
  /(吗|么|呢)[。!.]?$|什么|啥|么[子事]|怎么|怎样|咋|如何|为何|干嘛|多少|多久|多长|(?<![来列荐挑])几[个家天年月号步条项](?!之?[后内前里]|就|都|才|以|下来|也)|哪[个些里儿家种]?|是不是|是否|能不能|可不可以|可否|能否|要不要|有没有|会不会|行不行|需不需要|算不算|该不该|几时|何时|谁|(\p{Script=Han})[不没]\2|(?<=\p{Script=Han}{2})(?<![要是可还也都就我们])[不没][?？。]?$|\p{Script=Han}{1,6}还是\p{Script=Han}{1,6}$/u;
const EN =
  /^(?:(?:so|and|but|ok|okay|well|hi|hello|please|sorry|um)[, ]+)*(?:how|what|whats|what's|why|when|where|which|who|whose|is|are|do|does|did|can|could|may|should|must|will|would|am|has|have)\b/;

/** True when the message asks something: a question mark, a question word, or English question order. */
export function isQuestion(folded: string): boolean {
  return MARK.test(folded) || ZH.test(folded) || EN.test(folded.trim());
}
