/** Papers and patents two people both claim: by DOI, or by the title without signs and script. */
import { fold } from '../text/fold.ts';

/** One work as somebody lists it; unknown parts are empty. `authors` holds names as written. */
export interface Work {
  readonly title: string;
  readonly doi: string;
  readonly authors: readonly string[];
}

const DOI = /10\.\d{4,9}\/[^\s"<>{}，。；、]+/i;
const NUMBERING = /^\s*(?:[[［(（]\d{1,3}[\]］)）]|\d{1,3}[.、)）])\s*/u;
const MARK = /\s*[[［](?:J|C|D|M|P|R|S|N|DB|CP|EB)(?:\/OL)?[\]］]/u;
const QUOTED = /《([^》]{4,})》|“([^”]{4,})”|"([^"]{4,})"/u;
/** A note behind a title: （示例专利）, (2021). */
const NOTE = /\s*[（(【[][^）)】\]]{0,30}[）)】\]]\s*$/u;
/** What a list of works is read of. */
const MOST_LINES = 300;
const LONGEST_LINE = 600;
/** Shorter titles are topics, not works. */
const LEAST_HAN = 8;
const LEAST_LETTERS = 20;

/** Works of a text, one a line: 作者. 题名. 来源, 年份. DOI — or a title alone. */
export function worksIn(text: string): readonly Work[] {
  return text
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST_LINE)
    .map(workOf)
    .filter((work) => work.doi !== '' || titleKey(work.title) !== '');
}

function workOf(line: string): Work {
  const doi = (DOI.exec(line)?.[0] ?? '').replace(/[.,;)\]]+$/u, '').toLowerCase();
  const bare = line.replace(NUMBERING, '').replace(DOI, '').trim();
  const quoted = QUOTED.exec(bare);
  if (quoted) {
    const title = quoted[1] ?? quoted[2] ?? quoted[3] ?? '';
    return { title, doi, authors: namesIn(bare.slice(0, quoted.index)) };
  }
  const marked = MARK.exec(bare);
  const head = marked ? bare.slice(0, marked.index) : bare;
  const end = authorsEnd(head);
  const rest = head.slice(end);
  const title = marked ? rest : (rest.split(/[.．。]\s+|[。．]/u)[0] ?? rest);
  return { title: title.replace(NOTE, '').trim(), doi, authors: namesIn(head.slice(0, end)) };
}

/** Authors end at the first full stop before words; one after initials belongs to a name. A line of one sentence has none. */
function authorsEnd(head: string): number {
  for (const stop of head.matchAll(/[.．。]\s*(?=\p{Script=Han}|[A-Za-z]{2}|\d)/gu)) {
    const before = head.slice(0, stop.index);
    const last =
      before
        .split(/[,，;；&]|\band\b/u)
        .at(-1)
        ?.trim() ?? '';
    if (/^(?:[A-Z][.．]?[\s-]*)+$/u.test(last)) continue;
    const names = namesIn(before);
    return names.length > 0 && names.every((name) => name.length <= 30) ? stop.index + stop[0].length : 0;
  }
  return 0;
}

function namesIn(text: string): readonly string[] {
  return text
    .split(/[,，;；、&]|\band\b|\s+等\s*$/u)
    .map((name) => name.replace(/[.．。:：\s]+$/u, '').trim())
    .filter((name) => name !== '' && name !== '等' && !/^et al$/iu.test(name));
}

/** A title as two lists of works are compared by; '' for one too short to name a single work. */
export function titleKey(title: string): string {
  const key = fold(title).replace(/[^\p{L}\p{N}]/gu, '');
  const han = key.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= LEAST_HAN || key.length >= LEAST_LETTERS ? key : '';
}

/** The works both lists hold, each once, as the first writes them. */
export function sharedWorks(mine: readonly Work[], theirs: readonly Work[]): readonly (readonly [Work, Work])[] {
  const by = new Map<string, Work>();
  for (const work of theirs) for (const key of keysOf(work)) if (!by.has(key)) by.set(key, work);
  const seen = new Set<Work>();
  return mine.flatMap((work) => {
    const other = keysOf(work)
      .map((key) => by.get(key))
      .find((each) => each !== undefined);
    if (other === undefined || seen.has(other)) return [];
    seen.add(other);
    return [[work, other] as const];
  });
}

function keysOf({ title, doi }: Work): readonly string[] {
  const key = titleKey(title);
  return [...(doi === '' ? [] : [`doi:${doi}`]), ...(key === '' ? [] : [key])];
}
