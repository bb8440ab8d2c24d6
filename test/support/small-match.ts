import type { MatchHit, MatchIndex } from '../../src/ports/match.ts';

/** A matcher that finds by words held in titles and names; `broken` makes it fail. */
export function makeSmallMatch(): MatchIndex & { broken: boolean; readonly puts: string[] } {
  const lists = new Map<string, string>();
  const people = new Map<string, string>();
  const puts: string[] = [];
  const find = (
    rows: ReadonlyMap<string, string>,
    words: string,
    accept: (id: string) => boolean,
    limit: number,
  ): readonly MatchHit[] =>
    [...rows]
      .filter(([id, text]) => accept(id) && words.split(/\s+/).some((word) => text.includes(word)))
      .slice(0, limit)
      .map(([id]) => ({ id, score: 0.9, because: [{ yours: words, theirs: words }] }));
  const match = {
    broken: false,
    puts,
    put: (record: Parameters<MatchIndex['put']>[0]) => {
      puts.push(record.id);
      if (!('kind' in record)) people.set(record.id, JSON.stringify([record.name, record.answers]));
      else if (record.kind === 'listing') lists.set(record.id, record.title);
    },
    remove: (id: string) => {
      lists.delete(id);
      people.delete(id);
    },
    lists: async (words: string, accept: (id: string) => boolean, limit: number) => {
      if (match.broken) throw new Error('the matcher is broken');
      return find(lists, words, accept, limit);
    },
    people: async (words: string, accept: (id: string) => boolean, limit: number) => {
      if (match.broken) throw new Error('the matcher is broken');
      return find(people, words, accept, limit);
    },
    settled: async () => undefined,
  };
  return match;
}
