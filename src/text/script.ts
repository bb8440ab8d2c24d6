/** Chinese scripts: simplified and traditional, and which language a message is written in. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const HAN = /\p{Script=Han}/u;
const HANS = /\p{Script=Han}/gu;

type Convert = (text: string) => string;
type OpenCC = typeof import('opencc-js/t2cn');

/** Loads a dictionary at first use only: start-up must not pay for a script nobody has typed yet. */
function lazily(module: 't2cn' | 'cn2t', from: 't' | 'cn', to: 'cn' | 'tw'): Convert {
  let convert: Convert | null = null;
  const loaded = (): Convert => {
    const opencc: OpenCC = load(`opencc-js/${module}`);
    return opencc.Converter({ from, to });
  };
  return (text) => {
    if (!HAN.test(text)) return text;
    convert ??= loaded();
    return convert(text);
  };
}

/** Traditional → simplified; text without Chinese comes back untouched. */
export const toSimplified: Convert = lazily('t2cn', 't', 'cn');

/** Simplified → traditional as written in Taiwan, characters only; for our own sentences, never for people's values. */
export const toTraditional: Convert = lazily('cn2t', 'cn', 'tw');

/** Every character a double-byte code page can write in the given rows. */
function repertoire(
  encoding: string,
  firstRow: number,
  lastRow: number,
  cells: readonly [number, number][],
): Set<string> {
  const bytes: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (const [from, to] of cells) for (let cell = from; cell <= to; cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder(encoding).decode(new Uint8Array(bytes)));
}

let tables: { readonly traditional: Set<string>; readonly simplified: Set<string> } | null = null;

/** A character Big5 cannot write is simplified only; one GB 2312 cannot write is traditional only. */
function scripts(): { readonly traditional: Set<string>; readonly simplified: Set<string> } {
  tables ??= {
    traditional: repertoire('big5', 0xa4, 0xf9, [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ]),
    simplified: repertoire('gbk', 0xb0, 0xf7, [[0xa1, 0xfe]]),
  };
  return tables;
}

/** The script of Chinese text; null when its characters are the same in both. */
function scriptOf(characters: readonly string[]): 'zh' | 'zh-Hant' | null {
  const { traditional, simplified } = scripts();
  let balance = 0;
  for (const c of characters) {
    if (traditional.has(c) && !simplified.has(c)) balance++;
    if (simplified.has(c) && !traditional.has(c)) balance--;
  }
  return balance === 0 ? null : balance > 0 ? 'zh-Hant' : 'zh';
}

const LONE_ENGLISH = /^(hi|hello|hey|help|start|yes|no|thanks|please|skip|cancel|back|english|why|what|how)$/i;

/** Mail and web addresses, and case numbers such as L-K48T5-PJ0T9: their letters are no words. */
const ADDRESS_OR_NUMBER = /\S*(?:@|:\/\/)\S*|\b[A-Za-z]-\w{5}-\w{5}\b/g;

/** 我搞Micro LED: a Chinese sentence about something with an English name, told by the small words of both. */
const SPEAKS_CHINESE = /[我咱您你们們做搞想要找有吗嗎呢吧的]/;
const SMALL_ENGLISH =
  /\b(?:i|we|you|it|my|our|the|an?|is|are|am|do|does|can|of|on|in|for|to|with|and|what|which|how|where|when|who|please|show|work)\b/i;

/** The language of one message, or null when it does not show (numbers, codes, one foreign word, neutral characters). */
export function detectLocale(text: string): 'zh' | 'zh-Hant' | 'en' | null {
  const sample = text.slice(0, 2000).replace(ADDRESS_OR_NUMBER, ' ');
  const han = sample.match(HANS) ?? [];
  const words = sample.match(/[A-Za-z][A-Za-z']+/g) ?? [];
  const first = words[0];
  if (han.length === 0) {
    if (words.length === 1 && first !== undefined) return LONE_ENGLISH.test(first) ? 'en' : null;
    return words.length > 1 ? 'en' : null;
  }
  const isChinese = SPEAKS_CHINESE.test(sample) && !SMALL_ENGLISH.test(sample);
  return words.length * 2 > han.length && !isChinese ? 'en' : scriptOf(han);
}
