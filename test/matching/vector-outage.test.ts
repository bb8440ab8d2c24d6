import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOpenAIEmbedder } from '../../src/ai/openai-embedder.ts';
import type { MatchIndex } from '../../src/ports/match.ts';
import { type HeardLog, makeHeardLog } from '../support/heard-log.ts';
import { anyone, LISTS, list, matcher, person } from '../support/match-scene.ts';
import { type MemoryVectors, makeMemoryVectors } from '../support/memory-vectors.ts';
import { type OpenAIPeer, PEER_DIMENSIONS, type PeerFault, startOpenAIPeer } from '../support/openai-peer.ts';

let peer: OpenAIPeer;
let vectors: MemoryVectors;
let log: HeardLog;
beforeAll(async () => {
  peer = await startOpenAIPeer();
});
afterAll(() => peer.close());
beforeEach(() => {
  Object.assign(peer, { always: null, poison: null });
  peer.requests.length = 0;
  vectors = makeMemoryVectors();
  log = makeHeardLog();
});

const remote = async (): Promise<MatchIndex> => {
  const settings = {
    baseUrl: peer.baseUrl,
    key: 'none',
    model: 'sample-embedder',
    dimensions: PEER_DIMENSIONS,
    timeoutMs: 300,
  };
  return matcher({
    embedder: await makeOpenAIEmbedder(settings),
    vectors,
    log,
    weights: { vector: 1 },
    patienceMs: 400,
    retryMs: 20,
  });
};
const stocked = async (): Promise<MatchIndex> => {
  const index = await remote();
  for (const each of LISTS) index.put(each);
  return index;
};
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
};
const embedded = (): number => peer.requests.reduce((sum, request) => sum + [request.body.input].flat().length, 0);

describe('vectors beside words', () => {
  it('find what shares a meaning but no word', async () => {
    const index = await stocked();
    await index.settled();
    const [hit] = await index.lists('对位芳酰胺', anyone, 1);
    expect(hit?.id).toBe('paper');
  });

  it('are kept per item, and made again only when its text changes', async () => {
    const index = await stocked();
    await index.settled();
    expect([...vectors.rows.keys()].toSorted()).toEqual(LISTS.map((each) => `${each.id}#0`).toSorted());
    const before = embedded();
    for (const each of LISTS) index.put(each);
    index.put(list('tea', '油茶嫁接'));
    await index.settled();
    expect(embedded() - before).toBe(1);
  });

  it('are used again after a restart', async () => {
    await (await stocked()).settled();
    const before = embedded();
    const again = await stocked();
    await again.settled();
    expect(embedded()).toBe(before);
    expect((await again.lists('对位芳酰胺', anyone, 1))[0]?.id).toBe('paper');
  });

  it('are asked for once when two records hold the same text', async () => {
    const index = await remote();
    index.put(list('a', '钨粉制备'));
    index.put(list('b', '钨粉制备'));
    await index.settled();
    index.put(list('c', '钨粉制备'));
    await index.settled();
    expect(embedded()).toBe(1);
    expect(vectors.rows.size).toBe(3);
  });

  it('of a text that was changed while the bot was down are made anew', async () => {
    await (await stocked()).settled();
    const before = embedded();
    const again = await remote();
    for (const each of LISTS.filter(({ id }) => id !== 'paper')) again.put(each);
    again.put(list('paper', '生猪养殖'));
    expect((await again.lists('对位芳酰胺', anyone, 1))[0]?.id).not.toBe('paper');
    await again.settled();
    expect(embedded() - before).toBeLessThanOrEqual(2);
    expect((await again.lists('生猪', anyone, 1))[0]?.id).toBe('paper');
  });

  it('that are broken on disk are made again rather than compared', async () => {
    await (await stocked()).settled();
    const row = vectors.rows.get('tea#0');
    if (row) vectors.rows.set('tea#0', { ...row, vector: row.vector.map(() => Number.NaN) });
    const before = embedded();
    await (await stocked()).settled();
    expect(embedded() - before).toBe(1);
    expect(vectors.rows.get('tea#0')?.vector.every(Number.isFinite)).toBe(true);
  });

  it('of another model are not believed', async () => {
    vectors.rows.set('tea#0', { embedder: 'another', textHash: 'x', vector: new Float32Array(PEER_DIMENSIONS) });
    await (await stocked()).settled();
    expect(vectors.rows.get('tea#0')?.embedder).toContain('sample-embedder');
  });

  it('go with the record, and with items it no longer has', async () => {
    const index = await remote();
    index.put(person('p', { work: '芳纶纸', results: '甲项成果\n乙项成果' }));
    index.put(list('l', '芳纶纸'));
    await index.settled();
    expect(vectors.rows.size).toBe(4);
    index.put(person('p', { work: '芳纶纸' }));
    index.remove('l');
    await index.settled();
    expect([...vectors.rows.keys()]).toEqual(['p#0']);
  });

  it('are not kept for somebody who left while the endpoint worked', async () => {
    const index = await remote();
    index.put(person('p', { work: '芳纶纸' }));
    await until(() => peer.requests.length > 0);
    index.remove('p');
    await index.settled();
    expect(vectors.rows.size).toBe(0);
  });
});

