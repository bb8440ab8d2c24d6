/** Web addresses. */
import type { Field } from '../programme/form.ts';
import { reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

const ADDRESS =
  /(?:https?:\/\/)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{2,5})?(?:[/?#][^\s\p{Script=Han}，。；、）)】]*)?/iu;

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Reads a web address; https is assumed where no scheme was written. Other schemes are refused. */
export function readUrl(said: Said, field: Field): ValueReading {
  const text = said.original.normalize('NFKC');
  if (/^\s*(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return reject('not-a-url');
  const found = ADDRESS.exec(text)?.[0];
  if (found === undefined || text.includes('@')) return reject('not-a-url');
  const url = parsed(/^https?:/i.test(found) ? found : `https://${found}`);
  if (url === null) return reject('not-a-url');
  const rest = judgeRest(
    text
      .replace(found, ' ')
      .toLowerCase()
      .replace(/官网|网址|网站|主页|website|homepage|url|link/g, ' '),
    field,
  );
  return settle(url.href, rest === 'clear' ? null : 'talk');
}
