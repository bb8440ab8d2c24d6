/** Files somebody sent: fetched, checked by content and put into the store before the turn thinks about them. */

import type { Address } from '../conversation/address.ts';
import { isBotError } from '../errors.ts';
import type { Channel } from '../ports/channel.ts';
import type { FileRef } from '../ports/message.ts';
import type { StoredFile } from '../programme/answer.ts';
import { cleanFileName, fileKind } from '../text/file-kind.ts';
import type { Running } from './parts.ts';

/** Why a file was not taken. */
export type Refusal = 'too-many' | 'too-large' | 'empty' | 'wrong-kind' | 'unavailable';

/** What became of the files of one message. */
export interface Collected {
  readonly files: readonly StoredFile[];
  readonly refused: readonly { readonly name: string; readonly reason: Refusal }[];
}

interface Fetched {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

const PHOTO: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** Fetches, checks and stores the files in order; several photos become one PDF. Fails only with the store. */
export async function collectFiles(
  refs: readonly FileRef[],
  channel: Channel | undefined,
  parts: Running,
  by?: Address,
): Promise<Collected> {
  const fetched: Fetched[] = [];
  const refused: { name: string; reason: Refusal }[] = [];
  for (const [index, ref] of refs.entries()) {
    const name = cleanFileName(ref.name);
    const got = index < parts.tuning.fileCount ? await fetchOne(ref, name, channel, parts) : 'too-many';
    if (typeof got === 'string') refused.push({ name, reason: got });
    else fetched.push(got);
  }
  const files: StoredFile[] = [];
  for (const file of await asAlbum(fetched, parts))
    files.push(await parts.store.files.put(file.bytes, file.name, file.mime, by));
  return { files, refused };
}

async function fetchOne(
  ref: FileRef,
  name: string,
  channel: Channel | undefined,
  parts: Running,
): Promise<Fetched | Refusal> {
  const { fileBytes } = parts.tuning;
  if (ref.bytes !== null && ref.bytes > fileBytes) return 'too-large';
  const bytes = ref.stored ? await parts.store.files.get(ref.stored.sha256) : await download(ref, channel, parts);
  if (bytes === null) return 'unavailable';
  if (bytes.byteLength === 0) return 'empty';
  if (bytes.byteLength > fileBytes) return 'too-large';
  const mime = await fileKind(bytes, name);
  return mime === null ? 'wrong-kind' : { name, mime, bytes };
}

/** Two tries; after that the person is asked to send the file again, and nothing else waits for it. */
async function download(ref: FileRef, channel: Channel | undefined, parts: Running): Promise<Uint8Array | null> {
  for (const last of [false, true]) {
    try {
      return (await channel?.fetchFile?.(ref, parts.tuning.fileBytes)) ?? null;
    } catch (error) {
      if (!last && isBotError(error, 'delivery') && error.retryable) continue;
      parts.log.warn({ channel: channel?.name, error: String(error) }, 'file could not be fetched');
      return null;
    }
  }
  return null;
}

async function asAlbum(files: readonly Fetched[], parts: Running): Promise<readonly Fetched[]> {
  const photos = files.filter((file) => PHOTO.has(file.mime));
  const [first] = photos;
  if (!first || photos.length < 2) return files;
  try {
    const bytes = await parts.album(photos);
    const paper: Fetched = { name: `${first.name.replace(/\.[^.]*$/, '')}.pdf`, mime: 'application/pdf', bytes };
    return [paper, ...files.filter((file) => !PHOTO.has(file.mime))];
  } catch (error) {
    parts.log.warn({ error: String(error) }, 'photos could not be joined and are kept apart');
    return files;
  }
}
