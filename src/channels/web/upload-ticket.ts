/** Proof that a file was uploaded in this room: a message can only name files of its own sender. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FileRef } from '../../ports/message.ts';
import type { StoredFile } from '../../programme/answer.ts';
import { refusal } from './refusal.ts';

const STORED = z.object({ sha256: z.string(), name: z.string(), mime: z.string(), bytes: z.number() });

/** A ticket for a stored upload, good for this room and this run of the server. */
export function signUpload(file: StoredFile, room: string, key: string): string {
  const body = Buffer.from(JSON.stringify(file)).toString('base64url');
  return `${body}.${mac(body, room, key).toString('base64url')}`;
}

/** The file behind a ticket; refuses `files-gone` when it is another room's, from before a restart, or made up. */
export function readUpload(ticket: string, room: string, key: string): FileRef {
  const [body = '', signature = ''] = ticket.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = mac(body, room, key);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw refusal('files-gone');
  const stored = STORED.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return { id: stored.sha256, name: stored.name, bytes: stored.bytes, stored };
}

function mac(body: string, room: string, key: string): Buffer {
  return createHmac('sha256', key).update(`${room}\n${body}`).digest();
}
