import { botError } from '../errors.ts';
import type { SlackApp } from './slack-bolt.ts';
import { isSlackHost } from './slack-host.ts';

/** Where an upload is shared. */
export interface UploadPlace {
  readonly channel: string;
  readonly thread: string | undefined;
}

const UPLOAD_MS = 60_000;

/** Uploads a file in Slack's three steps: ask for an address, send the bytes, share it. Nobody sees it before the last one. Throws `delivery`. */
export async function uploadToSlack(
  app: SlackApp,
  place: UploadPlace,
  file: { readonly name: string; readonly bytes: Uint8Array },
  apiUrl: string | undefined,
): Promise<void> {
  const asked = await app.call('files.getUploadURLExternal', { filename: file.name, length: file.bytes.byteLength });
  const address = String(asked.upload_url);
  if (!URL.canParse(address) || !isSlackHost(new URL(address), apiUrl)) {
    throw botError('delivery', 'Slack: the upload address is not Slack’s');
  }
  await sendBytes(new URL(address), file.bytes);
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const files = [{ id: String(asked.file_id), title: file.name }];
  await app.call('files.completeUploadExternal', { files, channel_id: place.channel, ...thread });
}

async function sendBytes(url: URL, bytes: Uint8Array): Promise<void> {
  const signal = AbortSignal.timeout(UPLOAD_MS);
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(url, { method: 'POST', headers, body: bytes, redirect: 'error', signal }).catch(
    () => null,
  );
  if (!answer?.ok) throw botError('delivery', 'Slack: a file could not be uploaded', { retryable: true });
}
