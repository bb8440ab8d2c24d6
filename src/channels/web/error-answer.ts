/** What a person or a page hears when a request is refused or fails: a reason and a sentence, never a stack. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from './html.ts';
import { notePage } from './note-page.ts';
import { pageLocale } from './page-locale.ts';
import { REFUSALS, type RefusalReason, reasonOf, refusal } from './refusal.ts';
import type { WebContext } from './web-context.ts';

/** Sets the error and not-found handlers of the server. */
export function addErrorAnswers(app: FastifyInstance, context: Pick<WebContext, 'texts' | 'programme' | 'log'>): void {
  app.setErrorHandler(async (error, request, reply) => {
    const reason = reasonOf(error);
    if (reason === 'unexpected') context.log.error({ error, route: request.routeOptions.url }, 'a web request failed');
    const wait = typeof error === 'object' && error !== null && 'retryAfter' in error ? error.retryAfter : undefined;
    if (typeof wait === 'number') reply.header('retry-after', wait);
    return answer(context, request, reply, reason);
  });
  app.setNotFoundHandler(async () => {
    throw refusal('not-found');
  });
}

function answer(
  context: Pick<WebContext, 'texts' | 'programme'>,
  request: FastifyRequest,
  reply: FastifyReply,
  reason: RefusalReason,
) {
  const locale = pageLocale(request);
  const text = context.texts(locale, `web.error.${reason}`);
  reply.code(REFUSALS[reason]);
  const wantsPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/');
  if (!wantsPage) return reply.send({ error: reason, text });
  const title = context.texts(locale, 'web.error.title');
  const action = html`<p><a class="action" href="/">${context.texts(locale, 'web.return.open-chat')}</a></p>`;
  return reply.type('text/html').send(notePage(context, locale, { title, text, action }));
}
