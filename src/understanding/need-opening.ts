/** The words somebody opens with before the trouble itself is told: 您好，我们想再发一个需求：… */
import { fold, unfold } from '../text/fold.ts';
import { GREETING } from './idle-phrases.ts';

const GAP = /^[\s,，。.:：;；!！~、—-]+/;
const CLAUSE = /^[^\s,，。.:：;；!！~]+(?: [a-z]+)?/;
const WHO =
  '(?:(?:我们?|咱们?|我司|本公司|敝司|公司|企业|单位|厂里?|这边|这里|你们这|在|想要?|要|需要|希望|打算|准备|来|请|麻烦|帮忙?|帮我们?|再|还|又|另外?|现在|目前)\\s*)*';
const KIND = '(?:一?[个项条份些])?(?:新的?|别的)?(?:企业|公司|我们的?)?(?:技术|研发|攻关)?';
const ENDS = '(?:吧|啊|哈|呢|了|的话)?(?=[\\s,，。.:：;；!！~—-]|$)';
/** 我们想发布一个技术难题, 有个难题想张榜, “we'd like to post a need”. */
const FRAMES = [
  new RegExp(
    `^${WHO}(?:发布?|征集|提[交出]?|登记?|申?报|挂|张|出|新增|加|填)(?:一下)?${KIND}(?:需求|难题|榜单?|悬赏|问题${ENDS})(?:吧|啊|哈)?`,
  ),
  new RegExp(
    `^${WHO}有${KIND}(?:需求|难题|问题|难点)(?:想|要|希望|需要|能不能|可以|在这里?|在你们这里?)*(?:发布?|张榜?|发榜|挂(?:出来|榜)?|出榜|找人?(?:解决|攻关))?(?:一下|吗)?${ENDS}`,
  ),
  /^(?:(?:we|i)(?:'d| would)?(?: now| also)? (?:want|wish|like|need|have)(?: to)?|need to|want to|please|could you|can (?:we|i)|help us|let's)?\s*(?:post|publish|submit|file|register|add|announce)(?: another| an?| our| one(?: more)?)?(?: new)?(?: technical| technology| r&d)? (?:needs?|requirements?|challenges?|problems?)(?: please| here)?(?=[\s,.:;!—-]|$)/,
  /^we have an?(?: technical)? (?:problem|need|challenge)(?=\s*[:,.])/,
];
/** So many greetings and wishes stand before a trouble at most. */
const MOST = 5;

/** What is left once greetings and the wish to post are cut off the front; empty when there is nothing else. */
export function withoutOpening(text: string): string {
  const original = text.trim();
  const folded = fold(original);
  let from = 0;
  for (let n = 0; n < MOST; n++) {
    const size = openingOf(folded.slice(from));
    if (size === 0) break;
    from += size;
  }
  return from === 0 ? original : unfold(original, folded, from, folded.length).trim();
}

function openingOf(folded: string): number {
  const clause = CLAUSE.exec(folded)?.[0] ?? '';
  const said =
    GREETING.test(clause) || GREETING.test(clause.replace(/[啊呀哈呢]+$/, ''))
      ? clause
      : FRAMES.map((each) => each.exec(folded)?.[0] ?? '').find((each) => each !== '');
  if (!said) return 0;
  return said.length + (GAP.exec(folded.slice(said.length))?.[0].length ?? 0);
}
