/** A bot in a process of its own, to be killed: it hears a backlog from a file and sends into another. */
import { appendFileSync, readFileSync } from 'node:fs';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import type { Reduce } from '../../src/conversation/reducer-types.ts';
import { makeEngine } from '../../src/engine/engine.ts';
import { makeFeed } from '../../src/engine/feed.ts';
import type { Channel } from '../../src/ports/channel.ts';
import type { Inbound } from '../../src/ports/message.ts';
import { openStore } from '../../src/store/open-store.ts';
import { PROGRAMME } from './case-fixtures.ts';
import { echo } from './echo-reducer.ts';
import { randomId } from './random-id.ts';
import { makeSmallMatch } from './small-match.ts';

const SENTENCES = { text: '{text}', 'engine.sorry': 'sorry', 'engine.person': 'person' };

/** The message that no process survives. */
const DEADLY = 'deadly';

/** Echoes like the others, but for the message that ends the process as a native crash would. */
const reduce: Reduce = (state, event, book) => {
  if (event.type === 'said' && event.text === DEADLY) process.kill(process.pid, 'SIGKILL');
  return echo(state, event, book);
};

const [database = '', backlog = '', journal = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const channel: Channel = {
  name: 'web',
  start: async () => undefined,
  stop: async () => undefined,
  send: async (to, reply) => {
    appendFileSync(journal, `${JSON.stringify({ room: to.room, id: reply.id, text: reply.text })}\n`);
    return { n: 1 };
  },
};

const store = await openStore(`sqlite:${database}`, { clock, randomId });
const engine = makeEngine({
  ...{ store, channels: [channel], clock, reduce, programme: PROGRAMME, forms: [] },
  clinic: { unit: { question: { zh: '', en: '' } }, open: { zh: '', en: '' }, kinds: [] },
  catalogue: makeCatalogue({ zh: SENTENCES, en: SENTENCES }),
  ...{ matching: makeSmallMatch(), model: null, staffTargets: () => [], staffLocale: 'zh' },
  ...{ album: async () => new Uint8Array(), feed: makeFeed(), log, tuning: { suspectMs: 150 } },
});
await engine.start();
process.send?.('working');
// A platform delivers again what was not acknowledged; this one delivers everything again.
const messages: readonly Inbound[] = JSON.parse(readFileSync(backlog, 'utf8'));
for (const message of messages) await engine.accept([message]);
for (let left = 1; left > 0; ) {
  await engine.idle();
  const { inbox, outbox } = await store.turns.pending();
  left = inbox + outbox;
}
await engine.stop();
await store.close();
process.send?.('done');
process.disconnect?.();
