/** A person at the web chat page: says things until they are acknowledged, listens to the stream, reads the history after every break. */
import { setTimeout as wait } from 'node:timers/promises';
import type { MessageView } from '../../src/channels/web/message-view.ts';
import type { Talk } from './form-walker.ts';
import { makeVisitor, messagesOf } from './web-visitor.ts';

/** A web person and what they noticed. */
export interface WebPerson extends Talk {
  /** Ids of acknowledged messages, in order. */
  readonly acknowledged: readonly string[];
  /** Requests that had to be made again because nobody answered. */
  resends(): number;
  /** Bubbles that came over the stream a second time. */
  doubles(): number;
  leave(): void;
}

/** Longest silence before the test gives up, milliseconds. */
const PATIENCE = 90_000;

/** The bubbles somebody has on the screen. */
function makeScreen() {
  const bubbles = new Map<string, MessageView>();
  const heard = new Set<string>();
  let wake = (): void => undefined;
  const seen = (): readonly MessageView[] => [...bubbles.values()];

  function see(views: readonly MessageView[]): void {
    for (const view of views) if (view.id) bubbles.set(view.id, bubbles.get(view.id) ?? view);
    wake();
  }

  async function hear(pattern: RegExp, lookAgain: () => Promise<void>): Promise<string> {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      const found = seen().find((view) => view.from === 'bot' && !heard.has(view.id) && pattern.test(view.text));
      if (found) {
        heard.add(found.id);
        return found.text;
      }
      const news = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const isNew = await Promise.race([news.then(() => true), wait(1_500, false)]);
      if (!isNew) await lookAgain();
    }
    const last = seen()
      .slice(-3)
      .map((view) => `${view.from}: ${view.text}`);
    throw new Error(`silence instead of ${pattern}; last seen:\n${last.join('\n')}`);
  }

  return { seen, see, hear };
}

/** Asks again until the server answers; a refusal to hurry is obeyed. */
async function insist(ask: () => Promise<Response>, gone: AbortSignal, again: () => void): Promise<void> {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer?.ok) return;
    if (gone.aborted) throw new Error('left');
    if (answer !== null && answer.status < 429)
      throw new Error(`refused with ${answer.status}: ${await answer.text()}`);
    again();
    const rest = Number(answer?.headers.get('retry-after') ?? 0) * 1000;
    await wait(rest || 40 + Math.random() * 60);
  }
}

/** Opens the chat at `url`, however long the server takes to be there. */
export async function enterWeb(url: string): Promise<WebPerson> {
  const visitor = makeVisitor(url);
  const screen = makeScreen();
  const streamed = new Set<string>();
  const acknowledged: string[] = [];
  const gone = new AbortController();
  let resends = 0;
  let doubles = 0;
  const again = (): void => {
    resends += 1;
  };
  const readHistory = async (): Promise<void> => {
    const answer = await visitor.get('/api/history').catch(() => null);
    if (answer?.ok) screen.see(await messagesOf(answer).catch(() => []));
  };
  const hearLive = (view: MessageView): void => {
    if (view.from === 'bot' && streamed.has(view.id)) doubles += 1;
    streamed.add(view.id);
    screen.see([view]);
  };
  const listen = async (): Promise<void> => {
    while (!gone.signal.aborted) {
      await streamOnce(url, visitor.headers(), gone.signal, readHistory, hearLive).catch(() => undefined);
      await wait(40 + Math.random() * 40);
    }
  };
  const post = async (body: object): Promise<void> => {
    const id = crypto.randomUUID();
    await insist(() => visitor.post('/api/messages', { id, ...body }), gone.signal, again);
    acknowledged.push(id);
  };
  await insist(() => visitor.post('/api/opened', { wish: true }), gone.signal, again);
  void listen();
  return {
    acknowledged,
    resends: () => resends,
    doubles: () => doubles,
    leave: () => gone.abort(),
    say: (text) => post({ text }),
    hear: (pattern) => screen.hear(pattern, readHistory),
    async press(label) {
      const button = screen
        .seen()
        .flatMap((view) => view.buttons)
        .findLast((each) => each.label === label);
      if (!button) throw new Error(`no button ${label}`);
      await post({ button: button.id, label });
    },
  };
}

/** Reads one stream to its end. */
async function streamOnce(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  opened: () => Promise<void>,
  heard: (view: MessageView) => void,
): Promise<void> {
  const answer = await fetch(`${url}/api/live`, { headers, signal });
  if (!answer.ok || !answer.body) return;
  await opened();
  let rest = '';
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (\{"id".*)$/m.exec(block)?.[1];
      if (data) heard(JSON.parse(data));
    }
  }
}
