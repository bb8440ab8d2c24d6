/** References as GB/T 7714 prints them: [1] 张三, 李四. 题名[J]. 刊名, 2021, 43(2): 1-9. */
import { doiIn } from './doi.ts';
import type { Publication } from './publication.ts';

const MARK = /\s*[[［](?:J|C|D|M|P|R|S|N|G|Z|A|DB|CP|EB)(?:\/(?:OL|CD|DK|MT))?[\]］]\s*[.．,，]?\s*/;
const NUMBER = /^\s*(?:[[［(（]\d{1,3}[\]］)）]|\d{1,3}[.、)）])\s*/;
const LONGEST_LINE = 600;

/** Each line that carries a document mark; others are passed over. */
export function readCitations(text: string): readonly Publication[] {
  return text.split('\n').flatMap((line) => {
    const mark = line.length > LONGEST_LINE ? null : MARK.exec(line);
    if (!mark || mark.index < 4) return [];
    return [citationOf(line.slice(0, mark.index).replace(NUMBER, ''), line.slice(mark.index + mark[0].length))];
  });
}

/** Authors end at the first full stop before words: one after initials alone belongs to a name that begins with them. */
function authorsEnd(head: string): number {
  for (const stop of head.matchAll(/[.．]\s*(?=\p{Script=Han}|[A-Za-z]{2}|\d)/gu)) {
    const name =
      head
        .slice(0, stop.index)
        .split(/[,，;；&]|\band\b/)
        .at(-1)
        ?.trim() ?? '';
    if (name !== '' && !/^(?:[A-Z][.．]?[\s-]*)+$/u.test(name)) return stop.index + stop[0].length;
  }
  return 0;
}

function citationOf(head: string, tail: string): Publication {
  const cut = authorsEnd(head);
  const authors = head.slice(0, cut).replace(/[.．\s]+$/u, '');
  const [venue = ''] = tail.split(/[,，]|[.．]\s|\d{4}/);
  return {
    authors,
    title: head.slice(cut).trim(),
    venue: venue.trim().replace(/[.．]+$/u, ''),
    year: /(?:19|20)\d{2}/.exec(tail)?.[0] ?? '',
    doi: doiIn(tail),
  };
}
