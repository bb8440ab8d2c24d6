/** `/r/:token`: a person's own link back into their conversation, from any browser. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffRoles } from '../../programme/standing.ts';
import { html } from './html.ts';
import { notePage } from './note-page.ts';
import { pageLocale } from './page-locale.ts';
import { makeGuessLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';
import { roomAddress, sha256 } from './session.ts';
import type { WebContext } from './web-context.ts';

/**
 * Registers the return link. A browser without a conversation joins at once; one that has another conversation is asked first,
 * so that nobody is led out of their own unawares. A link that was replaced and one that never was get the same answer.
 */
export function addReturnLink(app: FastifyInstance, context: WebContext): void {
  const mayTry = makeGuessLimit();
  const tried = (request: FastifyRequest<{ Params: { token: string } }>) => {
    const wait = mayTry(request.ip, context.clock.now());
    if (wait > 0) throw refusal('slow-down', wait);
    return roomOf(context, request.params.token);
  };
  app.get<{ Params: { token: string } }>('/r/:token', async (request, reply) => {
    const now = await context.sessions.read(request);
    const room = await tried(request);
    if (room === null) return invalid(context, request, reply);
    if (now?.room === room) return reply.redirect('/', 303);
    return now !== null && (await hasTalked(context, now.room))
      ? ask(context, request, reply)
      : join(context, request, reply, room);
  });
  app.post<{ Params: { token: string } }>('/r/:token', async (request, reply) => {
    const room = await tried(request);
    return room === null ? invalid(context, request, reply) : join(context, request, reply, room);
  });
}

/** The person's web room; somebody who came from another platform gets one now. Null for a link that opens nothing. */
async function roomOf(context: WebContext, token: string): Promise<string | null> {
  if (!/^[\w-]{16,200}$/.test(token)) return null;
  const { sessions, records } = context.store;
  const account = await sessions.accountOfReturnLink(sha256(token));
  if (account === null) return null;
  // What staff may do needs the sign-in of the desk: a link that anybody may forward is none.
  const memberships = await records.memberships(account);
  if (staffRoles({ account, memberships }).size > 0) return null;
  const known = (await records.addresses(account)).find((one) => one.channel === 'web' && !one.room.startsWith('desk'));
  if (known) return known.room;
  const room = context.randomId();
  await sessions.link(roomAddress(room), account, context.clock.now());
  return room;
}

async function hasTalked(context: WebContext, room: string): Promise<boolean> {
  const rows = await context.store.messages.transcript(roomAddress(room), 3);
  return rows.some((row) => row.direction === 'in');
}

async function join(context: WebContext, request: FastifyRequest, reply: FastifyReply, room: string) {
  await context.sessions.open(request, reply, { room, staff: null, joined: true });
  return reply.redirect('/', 303);
}

function ask(context: WebContext, request: FastifyRequest, reply: FastifyReply) {
  const locale = pageLocale(request);
  const text = (key: string) => context.texts(locale, `web.return.${key}`);
  const action = html`
    <form method="post"><button class="action" type="submit">${text('join')}</button></form>
    <p><a class="quiet" href="/">${text('stay')}</a></p>`;
  return reply
    .type('text/html')
    .send(notePage(context, locale, { title: text('ask-title'), text: text('ask'), action }));
}

function invalid(context: WebContext, request: FastifyRequest, reply: FastifyReply) {
  const locale = pageLocale(request);
  const text = (key: string) => context.texts(locale, `web.return.${key}`);
  const action = html`<p><a class="action" href="/">${text('open-chat')}</a></p>`;
  const page = notePage(context, locale, { title: text('invalid-title'), text: text('invalid'), action });
  return reply.code(404).type('text/html').send(page);
}
