/** The web chat as a channel: complete without anybody else's account or token. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Catalogue } from '../../conversation/catalogue.ts';
import type { Accept, Channel } from '../../ports/channel.ts';
import { makeFarewells } from './farewells.ts';
import { type LiveRooms, makeLiveRooms } from './live.ts';
import { replyView } from './message-view.ts';
import { buildServer, listen } from './server.ts';
import { makeWebSessions } from './session.ts';
import type { Texts } from './texts.ts';
import type { WebContext } from './web-context.ts';

/** Settings and parts of the web channel. */
export interface WebOptions
  extends Omit<WebContext, 'live' | 'farewells' | 'sessions' | 'accept' | 'origin' | 'texts'> {
  readonly catalogue: Pick<Catalogue, 'text'>;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How people reach the server from outside, e.g. `https://jiebang.example.cn`; decides about secure cookies and links. */
  readonly baseUrl?: string;
  /** Shared with the staff desk when it lives on the same server. */
  readonly live?: LiveRooms;
  /** Routes of other areas: staff desk, webhooks. */
  readonly plugins: readonly FastifyPluginAsync[];
  /** Routes that need what the channel knows only at its start: the staff desk. */
  readonly pages?: readonly ((context: WebContext) => FastifyPluginAsync)[];
}

/** The web channel and where it listens. */
export type WebChannel = Channel & {
  /** The public address, or the one it listens on; only valid once started. */
  url(): string;
};

/** Makes the web channel; nothing listens before `start`. */
export function makeWebChannel(options: WebOptions): WebChannel {
  const { host, port, baseUrl, plugins, pages = [], catalogue, ...parts } = options;
  const texts: Texts = (locale, key, vars = {}) => catalogue.text({ key, vars }, locale);
  const origin = baseUrl === undefined ? null : new URL(baseUrl).origin;
  const live = options.live ?? makeLiveRooms();
  const farewells = makeFarewells(options.clock);
  const sessions = makeWebSessions({
    ...parts,
    sessions: parts.store.sessions,
    secure: origin?.startsWith('https:') ?? false,
  });
  let app: FastifyInstance | null = null;
  return {
    name: 'web',
    async start(accept: Accept) {
      const context = { ...parts, texts, live, farewells, sessions, accept, origin };
      app = await buildServer(context, [...plugins, ...pages.map((make) => make(context))]);
      await listen(app, host, port);
    },
    async send(to, reply, updates) {
      const replaces = updates?.message === undefined ? null : String(updates.message);
      const view = replyView(reply, options.clock.now().toISOString(), replaces);
      if (reply.farewell) farewells.keep(to.room, view);
      live.publish(to.room, view);
      return { message: reply.id };
    },
    async stop() {
      await app?.close();
      app = null;
    },
    url() {
      if (origin !== null) return origin;
      const bound = app?.server.address();
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      return `http://${name.includes(':') ? `[${name}]` : name}:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
    },
  };
}
