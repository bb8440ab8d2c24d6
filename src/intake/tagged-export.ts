/** Exports in which every line begins with a tag: CNKI's own, EndNote, RIS, RefWorks, NoteExpress. */
import { doiIn } from './doi.ts';
import type { Publication } from './publication.ts';

type Part = 'title' | 'author' | 'venue' | 'year' | 'doi' | 'start';

/** A style: how a line is taken apart, and what its tags mean. */
interface Style {
  readonly line: RegExp;
  readonly tags: Readonly<Record<string, Part>>;
}

const STYLES: readonly Style[] = [
  {
    line: /^\s*(?<tag>[A-Za-z]+)-[^\s:：]{1,12}\s*[:：]\s*(?<value>.*)$/u,
    tags: {
      srcdatabase: 'start',
      title: 'title',
      author: 'author',
      source: 'venue',
      year: 'year',
      pubtime: 'year',
      doi: 'doi',
    },
  },
  {
    line: /^\s*(?<tag>%[0-9A-Z@])\s+(?<value>.*)$/u,
    tags: { '%0': 'start', '%t': 'title', '%a': 'author', '%j': 'venue', '%b': 'venue', '%d': 'year', '%r': 'doi' },
  },
  {
    line: /^\s*(?<tag>[A-Z][A-Z0-9])\s{1,2}-\s?(?<value>.*)$/u,
    tags: {
      ...{ ty: 'start', ti: 'title', t1: 'title', au: 'author', a1: 'author', jo: 'venue', jf: 'venue', t2: 'venue' },
      ...{ py: 'year', y1: 'year', do: 'doi' },
    },
  },
  {
    line: /^\s*(?<tag>\{[A-Za-z ]+\})\s*[:：]\s*(?<value>.*)$/u,
    tags: {
      '{reference type}': 'start',
      '{title}': 'title',
      '{author}': 'author',
      '{journal}': 'venue',
      '{year}': 'year',
      '{doi}': 'doi',
    },
  },
  {
    line: /^\s*(?<tag>RT|T1|A1|JF|JO|YR|DO|SR|AD|K1|AB|SN|CN|LA|LK|DS|PB|IS|OP|VO)\s+(?<value>.*)$/u,
    tags: { rt: 'start', t1: 'title', a1: 'author', jf: 'venue', jo: 'venue', yr: 'year', do: 'doi' },
  },
];

type Gathered = Record<Part, string[]>;

/** The records of the first style that gives any. */
export function readTagged(text: string): readonly Publication[] {
  for (const style of STYLES) {
    const found = readStyle(text, style);
    if (found.length > 0) return found;
  }
  return [];
}

function readStyle(text: string, { line, tags }: Style): readonly Publication[] {
  const found: Publication[] = [];
  let now: Gathered | null = null;
  for (const each of text.split('\n')) {
    const { tag = '', value = '' } = line.exec(each)?.groups ?? {};
    const part = tags[tag.toLowerCase()];
    if (part === undefined) continue;
    // A second title begins a new record where the export has no opening line.
    if (part === 'start' || now === null || (part === 'title' && now.title.length > 0)) {
      if (now) found.push(publicationOf(now));
      now = { title: [], author: [], venue: [], year: [], doi: [], start: [] };
    }
    now[part].push(value.trim());
  }
  if (now) found.push(publicationOf(now));
  return found.filter(({ title, authors, venue }) => title !== '' && (authors !== '' || venue !== ''));
}

function publicationOf({ title, author, venue, year, doi }: Gathered): Publication {
  return {
    title: title[0] ?? '',
    authors: author
      .flatMap((each) => each.split(/[;；]/))
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .join(', '),
    venue: venue[0] ?? '',
    year: /\d{4}/.exec(year.join(' '))?.[0] ?? '',
    doi: doiIn(doi.join(' ')),
  };
}
