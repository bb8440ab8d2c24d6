/** What somebody looks for, without the words that only say that they look; and the sector when that is all they say. */

import { distance } from 'fastest-levenshtein';
import type { Programme } from '../programme/programme.ts';
import type { Track } from '../programme/records.ts';
import { fold, unfold } from '../text/fold.ts';

const LEAD_ZH =
  /^(?:请问|顺便|顺带|另外|对了|等等|等一?下|再(?![生制造])|先(?![进导])|请|麻烦|帮我?|给我|让我|我们?(?:单位|公司|课题组|团队|实验室|学院|这边|这里)?|咱们?|你们?(?:那|这)?(?:里|儿|边)?(?:都|现在)?|您|想要?|打算|希望|需要|要|可以|能不能|能否|能(?![源量效耗级谱])|现在|目前|最近|今年|到底|究竟|确切|最新的?|还?有没有(?:跟|和|关于|做|适合|什么)?|有哪些|有什么|有啥|有无|有关|有(?!机(?![床器械会电组场车载])|[色源轨])|还有|哪些|什么|是(?:搞|做|研究|从事|学|干)|是|主要|一直|长期|十来年|多年|专门|从事|搞的|做的|研究的|搞|做|研究方向|研究|找一?下?|找找|搜索|搜一?下?|检索|查一?下?|查询|筛选|浏览|推荐(?:一?下|几个|一些)?|列一?下|列出|看看|看一下|看下|看|了解一?下?|显示|关于|跟|和|与|对于|对(?![位虾苯二])|方向是|一些|几个|所有|全部|(?:还|仍|都)*(?:没(?:有)?(?:关|截止|结束|到期)|未截止|开着)的?|开放的?|正在征集的?|可以?揭的?|[\s,，:：“"「])+/;
const TAIL_ZH =
  /(?:(?:[\s,，。.!！?？~”"」]|\p{Extended_Pictographic})+|吗|呢|吧|啊|呀|么|了|的|口|还有没有?|还有|有没有?|方面|相关|有关|这?类|领域|方向|行业|对口|适合我?们?的?|能揭|可揭|可以揭|能做|可以做|还?有榜(?:没有?)?|榜单?|选题|项目|课题|需求|技术榜|列表|有吗|有没有|有哪些|推荐|帮我?列?一?下?|列一?下?|看看|一下|给我|发我|都有|什么|哪些|有啥|都有啥|揭榜|挂榜|(?:现在|目前|最近|今年|眼下|这会儿)(?:都)?|(?:都)?(?:挂|放|发|出|上|新出)(?:了|着|的|过|出来)|来(?:几|一|两|点)[个些条点]?|来点|[几多]少?[个条项]|这一?块儿?|啥|板块|口子|(?<=业)口)$/u;
const LEAD_EN =
  /^(?:(?:please|pls|can|could|would|you|i|we|i'm|we're|am|are|is|there|do|have|has|want|need|like|would|love|to|show|me|us|find|search|list|lists|listing|give|get|see|browse|look|looking|for|any|anything|some|all|the|a|an|open|right now|now|at the moment|at present|these days|currently|bid|apply|take|new|latest|current|available|published|calls?|challenges?|topics?|projects?|opportunities|on|about|in|of|with|related|regarding|concerning|around|what|what's|which|work|working|works|research|researching|study|studying|develop|making|make|hi|hello|hey|my|our|field|area|lab|team|group|expertise|specialise|specialize|out|exactly|precisely|specifically|actually|really|just|recommend|suggest|something|that|fits?|suits?|match(?:es|ing)?)(?:[\s,.:!?]+|$))+/;
const TAIL_EN =
  /(?:[\s,.!?]+|(?<![a-z])(?:please|pls|thanks|lists?|listings?|calls?|challenges?|topics?|projects?|opportunities|available|open|right now|now|at the moment|at present|these days|nowadays|for me|for us|currently|you have|do you have|there|anything for me|anything|something|something suitable|suitable))$/;
/** Aliases that name a whole industry: they filter; narrower ones (光伏, 玻璃) only search, since a list may stand elsewhere. */
const INDUSTRY =
  /^(?:.{1,4}业|.{0,2}医药|中药|新?能源|新?材料|.{0,2}制造|.{0,4}装备|信息|.{0,4}信息技术|(?:电子)?资讯|电子|社会发展)$|^(?:electronics|information technology|advanced equipment|equipment|manufacturing|materials?|new materials?|energy|new energy|agriculture|agricultural|farming|biomedicine|bio-?medicine|biomedical|pharma|pharmaceuticals?|medicine|traditional chinese medicine|tcm|social development)$/;
const TRACKS: readonly (readonly [Track, RegExp])[] = [
  ['key-technology', /关键技术类|关键技术榜|key[- ]technolog(?:y|ies)(?: track| lists?)?/],
  ['enterprise-demand', /企业需求类|企业需求榜|企业榜|enterprise[- ](?:demand|need)s?(?: track| lists?)?/],
];

/** A wish for lists. Missing words mean: all of the sector or track, or all that is open. */
export interface Wish {
  readonly words?: string;
  readonly sector?: string;
  readonly track?: Track;
}

function strip(clause: string): readonly [number, number] {
  let [from, to] = [0, clause.length];
  for (let i = 0; i < 12; i++) {
    const part = clause.slice(from, to);
    const lead = (LEAD_ZH.exec(part) ?? LEAD_EN.exec(part))?.[0].length ?? 0;
    if (lead > 0) {
      from += lead;
      continue;
    }
    const tail = (TAIL_ZH.exec(part) ?? TAIL_EN.exec(part))?.[0].length ?? 0;
    if (tail === 0) break;
    to -= tail;
  }
  return from < to ? [from, to] : [0, 0];
}

/** The subject of a search in the person's own spelling; empty when the message only asks for lists. */
export function searchWords(original: string): string {
  const folded = fold(original);
  const parts: string[] = [];
  for (const match of folded.matchAll(/[^,，。;；!！?？\n]+/g)) {
    const [from, to] = strip(match[0]);
    if (to > from) parts.push(unfold(original, folded, match.index + from, match.index + to).trim());
  }
  return parts
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .join(' ')
    .trim();
}

/** 生物衣药, agricultre: one slip away from the name of a sector, or from an English word for all of it. */
function isSlipOf({ label, aliases }: Programme['sectors'][number], part: string): boolean {
  const latin = /^[a-z -]+$/.test(part);
  if (part.length < (latin ? 7 : 4)) return false;
  const whole = [label.zh, label.en, ...aliases]
    .map(fold)
    .filter((name) => name === fold(label.zh) || INDUSTRY.test(name));
  return whole.some((name) => name.length >= (latin ? 7 : 4) && distance(name, part) === 1);
}

/** The sector whose name or industry-wide alias the words are, all of them; several aliases must agree. */
export function sectorOf(words: string, programme: Programme): { readonly id: string; readonly whole: boolean } | null {
  const parts = fold(words)
    .split(/\s*(?:\/|、|和|与|及|或|&|,| and | or )\s*|[()（）]/)
    .map((part) => part.replace(/(?:类|方面|相关|领域|方向|行业|产业|的|技术)+$/, '').trim())
    .filter((part) => part !== '');
  const found = new Map<string, boolean>();
  for (const part of parts) {
    const sector =
      programme.sectors.find((one) =>
        [one.id, one.label.zh, one.label.en, ...one.aliases].some((name) => fold(name) === part),
      ) ?? programme.sectors.find((one) => isSlipOf(one, part));
    if (sector === undefined) return null;
    const own = [sector.label.zh, sector.label.en].map(fold);
    const broad =
      own.some((name) => name.includes(part) || part.includes(name)) || INDUSTRY.test(part) || isSlipOf(sector, part);
    found.set(sector.id, (found.get(sector.id) ?? true) && broad);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? { id: only[0], whole: only[1] } : null;
}

/** Reads a wish for lists from a whole message. */
export function readWish(original: string, programme: Programme): Wish {
  const folded = fold(original);
  const track = TRACKS.find(([, pattern]) => pattern.test(folded));
  const rest =
    track === undefined
      ? original
      : unfold(original, folded, 0, folded.length).replace(new RegExp(track[1].source, 'gi'), ' ');
  const words = searchWords(rest);
  const sector = words === '' ? null : sectorOf(words, programme);
  return {
    ...(words !== '' && sector?.whole !== true && { words }),
    ...(sector?.whole === true && { sector: sector.id }),
    ...(track !== undefined && { track: track[0] }),
  };
}
