import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type LocalSettings, makeLocalEmbedder } from '../../src/ai/local-embedder.ts';
import { isBotError } from '../../src/errors.ts';
import { embedderContract } from '../contracts/embedder-contract.ts';
import { compileLocalWorker, layModel } from '../support/local-worker.ts';
import { makeTinyEncoder, TINY_DIMENSIONS } from '../support/tiny-encoder.ts';

const worker = compileLocalWorker();
const root = mkdtempSync(join(tmpdir(), 'jiebang-local-'));
afterAll(() => {
  worker.remove();
  rmSync(root, { recursive: true, force: true });
});

const tiny = makeTinyEncoder();
const folder = layModel(join(root, 'tiny'), tiny.files);
const make = (changes: Partial<LocalSettings> = {}) =>
  makeLocalEmbedder({ model: tiny.model, folder, worker: worker.url, restMs: 0, ...changes });
const shared = make();

embedderContract('a local model', async () => shared);

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  (a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
/** A thread that does as it is told, for what a real model does only once in a while. */
const thread = (name: string, program: string): URL => {
  const file = join(root, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  return pathToFileURL(file);
};

describe('a local model', () => {
  it('reads meaning where the words differ', async () => {
    const [aramid, same, steel] = await shared.embed(['芳纶', '对位芳酰胺', '电工钢']);
    expect(cosine(aramid, same)).toBeGreaterThan(0.8);
    expect(cosine(aramid, steel)).toBeLessThan(0.4);
  });

  it('is known by name, length and the hash of its weights', () => {
    const other = makeTinyEncoder('tiny', 1);
    expect(shared.id).toMatch(/^local:tiny:16:[0-9a-f]{16}$/);
    expect(makeLocalEmbedder({ model: other.model, folder }).id).not.toBe(shared.id);
  });

  it('cuts long texts by tokens, end mark kept, so that what follows changes nothing', async () => {
    const head = '电工钢'.repeat(40);
    const [one, two] = await shared.embed([head, head + '茶树'.repeat(200)]);
    expect(one).toEqual(two);
  });

  it('puts before a question what the model wants there, and nothing before a passage', async () => {
    const asked = make({ model: { ...tiny.model, queryPrefix: '茶' } });
    const [query] = await asked.embed(['电工钢'], 'query');
    const [passage] = await asked.embed(['电工钢'], 'passage');
    const [prefixed] = await shared.embed(['茶电工钢']);
    expect(query).toEqual(prefixed);
    expect(passage).toEqual((await shared.embed(['电工钢']))[0]);
  });

  it('takes the mean of all tokens where the model wants that', async () => {
    const mean = make({ model: { ...tiny.model, pooling: 'mean' } });
    const [vector] = await mean.embed(['芳纶']);
    expect(vector).toHaveLength(TINY_DIMENSIONS);
    expect(vector).not.toEqual((await shared.embed(['芳纶']))[0]);
  });

  it('leaves this thread free: a timer keeps its time while hundreds of texts are embedded', async () => {
    let late = 0;
    let before = performance.now();
    const ticking = setInterval(() => {
      late = Math.max(late, performance.now() - before - 5);
      before = performance.now();
    }, 5);
    await shared.embed(Array.from({ length: 300 }, (_, i) => `高性能芳纶绝缘纸${i}`.repeat(6)));
    clearInterval(ticking);
    expect(late).toBeLessThan(150);
  });

  it('lets the words of somebody who searches pass between the texts of a long batch', async () => {
    const order: string[] = [];
    const long = shared.embed(Array.from({ length: 200 }, (_, i) => `示例文本${i}`)).then(() => order.push('batch'));
    await shared.embed(['芳纶'], 'query').then(() => order.push('query'));
    await long;
    expect(order).toEqual(['query', 'batch']);
  });
});

describe('a local model that cannot work', () => {
  it('says which file is missing and which command fetches it', async () => {
    const failure = await failureOf(make({ folder: join(root, 'nowhere') }).embed(['甲']));
    expect(isBotError(failure, 'model') && failure.retryable).toBe(true);
    expect(String(failure)).toContain('onnx/model.onnx is missing or not whole: run npx jiebang model get tiny');
  });

  it('is not loaded from a file that was cut', async () => {
    const cut = layModel(join(root, 'cut'), tiny.files);
    truncateSync(join(cut, 'onnx/model.onnx'), 100);
    expect(String(await failureOf(make({ folder: cut }).embed(['甲'])))).toContain('not whole');
  });

  it('gives no vector when the weights are of another shape than its entry says', async () => {
    const other = make({ model: { ...tiny.model, dimensions: 32 } });
    expect(String(await failureOf(other.embed(['芳纶'])))).toContain('where [1, 4, 32] is expected');
  });

  it('gives no vector when the weights are no model at all', async () => {
    const junk = makeTinyEncoder('junk');
    const bytes = new Uint8Array(junk.model.files[0]?.size ?? 0).fill(7);
    const at = layModel(join(root, 'junk'), { ...junk.files, 'onnx/model.onnx': bytes });
    const failure = await failureOf(make({ folder: at }).embed(['甲']));
    expect(isBotError(failure, 'model') && failure.retryable, String(failure)).toBe(true);
  });

  it('tells everybody who waits when its thread crashes, and starts a new one for the next text', async () => {
    const mark = join(root, 'crashed');
    const crashing = make({
      worker: thread(
        'crash',
        `import { existsSync, writeFileSync } from 'node:fs';
         parentPort.on('message', ({ id }) => {
           if (!existsSync(${JSON.stringify(mark)})) { writeFileSync(${JSON.stringify(mark)}, ''); throw new Error('out of memory'); }
           parentPort.postMessage({ id, vector: new Float32Array(${TINY_DIMENSIONS}).fill(0.25) });
         });`,
      ),
    });
    const both = await Promise.all([failureOf(crashing.embed(['甲'])), failureOf(crashing.embed(['乙']))]);
    for (const failure of both) expect(String(failure)).toContain('the thread failed: out of memory');
    expect((await crashing.embed(['丙']))[0]).toHaveLength(TINY_DIMENSIONS);
  });

  it('is left alone for a while after a crash, and says so at once', async () => {
    const dead = make({ restMs: 60_000, worker: thread('dead', 'process.exit(3);') });
    await failureOf(dead.embed(['甲']));
    expect(String(await failureOf(dead.embed(['甲'])))).toContain('is left alone after it failed');
  });

  it('is ended when it never answers, also in the middle of a calculation', async () => {
    const hung = make({ timeoutMs: 300, worker: thread('hung', "parentPort.on('message', () => { for (;;) {} });") });
    expect(String(await failureOf(hung.embed(['甲'])))).toContain('no vector within 300 ms');
  });

  it('is not believed when it gives something that is no number', async () => {
    const wrong = make({
      worker: thread(
        'nan',
        `parentPort.on('message', ({ id }) => parentPort.postMessage({ id, vector: new Float32Array(${TINY_DIMENSIONS}).fill(NaN) }));`,
      ),
    });
    expect(String(await failureOf(wrong.embed(['甲'])))).toContain('no number');
  });
});
