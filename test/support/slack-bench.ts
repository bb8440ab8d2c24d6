import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach } from 'vitest';
import { makeSlackChannel, type SlackChannel, type SlackOptions } from '../../src/channels/slack.ts';
import { type HeardLog, makeHeardLog } from './heard-log.ts';
import { type SlackPeer, startSlackPeer } from './slack-peer.ts';
import { makeSmallInbox, type SmallInbox } from './small-inbox.ts';

/** A fresh peer, log and inbox for every test, and channels on a server of their own that end after it. */
export interface SlackBench {
  readonly peer: SlackPeer;
  readonly log: HeardLog;
  readonly inbox: SmallInbox;
  /** A started channel; the peer sends its requests there. */
  listening(extra?: Partial<SlackOptions>): Promise<SlackChannel>;
}

/** Registers the hooks; call it once at the top of a test file. */
export function slackBench(): SlackBench {
  let now: Pick<SlackBench, 'peer' | 'log' | 'inbox'>;
  const ends: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    now = { peer: await startSlackPeer(), log: makeHeardLog(), inbox: makeSmallInbox() };
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await now.peer.close();
  });
  return {
    get peer() {
      return now.peer;
    },
    get log() {
      return now.log;
    },
    get inbox() {
      return now.inbox;
    },
    async listening(extra = {}) {
      const channel = makeSlackChannel({ ...usual(now), ...extra });
      const server: FastifyInstance = Fastify();
      await server.register(channel.plugin);
      now.peer.target = `${await server.listen({ port: 0, host: '127.0.0.1' })}/slack/events`;
      ends.push(channel.stop, () => server.close());
      await channel.start(now.inbox.accept);
      return channel;
    },
  };
}

function usual({ peer, log }: Pick<SlackBench, 'peer' | 'log'>): SlackOptions {
  return {
    botToken: peer.token,
    signingSecret: peer.signingSecret,
    apiUrl: peer.apiUrl,
    publicUrl: 'https://bang.example',
    document: async (ref) => ({ name: `${ref.document}.docx`, bytes: Buffer.from('docx bytes') }),
    log,
    clock: { now: () => new Date() },
    retryMs: 20,
  };
}
