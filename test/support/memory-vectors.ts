import type { VectorRepository } from '../../src/ports/match.ts';

/** A vector repository that forgets when the process ends; `broken` makes every call fail. */
export interface MemoryVectors extends VectorRepository {
  readonly rows: Map<string, { readonly embedder: string; readonly textHash: string; readonly vector: Float32Array }>;
  broken: boolean;
  /** Calls of `save`. */
  saves: number;
}

/** Makes an empty one. */
export function makeMemoryVectors(): MemoryVectors {
  const rows: MemoryVectors['rows'] = new Map();
  const check = (): void => {
    if (self.broken) throw new Error('disk is full');
  };
  const self: MemoryVectors = {
    rows,
    broken: false,
    saves: 0,
    async load(embedder) {
      check();
      return [...rows].flatMap(([key, row]) =>
        row.embedder === embedder ? [{ key, textHash: row.textHash, vector: row.vector }] : [],
      );
    },
    async save(embedder, fresh) {
      check();
      self.saves += 1;
      for (const { key, textHash, vector } of fresh) rows.set(key, { embedder, textHash, vector });
    },
    async remove(keys) {
      check();
      for (const key of keys) rows.delete(key);
    },
  };
  return self;
}
