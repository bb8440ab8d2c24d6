/** Fetching one file of a model: goes on where it stopped, checks size and hash, and shows itself only when it is whole. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BotError, botError, isBotError } from '../errors.ts';

/** A file to fetch. `to` is its last place; until it is whole it lies beside it with `.part` at the end. */
export interface Download {
  readonly url: string;
  readonly to: string;
  readonly size: number;
  readonly sha256: string;
  /** Told how many bytes of this file are here. */
  readonly at: (bytes: number) => void;
  /** Longest silence of the mirror; 30 s when left out. */
  readonly stallMs?: number;
  /** Pause before asking again after a cut; 1 s when left out, doubled each time. */
  readonly pauseMs?: number;
}

/** Times a cut connection is taken up again before the command gives up. */
const TRIES = 4;
const STALL_MS = 30_000;
const PAUSE_MS = 1_000;
const MB = 1_000_000;

const sizeOf = async (path: string): Promise<number> =>
  (await stat(path)
    .catch(() => null)
    .then((found) => found?.size)) ?? 0;

/** The hash of a file in lower-case hex, or null when there is none. */
export async function fileHash(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Sees to it that the file is there, whole and right; false when it was there already. Throws BotError `model` with one sentence that says what to do. */
export async function fetchFile(job: Download): Promise<boolean> {
  if ((await sizeOf(job.to)) === job.size && (await fileHash(job.to)) === job.sha256) {
    job.at(job.size);
    return false;
  }
  const part = `${job.to}.part`;
  await onDisk(part, () => mkdir(dirname(part), { recursive: true }));
  for (let left = TRIES - 1; ; left -= 1) {
    const before = await sizeOf(part);
    if (before === job.size) break;
    const cut = await receive(job, part).catch((error: unknown) => (isCut(error) ? error : Promise.reject(error)));
    if (cut === null) break;
    // Only a connection that brings nothing any more uses up tries.
    if ((await sizeOf(part)) > before) left = TRIES - 1;
    if (left === 0) throw cut;
    await pause((job.pauseMs ?? PAUSE_MS) * 2 ** (TRIES - 1 - left));
  }
  await keep(job, part);
  return true;
}

/** Puts a whole file in its place, if it is the right one. */
async function keep({ url, to, size, sha256 }: Download, part: string): Promise<void> {
  const hash = await fileHash(part);
  if (hash !== sha256) {
    const length = await sizeOf(part);
    await rm(part, { force: true });
    const what = length === size ? `its hash is ${hash}` : `it has ${length} bytes instead of ${size}`;
    throw botError(
      'model',
      `${url} is not the file it should be: ${what}, expected ${sha256}. Nothing was kept. Try another mirror.`,
    );
  }
  await onDisk(to, () => rename(part, to));
}

/** An outage of the line or the mirror: asking again makes sense. */
const isCut = (error: unknown): error is BotError => isBotError(error, 'model') && error.retryable;

function cutOff(url: string, why: string): BotError {
  return botError(
    'model',
    `${url}: ${why}. What is here is kept: the same command goes on from there; another mirror: --mirror URL or MODEL_MIRROR, e.g. https://hf-mirror.com.`,
    { retryable: true },
  );
}

/** One request, from where the part ends; null when the file is whole. */
async function receive(job: Download, part: string): Promise<null> {
  const stall = new AbortController();
  const stallMs = job.stallMs ?? STALL_MS;
  let timer = setTimeout(() => stall.abort(), stallMs);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), stallMs);
  };
  try {
    return await receiveWhile(job, part, stall.signal, alive);
  } catch (error) {
    if (isBotError(error)) throw error;
    throw cutOff(job.url, stall.signal.aborted ? `no answer for ${stallMs / 1000} s` : reason(error));
  } finally {
    clearTimeout(timer);
  }
}

async function receiveWhile(job: Download, part: string, signal: AbortSignal, alive: () => void): Promise<null> {
  const from = await sizeOf(part);
  const headers = { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${from}-` }) };
  const answer = await fetch(job.url, { signal, headers });
  if (answer.status === 416) {
    await rm(part, { force: true });
    throw cutOff(job.url, 'the mirror has a shorter file; starting again');
  }
  if (!answer.ok || !answer.body) throw refused(job.url, answer.status);
  // A mirror that cannot go on sends everything again.
  const goesOn = answer.status === 206;
  const file = await onDisk(part, () => open(part, goesOn ? 'a' : 'w'));
  try {
    let length = goesOn ? from : 0;
    for await (const chunk of answer.body) {
      alive();
      length += chunk.length;
      if (length > job.size) throw tooLong(job);
      await onDisk(part, () => file.writeFile(chunk));
      job.at(length);
    }
    if (length < job.size) throw cutOff(job.url, `the connection ended after ${length} of ${job.size} bytes`);
    return null;
  } catch (error) {
    if (isBotError(error) && !error.retryable) await rm(part, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

function tooLong({ url, size }: Download): BotError {
  return botError(
    'model',
    `${url} is longer than the ${size} bytes it should have. Nothing was kept. Try another mirror.`,
  );
}

function refused(url: string, status: number): BotError {
  if (status >= 500 || status === 429) return cutOff(url, `the mirror answered ${status}`);
  const advice =
    status === 404
      ? 'the mirror does not have it: check MODEL_MIRROR, which is the part before the owner’s name'
      : 'the mirror does not give it out without an account: try another one with --mirror URL';
  return botError('model', `${url}: the mirror answered ${status}; ${advice}.`);
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}

/** The line's own word for it, e.g. ENOTFOUND or ECONNREFUSED. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = codeOf(cause) || codeOf(error);
  return `the mirror cannot be reached${code === '' ? '' : ` (${code})`}`;
}

/** Runs what touches the disk; a full or closed disk is told in the operator's terms. */
async function onDisk<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const code = codeOf(cause);
    const why =
      code === 'ENOSPC' || code === 'EDQUOT'
        ? 'the disk is full: make room and run the same command again'
        : `it cannot be written (${code || String(cause)})`;
    throw botError('model', `${path}: ${why}.`, { cause });
  }
}

/** Bytes as people read them. */
export function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)} MB`;
}
