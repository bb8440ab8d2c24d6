import { afterEach, beforeEach } from 'vitest';
import { makeTelegramChannel, type TelegramOptions } from '../../src/channels/telegram.ts';
import type { Channel } from '../../src/ports/channel.ts';
import { type HeardLog, makeHeardLog } from './heard-log.ts';
import { startTelegramPeer, type TelegramPeer } from './telegram-peer.ts';

/** A fresh peer and log for every test, and channels that are stopped after it. */
export interface TelegramBench {
  readonly peer: TelegramPeer;
  readonly log: HeardLog;
  channel(extra?: Partial<TelegramOptions>): Channel;
}

/** Registers the hooks; call it once at the top of a test file. */
export function telegramBench(): TelegramBench {
  let now: { peer: TelegramPeer; log: HeardLog };
  const started: Channel[] = [];
  beforeEach(async () => {
    now = { peer: await startTelegramPeer(), log: makeHeardLog() };
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((channel) => channel.stop()));
    await now.peer.close();
  });
  return {
    get peer() {
      return now.peer;
    },
    get log() {
      return now.log;
    },
    channel(extra = {}) {
      const made = makeTelegramChannel({
        token: now.peer.token,
        apiRoot: now.peer.url,
        publicUrl: 'https://bang.example',
        document: async (ref) => ({ name: `申报书 "${ref.id}".docx`, bytes: Buffer.from('docx bytes') }),
        log: now.log,
        clock: { now: () => new Date('2026-11-23T01:00:00Z') },
        pollSeconds: 1,
        retryMs: 5,
        albumMs: 30,
        menus: [],
        ...extra,
      });
      started.push(made);
      return made;
    },
  };
}
