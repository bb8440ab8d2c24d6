/** Mail addresses; slips in well-known domains are suggested. */
import { distance } from 'fastest-levenshtein';
import type { Field } from '../programme/form.ts';
import { confirm, reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

const ADDRESS = /[a-z0-9][a-z0-9._%+'-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const DOMAINS = [
  'qq.com',
  'foxmail.com',
  '163.com',
  '126.com',
  'yeah.net',
  'sina.com',
  'sina.cn',
  'sohu.com',
  '139.com',
  '189.cn',
  'aliyun.com',
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'yahoo.com',
];
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:con|cmo|ocm|comm|coml|xom|vom|cpm|c0m|cim|co,)$/, '.com'],
  [/\.(?:cm|om)$/, '.com'],
  [/\.(?:nte|ner|met)$/, '.net'],
  [/\.edu\.(?:cm|c|cnn|n)$/, '.edu.cn'],
  [/\.(?:ogr|rog)$/, '.org'],
  [/\.com\.(?:cm|c|cnn)$/, '.com.cn'],
];

/** The domain that was probably meant; null when the one written is fine. */
function likelyDomain(domain: string): string | null {
  if (DOMAINS.includes(domain)) return null;
  const near = DOMAINS.find((known) => distance(known, domain) === 1 || isSwapped(known, domain));
  if (near !== undefined) return near;
  const ending = ENDINGS.find(([slip]) => slip.test(domain));
  return ending === undefined ? null : domain.replace(ending[0], ending[1]);
}

/** True when two neighbouring letters changed places (gmial.com). */
function isSwapped(known: string, written: string): boolean {
  if (known.length !== written.length) return false;
  const at = [...known].findIndex((c, i) => c !== written.charAt(i));
  if (at < 0) return false;
  return known === `${written.slice(0, at)}${written.charAt(at + 1)}${written.charAt(at)}${written.slice(at + 2)}`;
}

function wellFormed(address: string): boolean {
  const [local = '', domain = ''] = address.split('@');
  if (local.length > 64 || address.length > 254 || /\.\.|^\.|\.$/.test(local) || /\.\.|--$|^-|-\.|\.-/.test(domain))
    return false;
  return /\.[a-z]{2,}$/.test(domain);
}

/** AT, dot and full-width punctuation written for the signs. */
function plain(text: string): string {
  return text
    .replace(/\s*[（([【<]\s*(?:at|圈a|艾特)\s*[)）\]】>]\s*|\s+at\s+|\s*(?:艾特|圈a)\s*/gi, '@')
    .replace(/\s*[[(]\s*(?:dot|点)\s*[\])]\s*|\s+dot\s+|(?<=[a-z0-9])\s*点\s*(?=[a-z])/gi, '.')
    .replace(/(?<=[a-z0-9])\s*[。．]\s*(?=[a-z]{2,})/gi, '.')
    .replace(/(?<=[a-z0-9])\s*[#＃]\s*(?=[a-z0-9-]+\.)/gi, '@')
    .replace(/\s*@\s*/g, '@')
    .replace(/(?<=@[a-z0-9-]+)\s+\.\s*|\.\s+(?=(?:com|cn|net|org|edu)\b)/gi, '.')
    .replace(/(?<=@[a-z0-9-]+),(?=[a-z]{2,4}\b)/gi, '.');
}

function readIn(text: string, field: Field, doubt: string | null): ValueReading | null {
  const found = text.match(ADDRESS) ?? [];
  const [first, second] = found;
  if (first === undefined) return null;
  if (/@\S*@/.test(text) || second !== undefined)
    return reject(second === undefined ? 'not-an-email' : 'several-emails');
  const trimmed = first.replace(/[.'-]+$/, '');
  const at = trimmed.lastIndexOf('@');
  const address = `${trimmed.slice(0, at)}@${trimmed.slice(at + 1).toLowerCase()}`;
  if (!wellFormed(address)) return reject('not-an-email');
  const domain = likelyDomain(address.slice(at + 1));
  if (domain !== null) return confirm(`${address.slice(0, at)}@${domain}`, 'email-domain');
  const rest = judgeRest(text.replace(first, ' ').toLowerCase(), field);
  const glued = /[a-z0-9]$/i.test(text.slice(0, text.indexOf(first)).slice(-1)) ? 'talk' : null;
  return settle(address, doubt, glued, rest === 'clear' ? null : 'talk');
}

/** Reads a mail address; the part before @ keeps its case. */
export function readEmail(said: Said, field: Field): ValueReading {
  const text = said.original.normalize('NFKC').replace(/^mailto:/i, '');
  const direct = readIn(text, field, null);
  if (direct !== null) return direct;
  const mended = plain(said.original.replace(/＠/g, '@'));
  return (mended === text ? null : readIn(mended, field, 'slip')) ?? reject('not-an-email');
}
