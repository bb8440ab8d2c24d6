import type { Clock } from '../ports/clock.ts';
import type { SlackApp } from './slack-bolt.ts';

/** What marks our posts, so that one whose answer was lost can be found again. */
export interface SlackMark {
  readonly channel: string;
  readonly thread: string | undefined;
  /** Id of the reply. */
  readonly id: string;
}

/** Posts of which we do not know whether they arrived. In memory: after a crash such a post may come twice. */
export interface SlackDoubts {
  remember(mark: SlackMark): void;
  /** Time stamp of a doubtful post that did arrive; null when it is not there or Slack does not let us look. */
  find(app: SlackApp, mark: SlackMark): Promise<string | null>;
  settle(mark: SlackMark): void;
}

const METADATA = 'jiebang_message';
const KEPT = 1000;
const CLOCKS_APART_SECONDS = 300;

/** The metadata a post carries. */
export function markOf(id: string): object {
  return { event_type: METADATA, event_payload: { id } };
}

/** Makes an empty memory of at most a thousand doubtful posts. */
export function makeSlackDoubts(clock: Clock): SlackDoubts {
  const since = new Map<string, string>();
  return {
    remember(mark) {
      const oldest = since.keys().next().value;
      if (since.size >= KEPT && oldest !== undefined) since.delete(oldest);
      const from = String(clock.now().getTime() / 1000 - CLOCKS_APART_SECONDS);
      if (!since.has(keyOf(mark))) since.set(keyOf(mark), from);
    },
    async find(app, mark) {
      const oldest = since.get(keyOf(mark));
      return oldest === undefined ? null : posted(app, mark, oldest);
    },
    settle: (mark) => void since.delete(keyOf(mark)),
  };
}

function keyOf(mark: SlackMark): string {
  return `${mark.id} ${mark.channel}`;
}

async function posted(app: SlackApp, { channel, thread, id }: SlackMark, oldest: string): Promise<string | null> {
  const asked = { channel, oldest, limit: 100, include_all_metadata: true };
  const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
  const { messages } = await app
    .call(method, thread === undefined ? asked : { ...asked, ts: thread })
    .catch(() => ({ messages: [] }));
  const ours = Array.isArray(messages) ? messages.find((message) => isMarked(message, id)) : null;
  return ours ? String(Reflect.get(ours, 'ts')) : null;
}

function isMarked(message: unknown, id: string): boolean {
  const metadata = valueIn(message, 'metadata');
  return valueIn(metadata, 'event_type') === METADATA && valueIn(valueIn(metadata, 'event_payload'), 'id') === id;
}

function valueIn(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
