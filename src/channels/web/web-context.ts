/** What the routes of the web channel share. */
import type { FastifyRequest } from 'fastify';
import type { Shelf } from '../../conversation/reducer-types.ts';
import type { Accept } from '../../ports/channel.ts';
import type { Clock, RandomId } from '../../ports/clock.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Store } from '../../ports/store.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Farewells } from './farewells.ts';
import type { LiveRooms } from './live.ts';
import type { WebSessions } from './session.ts';
import type { Texts } from './texts.ts';

/** Where the channel tells the operator what happened: pino's shape. Never anybody's text. */
export interface WebLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Dependencies of the routes. */
export interface WebContext {
  readonly store: Pick<Store, 'messages' | 'sessions' | 'files'> & {
    readonly records: Pick<Store['records'], 'accountAt' | 'addresses' | 'memberships'>;
  };
  readonly desk: Pick<Desk, 'document'>;
  readonly programme: Programme;
  /** The present snapshot of the public lists. */
  readonly shelf: () => Pick<Shelf, 'named'>;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly log: WebLog;
  readonly live: LiveRooms;
  readonly farewells: Farewells;
  readonly sessions: WebSessions;
  readonly accept: Accept;
  /** Public origin without a slash at the end; null when the operator set none. */
  readonly origin: string | null;
}

/** The origin people reach us at: configured, or the one this request came to. */
export function originOf(context: Pick<WebContext, 'origin'>, request: FastifyRequest): string {
  return context.origin ?? `${request.protocol}://${request.host}`;
}