describe('an endpoint that fails', () => {
  const faults: readonly PeerFault[] = [
    'slow',
    'too-many',
    'server-error',
    'wrong-dimensions',
    'not-a-number',
    'half-batch',
    'garbage',
    'cut',
    'unauthorised',
  ];

  it.each(faults)(
    'by “%s” stores nothing wrong, holds up no search, and is caught up with afterwards',
    async (fault) => {
      peer.always = fault;
      const index = await stocked();
      for (let i = 0; i < 5; i += 1) {
        const began = performance.now();
        const [hit] = await index.lists('无取向电工钢', anyone, 3);
        expect(performance.now() - began).toBeLessThan(1_000);
        expect(hit?.id).toBe('steel');
      }
      expect(vectors.rows.size).toBe(0);
      await until(() => log.lines.length > 0);
      peer.always = null;
      await index.settled();
      expect(vectors.rows.size).toBe(LISTS.length);
      expect((await index.lists('对位芳酰胺', anyone, 1))[0]?.id).toBe('paper');
    },
  );

  it('is told to the operator once when it goes and once when it is back', async () => {
    peer.always = 'server-error';
    const index = await stocked();
    await until(() => log.lines.length > 0);
    for (let i = 0; i < 5; i += 1) await index.lists('芳纶', anyone, 1);
    peer.always = null;
    await index.settled();
    expect(log.lines.map((line) => line.level)).toEqual(['warn', 'info']);
    expect(log.text()).not.toContain('芳纶');
  });

  it('only while searching is noticed, and used again when it answers again', async () => {
    const index = await stocked();
    await index.settled();
    peer.always = 'server-error';
    expect((await index.lists('芳纶纸', anyone, 1))[0]?.id).toBe('paper');
    expect(await index.lists('aramid', anyone, 1)).toEqual([]);
    peer.always = null;
    await index.settled();
    expect((await index.lists('aramid', anyone, 1))[0]?.id).toBe('paper');
  });

  it('for one text alone keeps no other from its vector', async () => {
    peer.poison = '蓝藻';
    const index = await stocked();
    await index.settled();
    expect(vectors.rows.size).toBe(LISTS.length - 1);
    expect(vectors.rows.has('lake#0')).toBe(false);
    expect((await index.lists('湖泊蓝藻', anyone, 1))[0]?.id).toBe('lake');
  });
});

describe('a disk that fails', () => {
  it('delays vectors and deletions, and loses neither', async () => {
    const index = await stocked();
    await index.settled();
    vectors.broken = true;
    index.put(list('new', '钨粉制备'));
    index.remove('tea');
    await until(() => log.lines.length > 0);
    expect((await index.lists('钨粉', anyone, 1))[0]?.id).toBe('new');
    vectors.broken = false;
    await index.settled();
    expect(vectors.rows.has('new#0')).toBe(true);
    expect(vectors.rows.has('tea#0')).toBe(false);
  });
});

describe('the built-in way', () => {
  it('makes and keeps no vectors, and is settled at once', async () => {
    const index = matcher({ vectors });
    index.put(list('l', '芳纶纸'));
    await index.settled();
    expect(vectors.saves).toBe(0);
  });
});
