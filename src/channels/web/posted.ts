/** What the chat page posts, checked and made into an {@link Inbound}. */
import { z } from 'zod';
import type { FileRef, Inbound } from '../../ports/message.ts';
import { refusal } from './refusal.ts';
import { roomAddress } from './session.ts';

/** The longest text taken as a message, in UTF-16 units; longer ones belong into an attachment. */
export const MAX_TEXT = 100_000;

const POSTED = z.object({
  id: z.uuid(),
  text: z.string().max(MAX_TEXT).optional(),
  button: z
    .string()
    .regex(/^[\w.:-]{1,40}$/)
    .optional(),
  label: z.string().max(200).optional(),
  files: z.array(z.string().max(2000)).max(9).optional(),
});

/** A message of the chat page. `id` is made by the browser and stays the same however often it is sent. */
export type Posted = z.infer<typeof POSTED>;

/** Reads a request body; throws a refusal when it says nothing, two things at once, or too much. */
export function readPosted(body: unknown): Posted {
  const result = POSTED.safeParse(body);
  if (!result.success) {
    const long = result.error.issues.some((issue) => issue.code === 'too_big' && issue.path[0] === 'text');
    throw refusal(long ? 'too-long' : 'bad-request');
  }
  const { text, button, files } = result.data;
  const says = (text !== undefined && text.trim() !== '') || (files !== undefined && files.length > 0);
  if (says === (button !== undefined)) throw refusal('bad-request');
  return result.data;
}

/** The engine's form of a posted message; `files` are the uploads it names. */
export function inboundOf(posted: Posted, room: string, at: string, files: readonly FileRef[]): Inbound {
  return {
    keys: [`web:${room}:${posted.id}`],
    address: roomAddress(room),
    receivedAt: at,
    sequence: 0,
    messageId: posted.id,
    ...(posted.button === undefined ? {} : { chose: { button: posted.button } }),
    ...(posted.text?.trim() ? { said: posted.text } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}
