/** Coming to the desk by a one-time link, and leaving it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuditEntry, Locale } from '../../../programme/records.ts';
import { html } from '../html.ts';
import { notePage } from '../note-page.ts';
import { pageLocale } from '../page-locale.ts';
import { makeGuessLimit } from '../rate-limit.ts';
import { refusal } from '../refusal.ts';
import { roomAddress, sha256 } from '../session.ts';
import type { DeskContext } from './desk-context.ts';
import { signedOutPage } from './desk-frame.ts';
import { deskRoom } from './staff-member.ts';

/** A sign-in lasts a working day. */
const SEAT_DAYS = 0.5;
const TOKEN = /^[\w-]{16,200}$/;

/**
 * Registers `/desk/enter/:token` and `/desk/leave`. Opening the link only shows a button: previews of mail and chat
 * programs must not use it up. Used, expired, unknown and revoked links all get the same sentence.
 */
export function addEnterPage(app: FastifyInstance, context: DeskContext): void {
  const mayTry = makeGuessLimit();
  app.get<{ Params: { token: string } }>('/desk/enter/:token', async (request, reply) => {
    const locale = pageLocale(request);
    const text = (key: string) => context.texts(locale, `desk.${key}`);
    const action = html`<form method="post"><button class="action" type="submit">${text('enter')}</button></form>`;
    const note = { title: text('enter-title'), text: text('enter-text'), action };
    return reply.type('text/html').send(notePage(context, locale, note));
  });
  app.post<{ Params: { token: string } }>('/desk/enter/:token', async (request, reply) => {
    const wait = mayTry(request.ip, context.clock.now());
    if (wait > 0) throw refusal('slow-down', wait);
    const account = await accountOf(context, request.params.token);
    return account === null ? refuse(context, request, reply) : enter(context, request, reply, account);
  });
  app.post('/desk/leave', async (request, reply) => {
    await context.seats.close(request, reply);
    return reply.type('text/html').send(leftPage(context, pageLocale(request)));
  });
}

async function accountOf(context: DeskContext, token: string): Promise<string | null> {
  if (!TOKEN.test(token)) return null;
  const account = await context.store.sessions.useOwnerLink(sha256(token), context.clock.now());
  return account !== null && (await context.desk.me(account)) !== null ? account : null;
}

async function enter(context: DeskContext, request: FastifyRequest, reply: FastifyReply, account: string) {
  const room = deskRoom(account);
  // What the desk posts from this room is the account's own doing, in the audit too.
  await context.staff.link(roomAddress(room), account, entered(context, account));
  await context.seats.open(request, reply, { room, staff: account }, SEAT_DAYS);
  return reply.redirect('/desk', 303);
}

function entered(context: DeskContext, account: string): AuditEntry {
  const object = { kind: 'account', id: account };
  const at = context.clock.now().toISOString();
  return {
    at,
    actor: account,
    action: 'desk-enter',
    object,
    from: null,
    to: null,
    reasonHash: null,
    turn: context.randomId(),
  };
}

function refuse(context: DeskContext, request: FastifyRequest, reply: FastifyReply) {
  const locale = pageLocale(request);
  const text = (key: string) => context.texts(locale, `desk.${key}`);
  const note = { title: text('link-gone-title'), text: text('link-gone'), action: html`` };
  return reply
    .code(410)
    .type('text/html')
    .send(notePage(context, locale, note));
}

function leftPage(context: DeskContext, locale: Locale): string {
  return signedOutPage(context, locale);
}
