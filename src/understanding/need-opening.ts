/** The words somebody opens with before the trouble itself is told: 您好，我们想再发一个需求：… */
import { fold, unfold } from '../text/fold.ts';
import { GREETING } from './idle-phrases.ts';

const GAP = /^[\s,，。.:：;；!！~、—-]+/;
const CLAUSE = /^[^\s,，。.:：;；!！~]+(?: [a-z]+)?/;
const WHO =
  '(?:(?:我们?|咱们?|我司|本公司|敝司|公司|企业|单位|厂里?|这边|这里|你们这|在|想要?|要|需要|希望|打算|准备|来|请|麻烦|帮忙?|帮我们?|再|还|又|另外?|现在|目前)\\s*)*';
const KIND = '(?:一?[个项条份些])?(?:新的|新(?=[技需难问])|别的)?(?:企业|公司|我们的?)?(?:技术|研发|攻关)?';
/** 新材料的, 生物医药方面的: what kind of need it is. */
const OF = '(?:(?<of>[^\\s,，。.:：;；的]{2,8}?)(?:(?:方面|领域|行业|类)的?|的))?';
const ENDS = '(?:吧|啊|哈|呢|了|的话)?(?=[\\s,，。.:：;；!！~—-]|$)';
/** 我们想发布一个技术难题, 有个难题想张榜, “we'd like to post a need”. */
const FRAMES = [
  new RegExp(
    `^${WHO}(?:发布?|征集|提[交出]?|登记?|申?报|挂|张|出|新增|加|填)(?:一下)?${KIND}${OF}(?:技术|研发|攻关)?(?:需求|难题|榜单?|悬赏|问题${ENDS})(?:吧|啊|哈)?`,
  ),
  new RegExp(
    `^${WHO}有${KIND}${OF}(?:技术|研发|攻关)?(?:需求|难题|问题|难点)(?:想|要|希望|需要|能不能|可以|在这里?|在你们这里?)*(?:发布?|张榜?|发榜|挂(?:出来|榜)?|出榜|找人?(?:解决|攻关))?(?:一下|吗)?${ENDS}`,
  ),
  /^(?:(?:we|i)(?:'d| would)?(?: now| also)? (?:want|wish|like|need|have)(?: to)?|need to|want to|please|could you|can (?:we|i)|help us|let's)?\s*(?:post|publish|submit|file|register|add|announce)(?: another| an?| our| one(?: more)?)?(?: new)?(?: technical| technology| r&d)?(?: (?<of>[a-z][a-z -]{3,40}?))? (?:needs?|requirements?|challenges?|problems?)(?: please| here)?(?=[\s,.:;!—-]|$)/,
  /^we have an?(?: technical)? (?:problem|need|challenge)(?=\s*[:,.])/,
];
/** So many greetings and wishes stand before a trouble at most. */
const MOST = 5;

/** What was said of a need before its trouble. */
export interface NeedOpening {
  /** What is left once greetings and the wish to post are cut off the front; empty when there is nothing else. */
  readonly rest: string;
  /** The sector named in the wish itself: 发个新材料的需求. */
  readonly sector?: string;
}

/** Parts the opening from the trouble; `isSector` tells whether words name a whole sector. */
export function needOpening(text: string, isSector: (words: string) => boolean): NeedOpening {
  const original = text.trim();
  const folded = fold(original);
  let from = 0;
  let sector: string | undefined;
  for (let n = 0; n < MOST; n++) {
    const found = openingOf(folded.slice(from), isSector);
    if (found.size === 0) break;
    sector ??= found.sector;
    from += found.size;
  }
  const rest = from === 0 ? original : unfold(original, folded, from, folded.length).trim();
  return { rest, ...(sector !== undefined && { sector }) };
}

function openingOf(folded: string, isSector: (words: string) => boolean): { size: number; sector?: string } {
  const clause = CLAUSE.exec(folded)?.[0] ?? '';
  const isGreeting = GREETING.test(clause) || GREETING.test(clause.replace(/[啊呀哈呢]+$/, ''));
  const frame = isGreeting ? undefined : frameOf(folded, isSector);
  const said = isGreeting ? clause : frame?.[0];
  if (!said) return { size: 0 };
  const sector = frame?.groups?.of;
  const size = said.length + (GAP.exec(folded.slice(said.length))?.[0].length ?? 0);
  return { size, ...(sector !== undefined && { sector }) };
}

/** The wish to post; what it calls the need must be a sector, for anything else tells the trouble. */
function frameOf(folded: string, isSector: (words: string) => boolean): RegExpExecArray | undefined {
  for (const each of FRAMES) {
    const found = each.exec(folded);
    if (found && (found.groups?.of === undefined || isSector(found.groups.of))) return found;
  }
  return undefined;
}
