/** A platform in memory: it keeps what it was given, in one order with its sisters. */
import { replyText } from '../../channels/reply-text.ts';
import { telegramParts } from '../../channels/telegram-parts.ts';
import type { Address, ChannelName } from '../../conversation/address.ts';
import { botError } from '../../errors.ts';
import type { Button, Channel, Receipt, Reply } from '../../ports/channel.ts';

/** One message as it arrived. */
export interface Arrived {
  readonly to: Address;
  readonly reply: Reply;
  /** True where it replaced an earlier message instead of coming anew. */
  readonly inPlace: boolean;
  /** Its place in the order, as its platform names the message. */
  readonly n: number;
}

/** What all simulated platforms share. */
export interface Platforms {
  readonly channels: readonly Channel[];
  /** Everything that arrived anywhere, in order. */
  readonly arrived: readonly Arrived[];
  /** Puts a file where its platform hands it out by id. */
  upload(id: string, bytes: Uint8Array): void;
}

/** Makes Telegram, Slack and web. */
export function makePlatforms(): Platforms {
  const arrived: Arrived[] = [];
  const files = new Map<string, Uint8Array>();
  const channel = (name: ChannelName): Channel => ({
    name,
    start: async () => undefined,
    stop: async () => undefined,
    async send(to, reply, updates): Promise<Receipt> {
      const n = arrived.length + 1;
      arrived.push({ to, reply, inPlace: updates !== undefined, n });
      return { n, ts: String(n), channel: to.room };
    },
    async fetchFile(ref, maxBytes) {
      const bytes = files.get(ref.id);
      if (!bytes || bytes.byteLength > maxBytes) throw botError('delivery', `no file ${ref.id}`);
      return bytes;
    },
  });
  return {
    arrived,
    channels: [channel('web'), channel('telegram'), channel('slack')],
    upload: (id, bytes) => void files.set(id, bytes),
  };
}

/** All buttons of a message, those of its cards first. */
export function buttonsOf(reply: Reply): readonly Button[] {
  return [...reply.cards.map((card) => card.button), ...reply.buttons];
}

/** The words a person reads, labels of buttons and papers included. */
export function readable(reply: Reply): string {
  const labels = [
    ...buttonsOf(reply).map((button) => `[${button.label}]`),
    ...reply.files.map((file) => `<${file.name}>`),
  ];
  return [replyText(reply, 'https://example.org'), labels.join(' ')].filter((part) => part !== '').join('\n');
}

/** How many messages of its platform a reply becomes. */
export function messageCount({ to, reply }: Arrived): number {
  return to.channel === 'telegram' ? telegramParts(reply, null).length : 1;
}
