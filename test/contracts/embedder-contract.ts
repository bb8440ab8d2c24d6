import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports/model.ts';
import fc from '../support/fast-check.ts';

const lengthOf = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const TEXTS = ['高性能芳纶绝缘纸', 'Aramid insulation paper', '電工鋼薄帶', '示例'];

/** What every embedder promises. */
export function embedderContract(name: string, make: () => Promise<Embedder>): void {
  describe(`${name} keeps the embedder's promise`, () => {
    it('gives one vector per text, in the order of the texts', async () => {
      const embedder = await make();
      const together = await embedder.embed(TEXTS);
      expect(together).toHaveLength(TEXTS.length);
      for (const [i, text] of TEXTS.entries()) {
        const [alone] = await embedder.embed([text]);
        expect(together[i]).toEqual(alone);
      }
    });

    it('gives vectors of the length and dimensions it says', async () => {
      const embedder = await make();
      for (const vector of await embedder.embed(TEXTS)) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(lengthOf(vector)).toBeCloseTo(1, 4);
      }
    });

    it('gives the same vector for the same text, and names itself the same', async () => {
      const [first, second] = [await make(), await make()];
      expect(first.id).toBe(second.id);
      expect(await first.embed(['示例'])).toEqual(await second.embed(['示例']));
    });

    it('gives nothing for nothing', async () => {
      expect(await (await make()).embed([])).toEqual([]);
    });

    it('takes more texts than one request holds', async () => {
      const many = Array.from({ length: 130 }, (_, i) => `示例文本${i}`);
      expect(await (await make()).embed(many)).toHaveLength(130);
    });

    it('takes any text at all', async () => {
      const embedder = await make();
      const hostile = ['', ' \n', '😀👩‍👩‍👧', '\u0000\u001b[31m', '\ud800', '揭'.repeat(349_525)];
      const check = async (texts: readonly string[]): Promise<void> => {
        for (const vector of await embedder.embed(texts)) expect(lengthOf(vector)).toBeCloseTo(1, 4);
      };
      await check(hostile);
      await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), check), {
        numRuns: 20,
      });
    });
  });
}
