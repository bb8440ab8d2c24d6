import { beforeEach, describe, expect, it } from 'vitest';
import { botError } from '../../src/errors.ts';
import { makeVectorKeeper } from '../../src/matching/vector-keeper.ts';
import type { Embedder } from '../../src/ports/model.ts';
import { type HeardLog, makeHeardLog } from '../support/heard-log.ts';
import { type MemoryVectors, makeMemoryVectors } from '../support/memory-vectors.ts';
import { until } from '../support/until.ts';

let vectors: MemoryVectors;
let log: HeardLog;
beforeEach(() => {
  vectors = makeMemoryVectors();
  log = makeHeardLog();
});

/** An embedder that fails at texts with this in them, and counts what it was asked. */
function embedder(poison: string, error = botError('model', 'it fell', { retryable: true })) {
  const asked: (readonly string[])[] = [];
  const made: Embedder = {
    id: 'stand-in',
    dimensions: 2,
    batch: 4,
    async embed(texts) {
      asked.push(texts);
      if (poison !== '' && texts.some((text) => text.includes(poison))) throw error;
      return texts.map(() => new Float32Array([1, 0]));
    },
  };
  return { made, asked };
}
const keeper = (made: Embedder) => makeVectorKeeper({ embedder: made, vectors, log, retryMs: 1 });

describe('keeping vectors', () => {
  it('hands the embedder as many texts at a time as it likes', async () => {
    const { made, asked } = embedder('');
    const kept = keeper(made);
    for (let i = 0; i < 10; i += 1) kept.want(`k${i}`, `文本${i}`);
    await kept.settled();
    expect(asked.map((texts) => texts.length)).toEqual([4, 4, 2]);
    expect(kept.backlog()).toEqual({ kept: 10, waiting: 0, refused: 0, loaded: true });
  });

  it('gives up one text that fails alone three times while the model is well, and no other', async () => {
    const { made } = embedder('毒');
    const kept = keeper(made);
    for (const text of ['甲', '乙', '毒', '丙', '丁', '戊']) kept.want(text, text);
    await kept.settled();
    expect(kept.backlog()).toMatchObject({ kept: 5, refused: 1 });
    expect(vectors.rows.has('毒')).toBe(false);
    expect(log.text()).toContain('one text has no vector');
  });

  it('tries a given-up text again when it was changed', async () => {
    const { made } = embedder('毒');
    const kept = keeper(made);
    kept.want('k', '毒');
    await kept.settled();
    expect(kept.backlog().refused).toBe(1);
    kept.want('k', '药');
    await kept.settled();
    expect(kept.backlog()).toMatchObject({ kept: 1, refused: 0 });
  });

  it('never gives up a text because the disk fails, however long', async () => {
    const { made, asked } = embedder('');
    const kept = keeper({ ...made, batch: 1 });
    await kept.settled();
    vectors.broken = true;
    kept.want('k', '文本');
    await until(() => asked.length > 8);
    expect(kept.backlog()).toMatchObject({ waiting: 1, refused: 0 });
    vectors.broken = false;
    await kept.settled();
    expect(vectors.rows.has('k')).toBe(true);
  });

  it('never gives up a text while the model is out for all, however long', async () => {
    let isOut = true;
    const { made, asked } = embedder('');
    const kept = keeper({
      ...made,
      batch: 1,
      async embed(texts) {
        asked.push(texts);
        if (isOut) throw botError('model', 'out', { retryable: true });
        return texts.map(() => new Float32Array([1, 0]));
      },
    });
    kept.want('k', '文本');
    await until(() => asked.length > 12);
    isOut = false;
    await kept.settled();
    expect(kept.backlog()).toMatchObject({ kept: 1, refused: 0 });
  });

  it('waits as long as the endpoint asks', async () => {
    const { made, asked } = embedder('文', botError('model', 'busy', { retryable: true, retryAfterMs: 60_000 }));
    const kept = keeper(made);
    kept.want('k', '文本');
    await until(() => asked.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toHaveLength(1);
    kept.forget('k');
  });

  it.each([
    ['of another length', new Float32Array([1, 0, 0])],
    ['that holds no number', new Float32Array([Number.NaN, 0])],
  ])('stores no vector %s, whoever made it', async (_, vector) => {
    const { made, asked } = embedder('');
    const kept = keeper({
      ...made,
      async embed(texts) {
        asked.push(texts);
        return texts.map(() => vector);
      },
    });
    kept.want('k', '文本');
    await until(() => asked.length > 2);
    expect(vectors.rows.size).toBe(0);
    expect(kept.isOut()).toBe(true);
    expect(kept.get('k')).toBeUndefined();
  });
});
