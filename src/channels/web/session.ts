/** Who a browser is: a random secret in a cookie, of which only the hash is kept. */
import { createHash } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Address } from '../../conversation/address.ts';
import type { Clock, RandomId } from '../../ports/clock.ts';
import type { SessionRepository } from '../../ports/store.ts';

/** A browser's session. `staff` is the account of a signed-in staff member. */
export interface WebSession {
  readonly room: string;
  readonly staff: string | null;
  /** Hash of the cookie's secret: names this browser without opening anything. */
  readonly hash?: string;
  /** True while it is opened by a return link. */
  readonly joined?: boolean;
}

/** Reads, opens and closes sessions. Needs `@fastify/cookie` on the server. */
export interface WebSessions {
  /** The session of the request's cookie; null without a valid one. */
  read(request: FastifyRequest): Promise<WebSession | null>;
  /** The hash of the request's cookie, whether it opens anything or not; null without one. */
  browserOf(request: FastifyRequest): string | null;
  /** Opens a session under a fresh secret; call it at every sign-in so that an older secret is worth nothing. */
  open(request: FastifyRequest, reply: FastifyReply, session: WebSession, days?: number): Promise<WebSession>;
  /** Ends the session and removes the cookie. */
  close(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** What {@link makeWebSessions} needs. `secure` is true when people come over https. */
export interface WebSessionOptions {
  readonly sessions: SessionRepository;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly secure: boolean;
  /** The cookie's name, `jiebang` unless told. */
  readonly cookie?: string;
  /** True for the desk: sessions of staff open the desk and nothing else, all others only the chat. */
  readonly forStaff?: boolean;
}

/** The longest time browsers keep a cookie; a draft must outlive its list's deadline by a month. */
const KEEP_DAYS = 400;

/** Makes the {@link WebSessions} of one server. */
export function makeWebSessions(options: WebSessionOptions): WebSessions {
  const { sessions, clock, randomId, secure, cookie = 'jiebang', forStaff = false } = options;
  const name = secure ? `__Host-${cookie}` : cookie;
  const attributes: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  const drop = async (request: FastifyRequest) => {
    const secret = request.cookies[name];
    if (secret !== undefined) await sessions.close(sha256(secret));
  };
  return {
    async read(request) {
      const secret = request.cookies[name];
      if (secret === undefined || secret.length > 200) return null;
      const found = await sessions.find(sha256(secret), clock.now());
      return found !== null && (found.staff !== null) === forStaff ? { ...found, hash: sha256(secret) } : null;
    },
    browserOf(request) {
      const secret = request.cookies[name];
      return secret === undefined || secret.length > 200 ? null : sha256(secret);
    },
    async open(request, reply, session, days = KEEP_DAYS) {
      await drop(request);
      const secret = randomId() + randomId();
      const at = clock.now();
      const until = new Date(at.getTime() + days * 86_400_000);
      const { room, staff, joined = false } = session;
      await sessions.open({ secretHash: sha256(secret), room, staff, joined, at, until });
      reply.setCookie(name, secret, { ...attributes, maxAge: days * 86_400 });
      return { ...session, hash: sha256(secret) };
    },
    async close(request, reply) {
      await drop(request);
      reply.clearCookie(name, attributes);
    },
  };
}

/** The seat of a visitor: on the web a room has one speaker, however many browsers show it. */
export function roomAddress(room: string): Address {
  return { channel: 'web', room, user: room };
}

/** Lower-case hex sha256 of a token: what the store keeps instead of it. */
export function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
