/** Sends what is due on one channel: in order per address, a few addresses at a time, nothing while the channel is out. */
import type { Channel, Receipt } from '../ports/channel.ts';
import type { Delivery } from '../ports/turn.ts';
import { describeError } from './describe-error.ts';
import { type Digest, makeDigest } from './digest.ts';
import { type FailedSends, makeFailedSends } from './failed-send.ts';
import { type Crew, type Loop, makeLoop } from './loop.ts';
import { makeOutage } from './outage.ts';
import { makePace } from './pace.ts';
import type { Running } from './parts.ts';
import { withinTime } from './within-time.ts';

/** Rows looked at in one step beside those being sent. */
const LOOK_AT = 256;

/** Makes the loop of one channel. */
export function makeChannelLoop(channel: Channel, parts: Running): Loop {
  const { store, clock, tuning, crash, log } = parts;
  const { name } = channel;
  const outage = makeOutage(clock, tuning);
  const pace = makePace(clock, tuning.paceMs[name] ?? 0);
  const send = makeSend(channel, makeDigest(channel, parts), makeFailedSends(channel, outage, parts), parts);

  async function step(crew: Crew): Promise<number> {
    const out = outage.until();
    if (out) return out.getTime() - clock.now().getTime();
    // What is being sent now may be read as waiting and be done a moment later: it must not be sent again.
    const busy = crew.ids();
    const rows = await store.turns.due(clock.now(), LOOK_AT + busy.size, name);
    crash('outbox:due');
    let wait = tuning.pollMs;
    for (const row of rows) {
      if (busy.has(row.id) || row.to.channel !== name) continue;
      const rest = pace.restMs(row.to);
      const mayBegin = crew.size() < (outage.isProbing() ? 1 : tuning.sendsPerChannel);
      if (rest > 0) wait = Math.min(wait, rest);
      else if (mayBegin) crew.begin(row.id, () => deliver(row));
    }
    return wait;
  }

  async function deliver(row: Delivery): Promise<void> {
    try {
      if (!(await send(row))) return;
      pace.sent(row.to);
      if (outage.worked()) log.info({ channel: name }, 'the channel works again');
    } catch (error) {
      outage.failed(undefined);
      log.error({ channel: name, row: row.id, reason: describeError(error) }, 'a delivery could not be marked');
    }
  }

  return makeLoop(step, (error) => {
    log.error({ channel: name, reason: describeError(error) }, 'the outbox cannot be read; it is tried again');
    return tuning.outageMs;
  });
}

/** Sends one row and marks it; false when the platform did not take it. Throws when the store does not take the mark. */
function makeSend(
  channel: Channel,
  digest: Digest,
  failures: FailedSends,
  parts: Running,
): (row: Delivery) => Promise<boolean> {
  const { store, clock, tuning, crash, feed } = parts;
  /** Sent, but the mark did not reach the disk: the next try only marks. */
  const unmarked = new Map<number, Receipt>();

  async function handOver(row: Delivery): Promise<Receipt> {
    crash('outbox:before-send');
    await digest.before(row);
    return withinTime(channel.send(row.to, row.reply, row.updates ?? undefined), tuning.sendMs);
  }

  return async (row) => {
    let receipt = unmarked.get(row.id);
    if (receipt === undefined) {
      try {
        receipt = await handOver(row);
      } catch (error) {
        if (await failures.failed(row, error)) digest.outage();
        return false;
      }
    }
    unmarked.set(row.id, receipt);
    crash('outbox:after-send');
    await store.turns.delivered(row.id, receipt, clock.now());
    crash('outbox:after-mark');
    unmarked.delete(row.id);
    failures.worked(row);
    feed.publish({ kind: 'outbox', id: row.key });
    return true;
  };
}
