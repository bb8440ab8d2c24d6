import { botError, isBotError } from '../errors.ts';

/** How a file is fetched. `from` names the platform in errors; addresses never appear in them. */
export interface DownloadOptions {
  readonly from: string;
  readonly maxBytes: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Streams a file into memory and stops at `maxBytes`. Follows no redirects. Throws `delivery`; the address is kept out, it may hold a token. */
export async function download(url: URL, options: DownloadOptions): Promise<Uint8Array> {
  try {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 60_000);
    const answer = await fetch(url, { redirect: 'error', signal, headers: { ...options.headers } });
    if (!answer.ok || !answer.body) throw refused(options.from, answer.status);
    return await capped(answer.body, options);
  } catch (error) {
    if (isBotError(error)) throw error;
    throw botError('delivery', `${options.from}: the file could not be fetched`, { retryable: true });
  }
}

function refused(from: string, status: number) {
  return botError('delivery', `${from}: fetching a file was answered ${status}`, {
    retryable: status === 429 || status >= 500,
  });
}

async function capped(body: AsyncIterable<Uint8Array>, options: DownloadOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > options.maxBytes) throw tooBig(options.from, options.maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The error for a file above the limit. */
export function tooBig(from: string, maxBytes: number) {
  return botError('delivery', `${from}: the file is larger than ${maxBytes} bytes`);
}
