/** A loopback endpoint that speaks the OpenAI interface, and misbehaves on demand. */
import { type Loopback, sendJson, startLoopback } from './loopback.ts';

/** How the peer answers one request. */
export type PeerFault =
  | 'slow'
  | 'too-many'
  | 'server-error'
  | 'refused'
  | 'unauthorised'
  | 'wrong-dimensions'
  | 'not-a-number'
  | 'zero'
  | 'half-batch'
  | 'same-index'
  | 'garbage'
  | 'cut';

/** One request as the peer heard it. */
export interface PeerRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string;
}

/** The running peer. Faults are used up one a request; `always` stays until it is set to null. */
export interface OpenAIPeer {
  readonly baseUrl: string;
  readonly requests: PeerRequest[];
  readonly faults: PeerFault[];
  always: PeerFault | null;
  /** Refuses every batch that holds a text with this in it, as endpoints do with what their filters dislike. */
  poison: string | null;
  /** Value of the header of that name in every refusal. */
  retryAfter: string | null;
  /** What the chat model says next; the last answer is repeated. */
  readonly answers: string[];
  close(): Promise<void>;
}

/** Length of the peer's vectors. */
export const PEER_DIMENSIONS = 16;
const SLOW_MS = 3_000;

/** A made-up meaning: synonyms lie close together, everything else is spread by its characters. */
const CONCEPTS: readonly (readonly string[])[] = [
  ['芳纶', '对位芳酰胺', 'aramid'],
  ['电工钢', '硅钢', '矽鋼', 'silicon steel'],
  ['茶树', '茶叶', 'tea'],
];

/** The vector the peer gives for a text. */
export function peerVector(text: string): number[] {
  const vector = Array.from({ length: PEER_DIMENSIONS }, () => 0);
  CONCEPTS.forEach((words, axis) => {
    if (words.some((word) => text.toLowerCase().includes(word))) vector[axis] = 10;
  });
  for (const character of text) {
    const axis = 4 + ((character.codePointAt(0) ?? 0) % (PEER_DIMENSIONS - 4));
    vector[axis] = (vector[axis] ?? 0) + 0.1;
  }
  return vector;
}

function rowsFor(input: readonly string[], fault: PeerFault | undefined): unknown[] {
  const rows = input.map((text, index) => ({ object: 'embedding', index, embedding: peerVector(text) }));
  if (fault === 'wrong-dimensions') return rows.map((row) => ({ ...row, embedding: row.embedding.slice(1) }));
  if (fault === 'not-a-number') return rows.map((row) => ({ ...row, embedding: row.embedding.map(() => null) }));
  if (fault === 'zero') return rows.map((row) => ({ ...row, embedding: row.embedding.map(() => 0) }));
  if (fault === 'half-batch') return rows.slice(0, Math.floor(rows.length / 2));
  if (fault === 'same-index') return rows.map((row) => ({ ...row, index: 0 }));
  // Order is the index, not the place in the answer.
  return rows.reverse();
}

const STATUS: Partial<Record<PeerFault, number>> = {
  'too-many': 429,
  'server-error': 500,
  refused: 400,
  unauthorised: 401,
};

/** Starts the peer on a free port. */
export async function startOpenAIPeer(): Promise<OpenAIPeer> {
  const heard: PeerRequest[] = [];
  const faults: PeerFault[] = [];
  const answers: string[] = [];
  const server: Loopback = await startLoopback(async (request, bytes, response) => {
    const body: Record<string, unknown> = JSON.parse(bytes.toString('utf8'));
    heard.push({ path: request.url ?? '', body, authorization: request.headers.authorization ?? '' });
    const fault = peer.always ?? faults.shift();
    if (fault === 'cut') return void response.destroy();
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS).unref());
    const input = [body.input].flat().map(String);
    const isPoisoned = peer.poison !== null && input.some((text) => text.includes(peer.poison ?? ''));
    const status = isPoisoned ? 400 : fault && STATUS[fault];
    const wait: Record<string, string> = peer.retryAfter === null ? {} : { 'retry-after': peer.retryAfter };
    if (status) return sendJson(response, status, { error: { message: 'made up', type: 'made_up' } }, wait);
    if (fault === 'garbage')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": [');
    if (request.url?.endsWith('/embeddings')) {
      const data = rowsFor(input, fault);
      return sendJson(response, 200, {
        object: 'list',
        model: body.model,
        data,
        usage: { prompt_tokens: 1, total_tokens: 1 },
      });
    }
    const content = (answers.length > 1 ? answers.shift() : answers[0]) ?? '';
    const message = { role: 'assistant', content };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    sendJson(response, 200, {
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: body.model,
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage,
    });
  });
  const peer: OpenAIPeer = {
    baseUrl: `${server.url}/v1`,
    requests: heard,
    faults,
    always: null,
    poison: null,
    retryAfter: null,
    answers,
    close: server.close,
  };
  return peer;
}
