/** A loopback mirror that serves model files as real ones do, and misbehaves on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TinyEncoder } from './tiny-encoder.ts';

/** How the mirror answers one request. */
export type MirrorFault = 'cut' | 'stall' | 'busy' | 'no-range' | 'forbidden' | 'other-file' | 'longer' | 'empty';

/** The running mirror. Faults are used up one a request. */
export interface ModelMirror {
  readonly url: string;
  /** Path and range of every request. */
  readonly heard: { readonly path: string; readonly range: string | null }[];
  readonly faults: MirrorFault[];
  close(): Promise<void>;
}

function answer(
  bytes: Uint8Array,
  range: string | null,
  fault: MirrorFault | undefined,
  response: ServerResponse,
): void {
  if (fault === 'busy') return void response.writeHead(503).end('busy');
  if (fault === 'forbidden') return void response.writeHead(401).end('who are you');
  if (fault === 'stall') return void response.writeHead(200, { 'content-length': bytes.length }).flushHeaders();
  const from = fault === 'no-range' ? 0 : Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (from >= bytes.length) return void response.writeHead(416).end();
  let body = Buffer.from(bytes.subarray(from));
  if (fault === 'other-file') body = Buffer.alloc(body.length, 1);
  if (fault === 'longer') body = Buffer.concat([body, Buffer.from('more')]);
  if (fault === 'empty') body = Buffer.alloc(0);
  const partial = from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': body.length, ...partial });
  if (fault !== 'cut') return void response.end(body);
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => setTimeout(() => response.destroy(), 20));
}

/** Starts a mirror that holds these encoders. */
export async function startModelMirror(...encoders: readonly TinyEncoder[]): Promise<ModelMirror> {
  const held = new Map<string, Uint8Array>(
    encoders.flatMap(({ model, files }) =>
      Object.entries(files).map(
        ([path, bytes]) => [`/${model.repo}/resolve/${model.revision}/${path}`, bytes] as const,
      ),
    ),
  );
  const heard: { path: string; range: string | null }[] = [];
  const faults: MirrorFault[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const [path = '', range = null] = [request.url, request.headers.range];
    heard.push({ path, range });
    const bytes = held.get(path);
    if (bytes) answer(bytes, range, faults.shift(), response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    faults,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
