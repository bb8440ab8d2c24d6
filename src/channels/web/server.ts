/** The one HTTP server: chat, staff desk and the webhooks of other platforms share its port. */
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import statics from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { botError } from '../../errors.ts';
import { addChatRoutes } from './chat-routes.ts';
import { addDocumentRoute } from './document-route.ts';
import { addErrorAnswers } from './error-answer.ts';
import { addFiles } from './files.ts';
import { addLiveRoute } from './live-route.ts';
import { addChatPage } from './page.ts';
import { addPoster } from './poster.ts';
import { addPrivacyPage } from './privacy-page.ts';
import { addQrCode } from './qr-code.ts';
import { addReturnLink } from './return-link.ts';
import { addSecurity, STRICT_HEADERS } from './security.ts';
import { addSharePage } from './share-page.ts';
import type { WebContext } from './web-context.ts';

/** The browser's files, beside this one in the source and in the package. */
const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));

/** Builds the server without listening. `plugins` are other areas' routes; cookies are there for all of them. */
export async function buildServer(
  context: WebContext,
  plugins: readonly FastifyPluginAsync[],
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 1_000_000,
    // Nine photos over a slow line take their time; headers still have a minute only.
    requestTimeout: 900_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 250 },
    // Addresses the router itself cannot read never reach our hooks.
    frameworkErrors: (_error, _request, reply) => {
      const body = JSON.stringify({ error: 'not-found', text: context.texts('zh', 'web.error.not-found') });
      reply.raw.writeHead(404, { ...STRICT_HEADERS, 'content-type': 'application/json; charset=utf-8' }).end(body);
    },
  });
  addErrorAnswers(app, context);
  await app.register(cookie);
  addSecurity(app, context.origin);
  for (const plugin of plugins) await app.register(plugin);
  await app.register((scope) => addOwnRoutes(scope, context));
  return app;
}

/** Listens, or says in one plain sentence why it cannot. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE')
      throw botError(
        'config',
        `Port ${port} is already in use: stop the program that holds it, or set PORT to another number.`,
        { cause },
      );
    if (code === 'EACCES')
      throw botError('config', `Port ${port} needs more rights than this user has: set PORT to 1024 or above.`, {
        cause,
      });
    throw botError('config', `The web server cannot listen on ${host}:${port}: check HOST and PORT.`, { cause });
  }
}

async function addOwnRoutes(scope: FastifyInstance, context: WebContext): Promise<void> {
  await scope.register(formbody);
  await scope.register(statics, {
    root: CLIENT,
    prefix: '/assets/',
    cacheControl: false,
    index: false,
    setHeaders: (reply) => reply.header('cache-control', 'no-cache'),
  });
  const uploadKey = context.randomId();
  await addFiles(scope, context, uploadKey);
  addChatRoutes(scope, context, uploadKey);
  addLiveRoute(scope, context);
  addChatPage(scope, context);
  addSharePage(scope, context);
  addPoster(scope, context);
  addPrivacyPage(scope, context);
  addQrCode(scope, context);
  addReturnLink(scope, context);
  addDocumentRoute(scope, context);
  scope.get('/healthz', async () => ({ ok: true }));
}
