/** The stream on which a browser hears new messages at once. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sessionOf } from './chat-routes.ts';
import { refusal } from './refusal.ts';
import type { WebContext } from './web-context.ts';

const PER_ROOM = 12;
const IN_ALL = 5000;
const HEARTBEAT_MS = 20_000;
/** A browser that reads slower than this many bytes behind is let go: it comes back and reads the history. */
const BACKLOG = 1_000_000;

/** Registers `GET /api/live` (server-sent events); a full house gets 429 and polls the history instead. */
export function addLiveRoute(app: FastifyInstance, context: WebContext): void {
  app.get('/api/live', async (request, reply) => {
    const { room } = await sessionOf(context, request);
    const { live } = context;
    if (live.listeners(room) >= PER_ROOM || live.total() >= IN_ALL) throw refusal('slow-down', 30);
    streamRoom(
      reply,
      (listener) => live.subscribe(room, listener),
      async () => {
        const now = await context.sessions.read(request);
        return now?.room === room;
      },
    );
  });
}

/** Turns the answer into an event stream fed by `subscribe` until either side goes away, or `isStillIn` says no. For the staff desk too. */
export function streamRoom(
  reply: FastifyReply,
  subscribe: (listener: (data: object) => void) => () => void,
  isStillIn: () => Promise<boolean> = async () => true,
): void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const write = (chunk: string) => {
    if (raw.writableLength > BACKLOG) raw.destroy();
    else if (!raw.writableEnded) raw.write(chunk);
  };
  // The first event tells the browser that nothing on the way holds events back.
  write('retry: 2000\nevent: hello\ndata: {}\n\n');
  // A browser signed out meanwhile hears nothing more: each event asks again, in order.
  let turn: Promise<unknown> = Promise.resolve();
  const stop = subscribe((data) => {
    turn = turn.then(isStillIn).then(
      (still) => {
        // The receipt of a deletion comes when the session is gone already.
        if (still || 'farewell' in data) write(`data: ${JSON.stringify(data)}\n\n`);
        if (!still) raw.end();
      },
      () => raw.destroy(),
    );
  });
  const beat = setInterval(() => write(': beat\n\n'), HEARTBEAT_MS);
  raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
}
