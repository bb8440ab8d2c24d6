/** After an outage many notices wait for a staff room: one line says how many, before the cards come one by one. */
import { type Address, addressKey } from '../conversation/address.ts';
import { renderSay } from '../conversation/render.ts';
import type { Channel } from '../ports/channel.ts';
import type { Delivery } from '../ports/turn.ts';
import { messageId } from './outgoing.ts';
import type { Running } from './parts.ts';
import { withinTime } from './within-time.ts';

/** Watches one channel. */
export interface Digest {
  /** The channel, or a room of it, is out: rooms are counted again afterwards. */
  outage(): void;
  /** Sends the digest before the first notice of a room after an outage or a start; throws as sending does. */
  before(row: Delivery): Promise<void>;
}

/** Makes the watcher. A digest is a courtesy: it has no row of its own, and a crash may cost or repeat it. */
export function makeDigest(channel: Channel, parts: Running): Digest {
  const counted = new Set<string>();

  async function send(to: Address, key: string, n: number): Promise<void> {
    const say = { lines: [{ key: 'engine.digest', vars: { n } }], buttons: [], cards: [], files: [] };
    const { reply } = renderSay(say, parts.staffLocale, parts.catalogue, { message: messageId(`${key}.digest`) });
    await withinTime(channel.send(to, reply), parts.tuning.sendMs);
  }

  return {
    outage: () => counted.clear(),
    async before(row) {
      const room = addressKey(row.to);
      if (row.reply.notice === undefined || counted.has(room)) return;
      const n = await parts.store.turns.noticesWaiting(row.to);
      if (n > parts.tuning.digestOver) await send(row.to, row.key, n);
      counted.add(room);
    },
  };
}
