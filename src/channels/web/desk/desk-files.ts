/** Downloads of the desk: files people sent, papers made from cases, the queue as a workbook. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { dayIn } from '../../../programme/working-days.ts';
import { attachment } from '../document-route.ts';
import { refusal } from '../refusal.ts';
import type { DeskContext } from './desk-context.ts';
import { queueFilter, readQueueView } from './queue-view.ts';
import { requireStaff } from './staff-member.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = z.object({ reference: z.string().max(64), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const PAPER = z.object({ document: z.enum(['need', 'application']), reference: z.string().max(64) });

/** Registers the downloads; the same 404 for "not yours" and "not there". Always saved, never shown in the page. */
export function addDeskFiles(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.get('/desk/file/:reference/:sha256', async (request, reply) => {
    const { account } = await requireStaff(context, request);
    const asked = FILE.safeParse(request.params);
    const found = asked.success ? await desk.file(account.id, asked.data.reference, asked.data.sha256) : null;
    if (found === null) throw refusal('not-found');
    return save(reply, found.file.name, found.file.mime, found.bytes);
  });
  app.get('/desk/document/:document/:reference', async (request, reply) => {
    const { account } = await requireStaff(context, request);
    const asked = PAPER.safeParse(request.params);
    const paper = asked.success
      ? await desk.document(account.id, { document: asked.data.document, id: asked.data.reference })
      : null;
    if (paper === null) throw refusal('not-found');
    return save(reply, paper.name, paper.mime, paper.bytes);
  });
  app.get('/desk/queue.xlsx', async (request, reply) => {
    const { account, say } = await requireStaff(context, request);
    const bytes = await desk.workbook(account.id, queueFilter(readQueueView(request.query, context.programme)));
    if (bytes === null) throw refusal('not-found');
    const day = dayIn(context.programme.timeZone, context.clock.now().toISOString());
    return save(reply, `${say('desk.workbook')}-${day}.xlsx`, WORKBOOK, bytes);
  });
}

function save(reply: FastifyReply, name: string, mime: string, bytes: Uint8Array) {
  return reply.type(mime).header('content-disposition', attachment(name)).send(Buffer.from(bytes));
}
