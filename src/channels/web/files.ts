/** Files people send, straight into the file store. */
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { cleanFileName, fileKind } from '../../text/file-kind.ts';
import { sessionOf } from './chat-routes.ts';
import { makeRateLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';
import { roomAddress } from './session.ts';
import { signUpload } from './upload-ticket.ts';
import type { WebContext } from './web-context.ts';

/** The largest file, and the most files of one message. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_FILES = 9;
/** Uploads read at the same time: each holds one file in memory. */
const MAX_AT_ONCE = 8;

/** One uploaded file, or why it was not taken; `ticket` goes into the message that sends it. */
export type Uploaded =
  | { readonly name: string; readonly ticket: string; readonly bytes: number }
  | { readonly name: string; readonly refused: 'too-big' | 'wrong-kind' | 'empty' };

/** Registers `POST /api/files`: several files of one message, answered in their order. */
export async function addFiles(app: FastifyInstance, context: WebContext, uploadKey: string): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: MAX_FILE_BYTES, files: MAX_FILES, fields: 0, parts: MAX_FILES, headerPairs: 50 },
  });
  const perRoom = makeRateLimit(30, 0.2);
  const perNetwork = makeRateLimit(150, 1);
  let running = 0;
  app.post('/api/files', { bodyLimit: MAX_FILES * MAX_FILE_BYTES + 100_000 }, async (request, reply) => {
    const { room } = await sessionOf(context, request);
    if (!request.isMultipart()) throw refusal('bad-request');
    const now = context.clock.now();
    const wait = perRoom(room, now) || perNetwork(request.ip, now);
    if (wait > 0) throw refusal('slow-down', wait);
    if (running >= MAX_AT_ONCE) throw refusal('slow-down', 5);
    running += 1;
    try {
      const files: Uploaded[] = [];
      for await (const part of request.files()) files.push(await take(context, room, uploadKey, part));
      if (files.length === 0) throw refusal('bad-request');
      return await reply.code(statusOf(files)).send({ files });
    } finally {
      running -= 1;
    }
  });
}

async function take(context: WebContext, room: string, uploadKey: string, part: MultipartFile): Promise<Uploaded> {
  const name = cleanFileName(part.filename ?? '');
  const bytes = await part.toBuffer();
  if (part.file.truncated) return { name, refused: 'too-big' };
  if (bytes.length === 0) return { name, refused: 'empty' };
  const mime = await fileKind(bytes, name);
  if (mime === null) return { name, refused: 'wrong-kind' };
  const stored = await context.store.files.put(bytes, name, mime, roomAddress(room));
  return { name, ticket: signUpload(stored, room, uploadKey), bytes: stored.bytes };
}

/** 200 when at least one file was taken, else what is wrong with the first. */
function statusOf(files: readonly Uploaded[]): number {
  const first = files.some((file) => 'ticket' in file) ? undefined : files[0];
  if (!first || !('refused' in first)) return 200;
  return first.refused === 'too-big' ? 413 : first.refused === 'wrong-kind' ? 415 : 400;
}
