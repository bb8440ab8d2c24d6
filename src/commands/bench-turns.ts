/** What a durable turn costs: a message in, state, records, audit and reply on disk, the reply handed over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import type { Address } from '../conversation/address.ts';
import { readProgramme } from '../data-files.ts';
import { type Assembled, assemble, SYSTEM_CLOCK } from '../main.ts';
import type { Channel, Reply } from '../ports/channel.ts';
import type { Inbound } from '../ports/message.ts';
import { randomId } from '../random-id.ts';
import { benchListing } from './bench-records.ts';
import { type BenchRow, ms, quantile, times } from './bench-row.ts';

const ACCOUNTS = 32;
const ROUNDS = 40;
const ALONE = 250;

/** A platform in memory: `turn` resolves with the answer to what was sent in. */
interface Platform {
  readonly channel: Channel;
  turn(user: string, more: Partial<Inbound>): Promise<Reply>;
}

/** Measures turns of 32 accounts at once against the same turns one by one, and what taking in and handing over cost. */
export async function benchTurns(tick: () => void): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jiebang-bench-'));
  const platform = makePlatform();
  const config = readConfig({ DATABASE_URL: `sqlite:${folder}/bench.db`, LOG_LEVEL: 'silent' });
  const app = await assemble(config, { channels: [platform.channel], sample: false, web: false });
  try {
    const users = Array.from({ length: ACCOUNTS }, (_, n) => `user${n}`);
    await beginForms(app, platform, users);
    tick();
    const alone = await rate(ALONE, async () => {
      for (let n = 0; n < ALONE; n += 1) await say(platform, users[n % ACCOUNTS] ?? '', `牵头单位改成示例大学甲${n}`);
    });
    tick();
    const together = await rate(ACCOUNTS * ROUNDS, () => Promise.all(users.map((user) => rounds(platform, user))));
    tick();
    return [
      {
        what: `durable turns per second, ${ACCOUNTS} accounts in flight`,
        ours: `${Math.round(together)}/s`,
        beside: `${Math.round(alone)}/s one by one`,
        ratio: times(together, alone),
        goal: '≥ 5×',
      },
      ...(await storeCosts(app)),
    ];
  } finally {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everybody agrees to the data notice and stands in the middle of a form. */
async function beginForms(app: Assembled, platform: Platform, users: readonly string[]): Promise<void> {
  const listing = benchListing(readProgramme('jiangxi-2021'), 0, '电工钢铁损再降一成');
  await app.store.load.load({ cases: [listing] });
  await app.engine.refresh();
  for (const user of users) {
    const asked = await say(platform, user, `揭榜 ${listing.reference}`);
    await platform.turn(user, { chose: { button: asked.buttons[0]?.id ?? '' } });
    await say(platform, user, '示例大学');
  }
}

async function rounds(platform: Platform, user: string): Promise<void> {
  for (let n = 0; n < ROUNDS; n += 1) await say(platform, user, `牵头单位改成示例大学乙${n}`);
}

function say(platform: Platform, user: string, said: string): Promise<Reply> {
  return platform.turn(user, { said });
}

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1000;
}

/** Taking a message in, and marking one as delivered: alone, and with 32 under way. */
async function storeCosts({ store }: Assembled): Promise<readonly BenchRow[]> {
  const accept = (n: number): Promise<void> =>
    store.turns.accept([{ ...message({ channel: 'web', room: `r${n}`, user: `r${n}` }), said: '示例' }]);
  const mark = (n: number): Promise<void> => store.turns.delivered(-n - 1, { id: 'x' }, SYSTEM_CLOCK.now());
  return [await cost('taking a message in (on disk)', accept), await cost('marking a delivery (on disk)', mark)];
}

async function cost(what: string, work: (n: number) => Promise<void>): Promise<BenchRow> {
  const alone: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const began = performance.now();
    await work(n);
    alone.push(performance.now() - began);
  }
  const perSecond = await rate(ACCOUNTS * 20, async () => {
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: ACCOUNTS }, (_, n) => work(1000 + round * ACCOUNTS + n)));
  });
  const each = 1000 / perSecond;
  return {
    what,
    ours: `${ms(each)} each, ${ACCOUNTS} at once`,
    beside: `${ms(quantile(alone, 0.5))} one by one`,
    ratio: times(quantile(alone, 0.5), each),
    goal: '',
  };
}

function message(address: Address): Inbound {
  return { keys: [randomId()], address, receivedAt: SYSTEM_CLOCK.now().toISOString(), sequence: 0 };
}

function makePlatform(): Platform {
  const waiting = new Map<string, (reply: Reply) => void>();
  let accept: Parameters<Channel['start']>[0] = async () => undefined;
  const channel: Channel = {
    name: 'telegram',
    start: async (door) => {
      accept = door;
    },
    send: async (to, reply) => {
      waiting.get(to.user)?.(reply);
      return { id: reply.id };
    },
    stop: async () => undefined,
  };
  return {
    channel,
    turn: (user, more) =>
      new Promise<Reply>((resolve, reject) => {
        waiting.set(user, resolve);
        accept([{ ...message({ channel: 'telegram', room: user, user }), ...more }]).catch(reject);
      }),
  };
}
