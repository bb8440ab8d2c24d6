/** A small reader of BibTeX: entries, @string names, accents; what it cannot read it leaves out. */
import { doiIn } from './doi.ts';
import type { Publication } from './publication.ts';

const ENTRY = /@\s*([a-z]+)\s*([{(])/gi;
const NO_ENTRY = new Set(['comment', 'preamble']);
/** A text with more entries that never end is no list of works. */
const MOST_BROKEN = 20;
/** A field longer than this is an abstract or an attack. */
const LONGEST_FIELD = 20_000;
const COMBINING: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  r: '\u030a',
  k: '\u0328',
};
const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
};

/** The entries of a text in its order; none for a text that is no BibTeX. */
export function readBibtex(text: string): readonly Publication[] {
  const names = new Map<string, string>();
  const found: Publication[] = [];
  const entries = new RegExp(ENTRY);
  let broken = 0;
  for (let match = entries.exec(text); match && broken < MOST_BROKEN; match = entries.exec(text)) {
    const kind = (match[1] ?? '').toLowerCase();
    const start = match.index + match[0].length;
    const body = bodyAt(text, start, match[2] === '(' ? ')' : '}');
    if (body === null) broken += 1;
    else entries.lastIndex = start + body.length;
    if (body === null || NO_ENTRY.has(kind)) continue;
    const fields = readFields(kind === 'string' ? body : body.slice(body.indexOf(',') + 1), names);
    if (kind === 'string') for (const [name, value] of fields) names.set(name, value);
    else if (fields.has('title')) found.push(publicationOf(fields));
  }
  return found;
}

/** The text up to the bracket that closes the entry. */
function bodyAt(text: string, start: number, close: string): string | null {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST_FIELD); at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (depth === 0 && sign === close) return text.slice(start, at);
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
  }
  return null;
}

/** `name = value` pairs; values are in braces or quotes, numbers or names, joined by #. */
function readFields(body: string, names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < body.length) {
    const head = /^[\s,]*([a-z][\w-]*)\s*=\s*/i.exec(body.slice(at, at + 200));
    if (!head) break;
    at += head[0].length;
    const { value, end } = readJoined(body, at, names);
    const name = (head[1] ?? '').toLowerCase();
    if (!fields.has(name)) fields.set(name, value);
    at = end;
  }
  return fields;
}

function readJoined(body: string, start: number, names: ReadonlyMap<string, string>): { value: string; end: number } {
  let value = '';
  let at = start;
  for (;;) {
    const one = readValue(body, at, names);
    value += one.value;
    const joint = /^\s*#\s*/.exec(body.slice(one.end, one.end + 20));
    at = one.end + (joint?.[0].length ?? 0);
    if (!joint || at >= body.length) return { value, end: at };
  }
}

function readValue(body: string, start: number, names: ReadonlyMap<string, string>): { value: string; end: number } {
  const open = body[start];
  if (open !== '{' && open !== '"') {
    const word = /^[^\s,#]*/.exec(body.slice(start, start + 200))?.[0] ?? '';
    return { value: names.get(word.toLowerCase()) ?? word, end: start + Math.max(1, word.length) };
  }
  let depth = 0;
  for (let at = start + 1; at < body.length; at += 1) {
    const sign = body[at];
    if (sign === '\\') at += 1;
    else if (depth === 0 && sign === (open === '{' ? '}' : '"'))
      return { value: body.slice(start + 1, at), end: at + 1 };
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
  }
  return { value: body.slice(start + 1), end: body.length };
}

function publicationOf(fields: ReadonlyMap<string, string>): Publication {
  const get = (...names: readonly string[]) =>
    plain(names.map((name) => fields.get(name) ?? '').find((each) => each !== '') ?? '');
  return {
    authors: get('author', 'editor')
      .split(/\s+and\s+/i)
      .map(inOrder)
      .filter((name) => name !== '')
      .join(', '),
    title: get('title'),
    venue: get('journal', 'journaltitle', 'booktitle', 'publisher', 'school', 'institution', 'howpublished'),
    year: /\d{4}/.exec(get('year', 'date'))?.[0] ?? '',
    doi: doiIn(get('doi', 'url', 'note')),
  };
}

/** `Zhang, San` → `San Zhang`; Chinese names stay as they are. */
function inOrder(name: string): string {
  const [family = '', given] = name.split(/\s*,\s*/);
  if (given === undefined) return name.trim();
  return /\p{Script=Han}/u.test(name) ? `${family}${given}` : `${given} ${family}`.trim();
}

/** LaTeX as plain words. */
function plain(value: string): string {
  return value
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\{?\\(["'`^~=.uvHcrk])\s*\{?\\?([a-zA-Z])\}?\}?/g, (all, accent: string, letter: string) =>
      /[a-zA-Z]/.test(accent) && !/[\s{]/.test(all.slice(all.indexOf(accent) + 1, all.indexOf(accent) + 2))
        ? all
        : `${letter}${COMBINING[accent] ?? ''}`.normalize('NFC'),
    )
    .replace(/\\(ss|ae|AE|aa|AA|[oOlLij])(?![a-zA-Z])\s?/g, (_, name: string) => LETTERS[name] ?? '')
    .replace(/\\[a-zA-Z]+\s?/g, '')
    .replace(/[{}]/g, '')
    .replace(/---?/g, '–')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
