import type { Address, ChannelName } from '../../src/conversation/address.ts';
import { botError } from '../../src/errors.ts';
import type { Channel, Receipt, Reply } from '../../src/ports/channel.ts';
import type { FileRef } from '../../src/ports/message.ts';

/** One message a fake channel was given. */
export interface SentMessage {
  readonly to: Address;
  readonly reply: Reply;
  readonly updates: Receipt | undefined;
  readonly receipt: Receipt;
}

/** A platform in memory: it keeps what it was sent and fails when told to. */
export interface FakeChannel extends Channel {
  readonly sent: SentMessage[];
  /** Texts sent to a room, in order. */
  texts(room: string): readonly string[];
  /** Called before every send; what it throws is what the platform answers. Null: works again. */
  trouble: ((to: Address, reply: Reply) => void | Promise<void>) | null;
  readonly files: Map<string, Uint8Array | Error>;
  readonly fetched: string[];
}

/** Makes a channel that works. */
export function makeFakeChannel(name: ChannelName): FakeChannel {
  const sent: SentMessage[] = [];
  const files = new Map<string, Uint8Array | Error>();
  const fetched: string[] = [];
  const channel: FakeChannel = {
    name,
    sent,
    files,
    fetched,
    trouble: null,
    texts: (room) => sent.filter((each) => each.to.room === room).map((each) => each.reply.text),
    start: async () => undefined,
    stop: async () => undefined,
    async send(to, reply, updates) {
      await channel.trouble?.(to, reply);
      const n = sent.length + 1;
      // A message that is changed in place stays the message it was.
      const receipt: Receipt = name === 'slack' ? (updates ?? { channel: to.room, ts: `1790000000.${n}` }) : { n };
      sent.push({ to, reply, updates, receipt });
      return receipt;
    },
    async fetchFile(ref: FileRef) {
      fetched.push(ref.id);
      const found = files.get(ref.id);
      if (found instanceof Error) throw found;
      if (!found) throw botError('delivery', `no file ${ref.id}`);
      return found;
    },
  };
  return channel;
}

/** What a platform that is out answers. */
export function outage(retryAfterMs?: number): Error {
  return botError('delivery', 'the platform is out', {
    retryable: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** What a platform answers for somebody who blocked the bot. */
export function blocked(): Error {
  return botError('delivery', 'blocked by the person');
}
