/** Sends what was committed: one loop per channel, so that none waits for another. */
import type { Channel } from '../ports/channel.ts';
import type { Delivery } from '../ports/turn.ts';
import { makeChannelLoop } from './channel-loop.ts';
import { describeError } from './describe-error.ts';
import { type Loop, makeLoop } from './loop.ts';
import type { Running } from './parts.ts';

/** How many rows of channels nobody configured are looked for at a time. */
const STRAYS = 256;

/** Makes the loops of all configured channels, and one that parks rows for any other. */
export function makeOutboxLoop(parts: Running): Loop {
  const loops = [...parts.channels.map((channel) => makeChannelLoop(channel, parts)), makeStrayLoop(parts)];
  return {
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    count: () => loops.reduce((sum, loop) => sum + loop.count(), 0),
    settled: async () => {
      await Promise.all(loops.map((loop) => loop.settled()));
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function makeStrayLoop(parts: Running): Loop {
  const { turns } = parts.store;
  const known = new Set<Channel['name']>(parts.channels.map((channel) => channel.name));

  async function park(row: Delivery): Promise<void> {
    const reason = `the channel ${row.to.channel} is not configured: switch it on, or reach the person another way`;
    parts.log.warn({ channel: row.to.channel, row: row.id }, 'a message is for a channel that is not configured');
    await turns.fail(row.id, reason).catch(() => undefined);
  }

  return makeLoop(
    async (crew) => {
      const busy = crew.ids();
      const rows = await turns.due(parts.clock.now(), STRAYS);
      for (const row of rows) if (!known.has(row.to.channel) && !busy.has(row.id)) crew.begin(row.id, () => park(row));
      return parts.tuning.pollMs * 5;
    },
    (error) => {
      parts.log.error({ reason: describeError(error) }, 'the outbox cannot be read; it is tried again');
      return parts.tuning.outageMs;
    },
  );
}
