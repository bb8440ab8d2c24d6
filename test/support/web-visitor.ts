import type { MessageView } from '../../src/channels/web/message-view.ts';

/** A browser as far as the server can see: a cookie and the headers browsers send. */
export interface Visitor {
  /** Our own origin's headers with this visitor's cookie. */
  headers(): Record<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Uploads files as one form. */
  upload(files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[]): Promise<Response>;
  /** Says a text under a fresh id. */
  say(text: string): Promise<Response>;
  cookie(): string;
}

/** A visitor of the server at `url`, without a session yet. */
export function makeVisitor(url: string): Visitor {
  let cookie = '';
  const headers = () => ({ 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) });
  const keepCookie = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? '';
    return answer;
  };
  const send = async (path: string, init: RequestInit) =>
    keepCookie(await fetch(url + path, { redirect: 'manual', ...init }));
  const post = (path: string, body: unknown, extra: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { ...headers(), 'content-type': 'application/json', ...extra },
    });
  return {
    headers,
    post,
    get: (path, extra = {}) => send(path, { headers: { ...headers(), ...extra } }),
    upload: (files) => {
      const body = new FormData();
      for (const file of files) body.append('file', new Blob([file.bytes]), file.name);
      return send('/api/files', { method: 'POST', body, headers: headers() });
    },
    say: (text) => post('/api/messages', { id: crypto.randomUUID(), text }),
    cookie: () => cookie,
  };
}

/** The bubbles of a history page. */
export async function messagesOf(answer: Response): Promise<readonly MessageView[]> {
  const page = (await answer.json()) as { readonly messages: readonly MessageView[] };
  return page.messages;
}

/** A visitor whose chat is open. */
export async function openVisitor(url: string): Promise<Visitor> {
  const visitor = makeVisitor(url);
  await visitor.post('/api/opened', {});
  return visitor;
}
