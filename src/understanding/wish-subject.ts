/** What somebody wants to hear of, said in one sentence with the wish: 有钙钛矿的新榜就告诉我. */
import { searchWords } from './search-words.ts';

const LEAD =
  /^(?:以后|今后|将来|往后|如果|要是|一旦|只要|等|再|请|麻烦|帮我|[\s,，])*(?:有了?|出现?了?|发布了?|上了?|来了?)\s*(?:新的|新出的|最新的|合适的|匹配的|新(?=榜))?/;
const TAIL =
  /(?:的?时候?|的话|了)?[\s,，]*(?:就|请|再|麻烦|记得|一定|也|都|可以|能|要|及时|马上|第一时间)*(?:告诉|告知|通知|提醒|推送?给?|发给|叫|喊|知会)(?:给)?我(?:一声|一下)?[了吧啊哦呀。.!！\s]*$/;
const ENGLISH =
  /^(?:please )?(?:tell|notify|alert|let) me(?: know)? (?:when|if|once|whenever) (?:there (?:is|are)|there's|you (?:have|get|see))?\s*(?:an?|any|some)?\s*(?:new )?(.{3,40}?) (?:lists?|calls?|challenges?|topics?|projects?)(?: .{1,20})?$/;
/** 锂电方面一有新榜就提醒我: the subject stands first. */
const SUBJECT_FIRST =
  /^(?:以后|今后|将来|往后|如果|要是|一旦|只要|等|请|麻烦|帮我|[\s,，])*(.{2,20}?)(?:方面|领域|方向|这块|这方面|类|行业)?的?(?:一|要是|如果|再|只要)?(?:有|出|上|来|发布)了?(?:什么|合适的?)?(?:新的?|最新的?)(?:榜单?|项目|课题|东西|动静|消息)?(?:了|出来)?$/;
const ENGLISH_ABOUT =
  /^(?:please |hey |hi )?(?:ping|tell|notify|alert|let|message|email|text|inform|remind) me(?: know)? (?:when|if|once|whenever|as soon as|about) (?:there(?:'s| is| are) )?(?:an?|any|some)?\s*(?:new |fresh )?(?:lists?|calls?|challenges?|topics?|projects?|something|anything|stuff|ones?)(?: new)? (?:on|about|in|for|around|related to) (.{3,40}?)(?: (?:opens?(?: up)?|comes? (?:out|up|in)|appears?|shows? up|pops? up|starts?|is (?:published|posted|out|open|announced)|are (?:published|posted|out|open)))?[.!\s]*$/;
const OF_LISTS = /榜|项目|课题|选题|题目|新的|合适的|方面|相关|方向/;
/** What people hear of anyway, or what is no field of work. */
const NO_SUBJECT =
  /结果|消息|进展|进度|回复|答复|批复|通过|审|问题|变化|情况|需要|截止|人|谁|我|事|^(?:新|新的|合适|匹配|这类|这样|类似|对口|个|什么)$|^(?:suitable|fitting|matching|good|relevant|new)$/;

/** The subject of such a sentence in folded words; null for any other sentence, and where nothing is named. */
export function wishSubject(folded: string): string | null {
  const english = (ENGLISH_ABOUT.exec(folded) ?? ENGLISH.exec(folded))?.[1];
  if (english !== undefined) return named(english);
  const lead = LEAD.exec(folded)?.[0];
  const tail = TAIL.exec(folded);
  if (tail === null || !OF_LISTS.test(folded)) return null;
  if (lead === undefined) {
    const subject = SUBJECT_FIRST.exec(folded.slice(0, tail.index))?.[1];
    return subject === undefined ? null : named(subject);
  }
  return named(folded.slice(lead.length, tail.index).replace(/(?:的)?新的?(?:榜单?|项目|课题)?$/, ''));
}

function named(text: string): string | null {
  const words = searchWords(text);
  return words.length < 2 || NO_SUBJECT.test(words) ? null : words;
}
