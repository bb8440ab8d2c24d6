/** The chat page's own calls: say something, open the chat, read what was said. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Inbound } from '../../ports/message.ts';
import { rowView, saidView } from './message-view.ts';
import { inboundOf, readPosted } from './posted.ts';
import { makeRateLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';
import { roomAddress, sha256, type WebSession } from './session.ts';
import { readUpload } from './upload-ticket.ts';
import type { WebContext } from './web-context.ts';

/** Messages a page of history holds. */
const PAGE = 40;
const JSON_LIMIT = 600_000;

/** Registers `/api/messages`, `/api/opened` and `/api/history`. */
export function addChatRoutes(app: FastifyInstance, context: WebContext, uploadKey: string): void {
  const mayPost = makeRateLimit(40, 2);
  const mayOpen = makeRateLimit(2000, 20);

  app.post('/api/messages', { bodyLimit: JSON_LIMIT }, async (request, reply) => {
    const { room, hash } = await sessionOf(context, request);
    const now = context.clock.now();
    const wait = mayPost(room, now);
    if (wait > 0) throw refusal('slow-down', wait);
    const posted = readPosted(request.body);
    const files = (posted.files ?? []).map((ticket) => readUpload(ticket, room, uploadKey));
    const said = inboundOf(posted, room, now.toISOString(), files);
    await accepted(context, hash === undefined ? said : { ...said, session: hash });
    const shown = posted.text?.trim() || posted.label || files.map((file) => file.name).join('\n');
    if (shown) context.live.publish(room, saidView(posted.id, now.toISOString(), shown));
    return reply.code(202).send({ id: posted.id });
  });

  app.post('/api/opened', { bodyLimit: 2000 }, async (request, reply) => {
    const session = (await context.sessions.read(request)) ?? (await newVisitor(context, mayOpen, request, reply));
    const page = await history(context, session.room);
    if (page.messages.length === 0 && !hasWish(request.body))
      await accepted(context, openedBy(context, request, session.room));
    // The browser keeps unsent messages apart by conversation, without learning the room.
    return { seat: sha256(`seat ${session.room}`).slice(0, 12), ...page };
  });

  app.get('/api/history', async (request) => {
    const last = await lastWord(context, request);
    if (last !== null) return { messages: [last], before: null };
    const { room } = await sessionOf(context, request);
    const before = new URLSearchParams(request.url.split('?')[1]).get('before');
    return await history(context, room, before?.slice(0, 64) || undefined);
  });
}

/** The visitor's session; a refusal without one. */
export async function sessionOf(context: WebContext, request: FastifyRequest): Promise<WebSession> {
  const session = await context.sessions.read(request);
  if (session === null) throw refusal('no-session');
  if (session.hash !== undefined) context.farewells.saw(session.hash, session.room);
  return session;
}

/** The receipt of a deletion, for the browser whose session went with the conversation. */
async function lastWord(context: WebContext, request: FastifyRequest): Promise<object | null> {
  const browser = context.sessions.browserOf(request);
  const word = browser === null ? null : context.farewells.lastWord(browser);
  return word !== null && (await context.sessions.read(request)) === null ? word : null;
}

async function accepted(context: WebContext, message: Inbound): Promise<void> {
  try {
    await context.accept([message]);
  } catch (cause) {
    context.log.error({ error: cause }, 'a web message could not be stored');
    throw refusal('not-saved', 5);
  }
}

async function newVisitor(
  context: WebContext,
  mayOpen: ReturnType<typeof makeRateLimit>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<WebSession> {
  const wait = mayOpen(request.ip, context.clock.now());
  if (wait > 0) throw refusal('slow-down', wait);
  return await context.sessions.open(request, reply, { room: context.randomId(), staff: null });
}

async function history(context: WebContext, room: string, before?: string) {
  const rows = await context.store.messages.transcript(roomAddress(room), PAGE, before);
  return { messages: rows.map(rowView), before: rows.length < PAGE ? null : (rows[0]?.id ?? null) };
}

/** A page opened for a list says so itself: its first words take the place of the greeting. */
function hasWish(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'wish' in body && body.wish === true;
}

function openedBy(context: WebContext, request: FastifyRequest, room: string): Inbound {
  const now = context.clock.now();
  const hint = request.headers['accept-language']?.split(',')[0]?.slice(0, 35);
  const minute = Math.floor(now.getTime() / 60_000);
  return {
    // Tabs that open together are greeted once.
    keys: [`web:${room}:opened:${minute}`],
    address: roomAddress(room),
    receivedAt: now.toISOString(),
    sequence: 0,
    opened: true,
    ...(hint ? { languageHint: hint } : {}),
  };
}
