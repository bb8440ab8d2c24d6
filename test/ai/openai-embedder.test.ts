import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbedderSettings, makeOpenAIEmbedder } from '../../src/ai/openai-embedder.ts';
import { isBotError } from '../../src/errors.ts';
import { embedderContract } from '../contracts/embedder-contract.ts';
import { type OpenAIPeer, PEER_DIMENSIONS, type PeerFault, startOpenAIPeer } from '../support/openai-peer.ts';

let peer: OpenAIPeer;
beforeAll(async () => {
  peer = await startOpenAIPeer();
});
afterAll(() => peer.close());
beforeEach(() => {
  peer.requests.length = 0;
  peer.faults.length = 0;
  peer.always = null;
  peer.retryAfter = null;
});

const make = (changes: Partial<EmbedderSettings> = {}) =>
  makeOpenAIEmbedder({
    baseUrl: peer.baseUrl,
    key: 'none',
    model: 'sample-embedder',
    dimensions: PEER_DIMENSIONS,
    timeoutMs: 600,
    ...changes,
  });

embedderContract('an OpenAI-compatible endpoint', () => make({ timeoutMs: 5_000 }));

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('asking the endpoint', () => {
  it('asks for plain numbers, with the key, and for shorter vectors only where the model can shorten', async () => {
    await (await make()).embed(['示例']);
    await (await make({ model: 'text-embedding-3-small' })).embed(['示例']);
    const [plain, shortened] = peer.requests;
    expect(plain).toMatchObject({
      path: '/v1/embeddings',
      authorization: 'Bearer none',
      body: { model: 'sample-embedder', encoding_format: 'float' },
    });
    expect(plain?.body).not.toHaveProperty('dimensions');
    expect(shortened?.body.dimensions).toBe(PEER_DIMENSIONS);
  });

  it('sends batches, never one huge request', async () => {
    await (await make({ batch: 64 })).embed(Array.from({ length: 150 }, (_, i) => `第${i}项`));
    expect(peer.requests.map((request) => [request.body.input].flat().length)).toEqual([64, 64, 22]);
  });

  it('sends no more texts at a time than every provider takes, unless told otherwise', async () => {
    const embedder = await make();
    await embedder.embed(Array.from({ length: 25 }, (_, i) => `第${i}项`));
    expect(peer.requests.map((request) => [request.body.input].flat().length)).toEqual([10, 10, 5]);
    expect(embedder.batch).toBe(10);
  });

  it('keeps to the requests a minute it may make for the backlog, and lets a search pass', async () => {
    const embedder = await make({ batch: 1, perMinute: 600 });
    const began = performance.now();
    const backlog = embedder.embed(['甲', '乙', '丙', '丁']);
    await embedder.embed(['芳纶'], 'query');
    expect(performance.now() - began).toBeLessThan(250);
    await backlog;
    expect(performance.now() - began).toBeGreaterThan(280);
  });

  it('passes on how long the endpoint asks to be left in peace', async () => {
    peer.always = 'too-many';
    peer.retryAfter = '7';
    const failure = await failureOf((await make()).embed(['甲']));
    expect(isBotError(failure, 'model') && failure.retryAfterMs).toBe(7_000);
  });

  it('never sends numbers of identity cards or bank cards', async () => {
    await (await make()).embed(['联系人 11010519491231002X，卡号 6222021234567890123']);
    expect(JSON.stringify(peer.requests)).not.toMatch(/49123100|1234567890/);
  });
});

describe('an endpoint that misbehaves', () => {
  const outages: readonly PeerFault[] = [
    'slow',
    'too-many',
    'server-error',
    'unauthorised',
    'wrong-dimensions',
    'not-a-number',
    'zero',
    'half-batch',
    'same-index',
    'garbage',
    'cut',
  ];

  it.each(outages)('gives no vector at all when the answer is: %s', async (fault) => {
    peer.always = fault;
    const failure = await failureOf((await make()).embed(['甲', '乙', '丙']));
    expect(isBotError(failure, 'model') && failure.retryable, String(failure)).toBe(true);
  });

  it.each(outages.filter((fault) => fault !== 'slow'))(
    'is asked once more, and believed when it recovers from: %s',
    async (fault) => {
      peer.faults.push(fault);
      expect(await (await make({ timeoutMs: 2_000 })).embed(['甲', '乙'])).toHaveLength(2);
      expect(peer.requests).toHaveLength(2);
    },
  );

  it('is not asked again when it says the text itself is wrong', async () => {
    peer.always = 'refused';
    const failure = await failureOf((await make()).embed(['甲']));
    expect(isBotError(failure, 'model') && !failure.retryable).toBe(true);
    expect(peer.requests).toHaveLength(1);
  });

  it('is told apart by the setting to change when its vectors have another length', async () => {
    peer.always = 'wrong-dimensions';
    const failure = await failureOf((await make()).embed(['甲']));
    expect(String(failure)).toContain(`OPENAI_EMBEDDING_DIMENSIONS=${PEER_DIMENSIONS - 1}`);
  });

  it('is left alone after repeated failures', async () => {
    peer.always = 'server-error';
    const embedder = await make();
    for (let i = 0; i < 5; i += 1) await failureOf(embedder.embed(['甲']));
    const asked = peer.requests.length;
    const failure = await failureOf(embedder.embed(['甲']));
    expect(peer.requests.length).toBe(asked);
    expect(String(failure)).toContain('left alone');
  });

  it('never finds its key in an error', async () => {
    peer.always = 'unauthorised';
    const failure = await failureOf((await make({ key: 'sk-secret' })).embed(['甲']));
    expect(String(failure)).not.toContain('sk-secret');
  });
});
