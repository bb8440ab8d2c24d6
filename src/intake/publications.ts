/** Lists of publications as people export or paste them: BibTeX, CNKI, EndNote, RIS, RefWorks, GB/T 7714 lines. */
import { fold } from '../text/fold.ts';
import { readBibtex } from './bibtex.ts';
import { readCitations } from './citation-lines.ts';
import { type Paper, paperText } from './paper.ts';
import type { Publication } from './publication.ts';
import { readTagged } from './tagged-export.ts';

/** Entries one list may hold. */
const MOST = 200;
/** The most text looked through. */
const LONGEST = 60_000;
/** A shorter title says too little to be found inside other words. */
const TELLING = 8;

/** The publications of a paper in its order, each once. Pasted lines need two that look like citations; one alone may be talk. */
export function readPublications(paper: Paper, from: 'file' | 'paste'): readonly Publication[] {
  const text = paperText(paper).slice(0, LONGEST);
  const exported = [readBibtex(text), readTagged(text)].find((each) => each.length > 0);
  const cited = exported ?? readCitations(text);
  const enough = exported !== undefined || from === 'file' || cited.length > 1;
  return enough ? unique(cited.filter(({ title }) => title !== '')).slice(0, MOST) : [];
}

/** One line of it: 作者. 题名. 来源, 年份. DOI: … */
export function publicationLine({ authors, title, venue, year, doi }: Publication): string {
  const source = [venue, year].filter((part) => part !== '').join(', ');
  const parts = [authors, title, source, doi === '' ? '' : `DOI: ${doi}`];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/\s+/g, ' ').replace(/[\s.。]+$/u, ''))
    .join('. ');
}

/** Adds publications to a text that may name some of them already: by DOI, or by the title folded. */
export function joinPublications(
  before: string,
  found: readonly Publication[],
): { readonly text: string; readonly added: number; readonly same: number } {
  const known = bare(before);
  const fresh = found.filter(({ title, doi }) => {
    const isNamed = bare(title).length >= TELLING && known.includes(bare(title));
    return !isNamed && !(doi !== '' && known.includes(bare(doi)));
  });
  const lines = [...(before.trim() === '' ? [] : [before.trim()]), ...fresh.map(publicationLine)];
  return { text: lines.join('\n'), added: fresh.length, same: found.length - fresh.length };
}

function unique(found: readonly Publication[]): readonly Publication[] {
  const seen = new Set<string>();
  return found.filter(({ title, doi }) => {
    const keys = [bare(title), ...(doi === '' ? [] : [`doi:${doi.toLowerCase()}`])];
    const isNew = keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
