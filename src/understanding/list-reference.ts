/** Which list a message speaks of: 第二个, #2, 这个榜, a reference number, or words of its title. */
import { oneOf } from './one-of.ts';
import { findOrdinal, pick } from './ordinal.ts';

/** What references are resolved against. */
export interface Lists {
  /** Ids of the lists last shown, in order. */
  readonly shown: readonly string[];
  /** The list last spoken of. */
  readonly about: string | null;
  readonly named: (words: string) => readonly { readonly id: string; readonly title: string }[];
}

/** A reference found. `ids` is empty where the words point to no list we know; several where they fit several. */
export interface ListReference {
  readonly how: 'ordinal' | 'this' | 'words';
  readonly ids: readonly string[];
  readonly words: string;
  /** A reference number of no list we know. */
  readonly unknown?: true;
}

const REFERENCE = /(?<![a-z0-9])[a-z]{1,6}(?:-[a-z0-9]+){1,3}(?![a-z0-9])/;
/** How our own lists are numbered: nothing else is shaped so. */
const LIST_NUMBER = /^l-[a-z0-9]{4,6}-[a-z0-9]{4,6}$/;
const THIS = oneOf(
  /(?:这|那|该|此|本)(?:一)?(?:个|项|条|份)?(?:榜单?|项目|课题|选题|题目|需求)|^(?:这|那)(?:个|项|条)|(?:这|那)(?:个|项)$/,
  /就(?:是)?(?:这|它|那)(?:个|项)?|(?:接|揭|报|申请|申报|看|参加|投)(?:这|那)(?:个|项)|它|这个帅/,
  /(?<![a-z])(?:this|that)(?! (?:programme|program|scheme|system|thing|service|year|week|month|time|morning|evening|field|area|region|province|bot|platform))(?: (?:one|list|project|challenge|topic|call))?(?![a-z])/,
  /(?<![a-z])(?:it(?! (?:cost|take|work|matter|mean|need|require|possible|ok|true))|the above|the same one)(?![a-z])/,
);
/** Everything that is not a subject, in both languages; what stays are candidates for words of a title. */
const STOP_ZH =
  /(?:我们?(?:单位|公司|课题组|团队|学校)?|咱们?|你们?(?:那|这)?(?:里|儿|边)?|您|老师|想要?|打算|准备|希望|要(?!求)|能不能|可不可以|可以|请问|请|麻烦|帮我?|给我|给|让我|看看|看一下|看下|看|了解一?下?|介绍一?下?|详细(?:说说|介绍|信息|情况)?|详情|具体(?:说说|要求|情况)?|到底|究竟|确切|说说|说一下|讲讲|讲一下|展开|打开|点开|查看|查询|搜索|搜一下|列一?下|列出|推荐|一下|那边|这边|那里|这里|那个|这个|那项|这项|哪些|哪个|有没有|有|没有|是不是|是|什么时候|什么|怎么样|怎么|如何|多少(?:钱)?|几家|几个|吗|呢|吧|啊|呀|了|的|榜单?|项目|课题|选题|题目|难题|需求|揭榜挂帅|揭|挂帅|报名|申报书|申报|申请书|申请|参加|参与|弄个|投标|竞标|要求|资金|经费|预算|额度|金额|截止(?:到|时间|日期)?|期限|情况|内容|指标|条件|背景|进度|现在|目前|相关|方面|方向|领域|关于|类似|适合|对口|一个|这|那|哪|啥|开始|马上|全部|所有|跟|大概|左右)/g;
const STOP_EN =
  /(?<![a-z])(?:i|we|me|us|my|our|you|your|they|it|its|is|are|was|be|been|do|does|did|have|has|had|can|could|would|will|shall|may|want|wants|wanna|need|like|love|please|pls|exactly|precisely|specifically|actually|really|just|show|tell|give|get|see|view|open|look|looking|find|search|list|lists|listing|listings|more|about|of|on|for|to|in|at|with|from|by|the|a|an|and|or|any|some|all|this|that|these|those|there|here|one|ones|detail|details|info|information|describe|explain|apply|aply|application|bid|bidding|enter|join|take|up|sign|submit|start|let's|lets|let|now|what|which|when|where|how|much|many|who|hi|hello|hey|project|projects|call|calls|challenge|challenges|topic|topics|problem|deadline|budget|requirement|requirements|money|funding|amount|anything|something|related|regarding|concerning|new|latest|current|currently|available|published|close|closing|work|working|am|are)(?:['’](?:s|d|ll|re|ve|m))?(?![a-z])/g;

/** Chunks of the text that may be words of a title, longest first. */
export function subjectChunks(folded: string): readonly string[] {
  const left = folded
    .replace(STOP_ZH, ' ')
    .replace(STOP_EN, ' ')
    .replace(/[^\p{L}\p{N}.+#-]+/gu, ' ');
  const chunks: string[] = [];
  for (const piece of left.split(/\s{2,}|(?<=\p{Script=Han}) | (?=\p{Script=Han})/u)) {
    const chunk = piece.trim().replace(/^[.#+-]+|[.#+-]+$/g, '');
    if (chunk.length < 2 || /^\d+$/.test(chunk)) continue;
    chunks.push(chunk);
    const trimmed = chunk.replace(/^[接挂报做搞投找查搜写填就来去在对把将]|[在到还]$/g, '');
    if (trimmed.length > 1) chunks.push(trimmed);
  }
  return [...new Set(chunks)].sort((a, b) => b.length - a.length);
}

/** The list named by an ordinal, when lists are on screen or the message is about a list. */
function byOrdinal(folded: string, lists: Lists): ListReference | null {
  const ordinal = findOrdinal(folded);
  if (ordinal === null) return null;
  const id = pick(lists.shown, ordinal.n);
  return { how: 'ordinal', ids: id === undefined ? [] : [id], words: folded.slice(ordinal.start, ordinal.end).trim() };
}

function byReference(folded: string, lists: Lists): ListReference | null {
  const reference = REFERENCE.exec(folded)?.[0];
  if (reference === undefined || !(/\d/.test(reference) || LIST_NUMBER.test(reference))) return null;
  const found = lists.named(reference);
  if (found.length > 0) return { how: 'words', ids: found.map((one) => one.id), words: reference };
  return LIST_NUMBER.test(reference) ? { how: 'words', ids: [], words: reference, unknown: true } : null;
}

function byWords(folded: string, lists: Lists): ListReference | null {
  const chunks = subjectChunks(folded).slice(0, 10);
  for (const chunk of chunks) {
    const found = lists.named(chunk);
    if (found.length > 0) return { how: 'words', ids: found.map((one) => one.id), words: chunk };
  }
  for (const chunk of chunks.filter((one) => /^\p{Script=Han}{3,5}$/u.test(one))) {
    const found = lists.named(chunk.slice(0, 2));
    if (found.length === 1) return { how: 'words', ids: found.map((one) => one.id), words: chunk };
  }
  const [longest] = chunks;
  return longest === undefined ? null : { how: 'words', ids: [], words: chunks.join(' ') };
}

/** The list a message speaks of; null when it names none. Text must be folded. */
export function readListReference(folded: string, lists: Lists): ListReference | null {
  const direct = byReference(folded, lists) ?? byOrdinal(folded, lists);
  if (direct !== null) return direct;
  const words = byWords(folded, lists);
  if (words !== null && words.ids.length > 0) return words;
  if (THIS.test(folded)) {
    const only = lists.shown.length === 1 ? lists.shown[0] : undefined;
    const id = lists.about ?? only;
    return { how: 'this', ids: id === undefined ? [] : [id], words: '' };
  }
  return words;
}
