import { expect, it } from 'vitest';
import { makeHashedEmbedder } from '../../src/matching/hashed-embedder.ts';
import { embedderContract } from '../contracts/embedder-contract.ts';
import { STOP } from '../support/match-scene.ts';

embedderContract('the built-in embedder', async () => makeHashedEmbedder(STOP));

it('puts texts that share words closer together than texts that share none, whatever the script', async () => {
  const [simplified, traditional, other] = await makeHashedEmbedder(STOP).embed([
    '电工钢薄带',
    '電工鋼薄帶',
    '茶树选育',
  ]);
  const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
    a?.reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0) ?? Number.NaN;
  expect(cosine(simplified, traditional)).toBeCloseTo(1, 5);
  expect(cosine(simplified, other)).toBeLessThan(0.2);
});
