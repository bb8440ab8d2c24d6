import { describe, expect, it } from 'vitest';
import { fusedRows, textsToEmbed } from '../../../src/evaluate/matching/fused-rows.ts';
import type { Embedder } from '../../../src/ports/model.ts';
import { STOP } from '../../support/match-scene.ts';

const DOCS = [
  { id: 'paper', text: '高性能芳纶绝缘纸' },
  { id: 'steel', text: '高牌号无取向电工钢薄带' },
  { id: 'team', items: ['茶树育种', '芳纶纤维制备'] },
];
const QUERIES = [{ id: 'q', text: '对位芳酰胺' }];

/** Knows that 对位芳酰胺 is 芳纶, and remembers which text was a question. */
function knowing(asked: string[] = []): Embedder {
  return {
    id: 'stand-in',
    dimensions: 2,
    async embed(texts, purpose) {
      asked.push(...texts.map((text) => `${purpose} ${text}`));
      return texts.map((text) => new Float32Array(/芳纶|芳酰胺/.test(text) ? [1, 0] : [0, 1]));
    },
  };
}
const run = (embedder: Embedder, progress: (done: number) => void = () => undefined) =>
  fusedRows(QUERIES, DOCS, { stop: STOP }, { embedder, weight: 1, progress });

describe('ranking a judged set by words and vectors', () => {
  it('puts first what means the same, scored so that sorting gives the same order', async () => {
    const rows = await run(knowing());
    expect(rows.map(({ doc }) => doc)).toEqual(['paper', 'team', 'steel']);
    expect(rows.map(({ score }) => score).toSorted((a, b) => b - a)).toEqual(rows.map(({ score }) => score));
  });

  it('embeds every item once, as a passage, and every query as a question', async () => {
    const asked: string[] = [];
    const done: number[] = [];
    await run(knowing(asked), (count) => done.push(count));
    expect(asked.filter((each) => each.startsWith('query'))).toEqual(['query 对位芳酰胺']);
    expect(asked).toHaveLength(textsToEmbed(QUERIES, DOCS));
    expect(done.at(-1)).toBe(5);
  });
});
