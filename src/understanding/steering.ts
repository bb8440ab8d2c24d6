/** Tells what a message steers to from the words it is made of, whatever their order. */
import { STEERING, type SteeringTag } from './steering-words.ts';
import { coverTags } from './word-cover.ts';

/** What composed steering phrases ask for; `not-yet` holds back what is about to be handed in. */
export type Steering =
  | 'undo'
  | 'cancel'
  | 'not-yet'
  | 'pause'
  | 'skip'
  | 'submit'
  | 'back'
  | 'help'
  | 'review'
  | 'resume';

type Has = (...tags: readonly SteeringTag[]) => boolean;

/** Meanings in the order they outweigh each other: 先存着明天交 saves, 保存一下先不提交 saves, 跳过后面再说 skips. */
const MEANINGS: readonly (readonly [Steering, (has: Has) => boolean])[] = [
  ['pause', (has) => has('not', 'submit') && (has('save') || has('later')) && !has('cancel')],
  ['cancel', (has) => has('not', 'object') && !has('submit') && !has('later') && !has('what')],
  ['cancel', (has) => has('cancel') && !has('save') && !has('what')],
  ['not-yet', (has) => has('not', 'submit')],
  ['undo', (has) => has('undo')],
  ['pause', (has) => has('save')],
  ['skip', (has) => has('skip') && !has('not')],
  ['pause', (has) => has('away') && !has('what') && (has('later') || has('fill') || has('aside') || !has('show'))],
  ['pause', (has) => has('stop')],
  ['pause', (has) => has('submit') && (has('later') || has('aside'))],
  ['submit', (has) => has('submit') && !has('what') && !has('not')],
  ['skip', (has) => has('supply', 'later')],
  ['pause', (has) => has('later') && !has('what') && !has('help') && !has('not')],
  ['help', (has) => has('help') || (has('fill', 'what') && !has('show') && !has('past'))],
  ['review', (has) => has('review') && !has('not')],
  ['review', (has) => (has('show') && (has('filled') || has('past'))) || has('filled', 'what')],
  ['resume', (has) => has('back', 'resume') && !has('not') && !has('what')],
  ['back', (has) => has('back') && !has('not')],
  ['resume', (has) => has('resume') && !has('not') && !has('what')],
];

const LONGEST = 40;
const SOMEBODY =
  /(?:让|叫|问问?|问一?下|跟|找|请|和|同)(?:我们?的?(?=\p{Script=Han}{2}))?(?![我你您])\p{Script=Han}{1,5}?(?=(?:再|来|帮我|一起|先)*(?:填|写|弄|商量|对一?下|确认|核实|核对|讨论|看看|看下|定|算))/gu;
const SOMEBODY_EN =
  /(?<![a-z])(?:(?:check|talk|confirm|speak|discuss(?: it| this)?) (?:with|to)|ask) (?:my|our|the) [a-z]+(?: [a-z]+)?(?= first|$|[,.]| and| before)/g;
/** Why somebody stops: what such a clause says beside a plain 先跳过 does not weaken it. */
const REASON =
  /我|没|还|写到|填到|填了|写了|有事|太|不|等|暂|未|在(?:忙|开|外|路上)|(?<![a-z])(?:i|i'm|don't|not|no|haven't|still|busy|too)(?![a-z])/;
const LONGEST_REASON = 20;

/** Whoever is to be asked stands as one known word: 让学生来填, check with my dean. */
function somebody(folded: string): string {
  return folded.replace(SOMEBODY, '问同事').replace(SOMEBODY_EN, 'check with my boss');
}

/** 没带在身上，先跳过: a reason, and then nothing but a plain wish to skip, save or stop. */
function lastClause(folded: string): Steering | null {
  const [, reason = '', last = ''] = /^(.+?)[,，。;；!！]\s*([^,，。;；!！]+?)[。.!！~]*$/.exec(folded) ?? [];
  if (last === '' || reason.length > LONGEST_REASON || !REASON.test(reason)) return null;
  const tags = coverTags(last, STEERING);
  if (tags?.length !== 1) return null;
  const [only] = tags;
  return only === 'skip' || only === 'cancel' ? only : only === 'save' ? 'pause' : null;
}

/** 不弄了 直接提交: enough of it, and handed in as it is. */
const STRAIGHT =
  /^(?:算了|好了|行了|我们?|[\s,，。])*(?:不|别|懒得)(?:想|要|打算)?再?(?:弄|搞|补|填|写|改|管)(?:它|这个|这些|了)*[\s,，。;；]*(?:就|那就?|我)?(?:这样|直接|马上|现在)+(?:就)?(?:提交|递交|上报|交|报|发)(?:上去|出去|了|吧)*[。.!！]*$/;

/** What the whole message steers to; null when any of its words is not one of steering, or they make no sense together. Text must be folded. */
export function steering(folded: string): Steering | null {
  if (folded.length > LONGEST) return null;
  if (STRAIGHT.test(folded)) return 'submit';
  const tags = coverTags(somebody(folded), STEERING) ?? coverTags(folded, STEERING);
  if (tags === null || tags.length === 0) return lastClause(folded);
  const found = new Set(tags);
  if (/[?？]\s*$|吗$|(?<![什怎多])么$/.test(folded) && found.has('aside')) return null;
  const has: Has = (...wanted) => wanted.every((tag) => found.has(tag));
  return MEANINGS.find(([, holds]) => holds(has))?.[0] ?? null;
}
