/** Papers of a person's own cases, made when asked for. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sessionOf } from './chat-routes.ts';
import { refusal } from './refusal.ts';
import { roomAddress } from './session.ts';
import type { WebContext } from './web-context.ts';

const NAMED = z.object({
  document: z.enum(['application', 'need', 'draft', 'my-data']),
  id: z.string().regex(/^[\w.-]{1,64}$/),
});

/** Registers `GET /files/:document/:id`: the same 404 for "not yours" and "not there". */
export function addDocumentRoute(app: FastifyInstance, context: WebContext): void {
  app.get('/files/:document/:id', async (request, reply) => {
    const { room } = await sessionOf(context, request);
    const ref = NAMED.safeParse(request.params);
    const account = await context.store.records.accountAt(roomAddress(room));
    const paper = ref.success && account !== null ? await context.desk.document(account, ref.data) : null;
    if (paper === null) throw refusal('not-found');
    return reply.type(paper.mime).header('content-disposition', attachment(paper.name)).send(Buffer.from(paper.bytes));
  });
}

/** A `Content-Disposition` that downloads under this name, in any script. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
