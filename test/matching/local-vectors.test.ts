import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeLocalEmbedder } from '../../src/ai/local-embedder.ts';
import type { Embedder } from '../../src/ports/model.ts';
import { type HeardLog, makeHeardLog } from '../support/heard-log.ts';
import { compileLocalWorker, layModel } from '../support/local-worker.ts';
import { anyone, LISTS, list, matcher } from '../support/match-scene.ts';
import { type MemoryVectors, makeMemoryVectors } from '../support/memory-vectors.ts';
import { makeTinyEncoder } from '../support/tiny-encoder.ts';

const worker = compileLocalWorker();
const root = mkdtempSync(join(tmpdir(), 'jiebang-vectors-'));
afterAll(() => {
  worker.remove();
  rmSync(root, { recursive: true, force: true });
});

let vectors: MemoryVectors;
let log: HeardLog;
beforeEach(() => {
  vectors = makeMemoryVectors();
  log = makeHeardLog();
});

/** The model as it was fetched: `seed` 1 is a newer release of it. */
const local = (seed = 0): Embedder => {
  const { model, files } = makeTinyEncoder('tiny', seed);
  return makeLocalEmbedder({ model, folder: layModel(join(root, `tiny-${seed}`), files), worker: worker.url });
};
/** A model whose thread dies at every text that holds `poison`. */
const fragile = (name: string, poison: string): Embedder => {
  const { model, files } = makeTinyEncoder();
  const program = join(root, `${name}.mjs`);
  writeFileSync(
    program,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ id, text }) => {
       if (text.includes('${poison}')) throw new Error('out of memory');
       parentPort.postMessage({ id, vector: new Float32Array(16).fill(0.25) });
     });`,
  );
  const folder = layModel(join(root, name), files);
  return makeLocalEmbedder({ model, folder, worker: pathToFileURL(program), restMs: 0 });
};
const stocked = (embedder: Embedder) => {
  const index = matcher({ embedder, vectors, log, weights: { vector: 1 }, patienceMs: 500, retryMs: 20 });
  for (const each of LISTS) index.put(each);
  return index;
};

describe('a local model beside the words', () => {
  it('finds what shares a meaning but no word, with vectors kept under its name, length and hash', async () => {
    const embedder = local();
    const index = stocked(embedder);
    await index.settled();
    expect((await index.lists('对位芳酰胺', anyone, 1))[0]?.id).toBe('paper');
    expect([...vectors.rows.values()].every((row) => row.embedder === embedder.id)).toBe(true);
    expect(index.backlog()).toEqual({ kept: LISTS.length, waiting: 0, refused: 0, loaded: true });
  });

  it('keeps its vectors over a restart and makes only what is new', async () => {
    await stocked(local()).settled();
    const before = vectors.saves;
    const again = stocked(local());
    await again.settled();
    expect(vectors.saves).toBe(before);
    again.put(list('new', '钨粉制备'));
    await again.settled();
    expect(vectors.saves).toBe(before + 1);
  });

  it('of a newer release embeds everything anew in the background, while people search by words', async () => {
    await stocked(local()).settled();
    const newer = local(1);
    const index = stocked(newer);
    const began = performance.now();
    expect((await index.lists('无取向电工钢', anyone, 1))[0]?.id).toBe('steel');
    expect(performance.now() - began).toBeLessThan(1_000);
    await index.settled();
    expect([...vectors.rows.values()].every((row) => row.embedder === newer.id)).toBe(true);
    expect((await index.lists('对位芳酰胺', anyone, 1))[0]?.id).toBe('paper');
  });

  it('that crashes at every text costs people nothing but the vectors, and is told once', async () => {
    const index = stocked(fragile('dead', ''));
    for (let i = 0; i < 6; i += 1) {
      const began = performance.now();
      expect((await index.lists('无取向电工钢', anyone, 1))[0]?.id).toBe('steel');
      expect(performance.now() - began).toBeLessThan(1_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(log.text()).toContain('out of memory');
    expect(vectors.rows.size).toBe(0);
  });

  it('that crashes at one text only goes without the vector of that one', async () => {
    const index = stocked(fragile('picky', '电工钢薄'));
    await index.settled();
    expect(index.backlog()).toMatchObject({ kept: LISTS.length - 1, waiting: 0, refused: 1 });
    expect(vectors.rows.has('steel#0')).toBe(false);
    expect((await index.lists('无取向电工钢', anyone, 1))[0]?.id).toBe('steel');
  });

  it('that was never fetched is told once, with the command that fetches it, and is used as soon as it is there', async () => {
    const { model, files } = makeTinyEncoder('later');
    const folder = join(root, 'later');
    const index = stocked(makeLocalEmbedder({ model, folder, worker: worker.url, restMs: 10 }));
    expect((await index.lists('芳纶', anyone, 1))[0]?.id).toBe('paper');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(log.lines).toHaveLength(1);
    expect(log.text()).toContain('npx jiebang model get later');
    layModel(folder, files);
    await index.settled();
    expect((await index.lists('对位芳酰胺', anyone, 1))[0]?.id).toBe('paper');
  });
});
