/** What the second reader looks at in a message: pieces of its words, its shape, and which of the word lists it touches. */
import { stemmer } from 'stemmer';
import type { GuessPlace, Ruled } from './guess.ts';
import { ABOUT_BOT, DELETE_DATA, HANDOFF } from './idle-phrases.ts';
import { APPLY, DETAIL, FIND, POST_NEED, PROFILE, QUEUE, RESUME, STATUS, WITHDRAW } from './idle-rules.ts';
import { isQuestion } from './question.ts';
import { steering } from './steering.ts';
import { STEERING } from './steering-words.ts';
import { isElsewhere, isIntrusion, isProgrammeTopic } from './topics.ts';
import { wordClasses } from './word-classes.ts';
import { tagsWithin } from './word-cover.ts';
import { yesNo } from './yes-no.ts';

/** How many different features there are; each stands in the slot its name hashes to. */
export const FEATURE_SLOTS = 1 << 20;

/** Only the beginning and the end of a long message are looked at. */
const LONGEST_END = 120;
const MOST_WORDS = 60;

const LISTS: readonly (readonly [string, RegExp])[] = [
  ['apply', APPLY],
  ['detail', DETAIL],
  ['find', FIND],
  ['post-need', POST_NEED],
  ['profile', PROFILE],
  ['queue', QUEUE],
  ['resume', RESUME],
  ['status', STATUS],
  ['withdraw', WITHDRAW],
  ['about', ABOUT_BOT],
  ...HANDOFF.map((each) => ['handoff', each] as const),
  ...DELETE_DATA.map((each) => ['delete', each] as const),
];

const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['mark', /[?？]/],
  ['phone', /(?:\d[\s-]?){7,}/],
  ['mail', /@/],
  ['url', /https?:|www\./],
  ['money', /\d\s*(?:万|亿|千|百|元|块|w\b|k\b|m\b|million|yuan|rmb)|[一二三四五六七八九十百千两]+(?:万|亿)/],
  ['date', /\d\s*[年月日号]|(?:明|后|今|去)年|月底|年底|\d{4}[-/.]\d/],
  ['percent', /%|百分之|个点|percent/],
  ['code', /[a-z]+\d+[a-z\d]{4,}|\d{6,}[a-z]/],
  ['number', /\d/],
  ['nth', /第[\d一二三四五六七八九十几]|(?<![a-z])(?:first|second|third|fourth|last)(?![a-z])/],
  ['field', /电话|手机|邮箱|单位|预算|负责人|名称|名字|日期|金额|phone|mail|budget|name|leader/],
  ['list', /榜|项目|课题|题目|(?<![a-z])(?:lists?|challenges?|calls?|projects?)(?![a-z])/],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['lines', /\n/],
];

/** FNV-1a over the name's code units, cut to the number of slots. */
function slotOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 12)) & (FEATURE_SLOTS - 1);
}

/** Runs of Chinese characters, words and figures, in order; figures are one sign whatever they say. */
const TOKEN = /\p{Script=Han}+|[a-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*/gu;

function pieces(folded: string): readonly string[] {
  const found: string[] = [];
  const tokens = [...folded.matchAll(TOKEN)].map(([token]) => (/^\d/.test(token) ? '#' : token));
  // Chinese reads on over blanks and commas: the whole message with marks between runs.
  const line = `^${tokens.map((token) => (/^[a-z]/.test(token) ? '·' : token)).join('|')}$`.replace(/(?:·\|?)+/g, '·');
  if (/\p{Script=Han}/u.test(line)) {
    const signs = [...line];
    for (let i = 0; i < signs.length; i++) {
      for (let size = 1; size <= 3 && i + size <= signs.length; size++) found.push(signs.slice(i, i + size).join(''));
    }
  }
  const words = tokens.filter((token) => /^[a-z#]/.test(token)).map((word) => stemmer(word.replace('’', "'")));
  if (words.some((word) => word !== '#')) {
    const around = ['^', ...words, '$'];
    around.forEach((word, i) => {
      if (word !== '^' && word !== '$') found.push(`w ${word}`);
      if (i > 0) found.push(`b ${around[i - 1]} ${word}`);
    });
  }
  return found;
}

function shape(folded: string): readonly string[] {
  const length = folded.length;
  const bucket =
    length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : length < 16 ? 3 : length < 26 ? 4 : length < 45 ? 5 : 6;
  return [`length ${bucket}`, ...SHAPES.flatMap(([name, pattern]) => (pattern.test(folded) ? [`shape ${name}`] : []))];
}

function classes(folded: string): readonly string[] {
  const lists = LISTS.flatMap(([name, pattern]) => (pattern.test(folded) ? [`list ${name}`] : []));
  const steered = steering(folded);
  const { tags, share } = tagsWithin(folded, STEERING);
  const answer = folded.length <= 40 ? yesNo(folded) : null;
  return [
    ...lists,
    ...tags.map((tag) => `tag ${tag}`),
    ...tags.map((tag, i) => `tags ${tags[i - 1] ?? '^'} ${tag}`),
    `share ${Math.round(share * 4)}`,
    `yes-no ${answer}`,
    ...(steered === null ? [] : [`steering ${steered}`]),
    ...(isQuestion(folded) ? ['question'] : []),
    ...(isProgrammeTopic(folded) ? ['topic'] : []),
    ...(isElsewhere(folded) ? ['elsewhere'] : []),
    ...(isIntrusion(folded) ? ['intrusion'] : []),
  ];
}

/** What its everyday words do, alone and beside the next; little words in between are passed over. */
function doings(folded: string): readonly string[] {
  const found = wordClasses(folded).slice(0, MOST_WORDS);
  const around = ['^', ...found.filter((each) => each !== 'particle'), '$'];
  return [...found.map((each) => `word ${each}`), ...around.map((each, i) => `words ${around[i - 1]} ${each}`)];
}

/** The slots of a folded message's features, each once. In a form every feature stands a second time for its place, and beside what the rules said. */
export function featuresOf(folded: string, place: GuessPlace, { why, does }: Ruled): Uint32Array {
  const text =
    folded.length > 2 * LONGEST_END ? `${folded.slice(0, LONGEST_END)} ${folded.slice(-LONGEST_END)}` : folded;
  const rule = [`why ${why}`, `why ${why.split(':')[0]}`, `does ${does}`];
  const slots = new Set<number>([slotOf('always'), slotOf(`place ${place}`)]);
  for (const name of [...pieces(text), ...shape(folded), ...classes(text), ...doings(text), ...rule]) {
    slots.add(slotOf(name));
    if (place !== 'idle') slots.add(slotOf(`${place} ${name}`));
  }
  return Uint32Array.from(slots);
}
