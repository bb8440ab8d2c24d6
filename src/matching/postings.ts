/** Which items hold a term, and how often: all postings of one shelf in a single typed array. */

/** Most occurrences of a term that are told apart. */
export const MOST_OCCURRENCES = 255;
/** Postings by term number. A posting packs the slot (upper 24 bits) and the occurrences (lower 8). */
export interface Postings {
  add(term: number, slot: number, occurrences: number): void;
  remove(term: number, slot: number): void;
  /** The array in force; valid until the next `add`. */
  data(): Uint32Array;
  /** Where a term's postings start in `data`. */
  start(term: number): number;
  count(term: number): number;
}

/** Empty postings. Each term owns a block of a power of two; a full block moves to one twice the size. */
export function makePostings(): Postings {
  let data = new Uint32Array(1 << 12);
  let used = 0;
  const starts: number[] = [];
  const counts: number[] = [];
  /** Size class of a term's block, -1 for none. */
  const classes: number[] = [];
  const freed: number[][] = Array.from({ length: 32 }, () => []);

  const allocate = (sizeClass: number): number => {
    const again = freed[sizeClass]?.pop();
    if (again !== undefined) return again;
    const start = used;
    used += 1 << sizeClass;
    if (used > data.length) {
      const larger = new Uint32Array(Math.max(used, data.length * 2));
      larger.set(data);
      data = larger;
    }
    return start;
  };
  const release = (term: number): void => {
    const sizeClass = classes[term] ?? -1;
    if (sizeClass >= 0) freed[sizeClass]?.push(starts[term] ?? 0);
    classes[term] = -1;
  };
  const grow = (term: number, count: number): void => {
    const sizeClass = (classes[term] ?? -1) + 1;
    const to = allocate(sizeClass);
    const from = starts[term] ?? 0;
    data.copyWithin(to, from, from + count);
    release(term);
    starts[term] = to;
    classes[term] = sizeClass;
  };
  return {
    add(term, slot, occurrences) {
      const count = counts[term] ?? 0;
      const sizeClass = classes[term] ?? -1;
      if (sizeClass < 0 || count === 1 << sizeClass) grow(term, count);
      data[(starts[term] ?? 0) + count] = ((slot << 8) | Math.min(occurrences, MOST_OCCURRENCES)) >>> 0;
      counts[term] = count + 1;
    },
    remove(term, slot) {
      const start = starts[term] ?? 0;
      const last = start + (counts[term] ?? 0) - 1;
      for (let at = start; at <= last; at += 1) {
        if ((data[at] ?? 0) >>> 8 !== slot) continue;
        data[at] = data[last] ?? 0;
        counts[term] = last - start;
        if (last === start) release(term);
        return;
      }
    },
    data: () => data,
    start: (term) => starts[term] ?? 0,
    count: (term) => counts[term] ?? 0,
  };
}
