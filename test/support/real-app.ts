/** The whole product with its sample data, on one address and one database that outlive a restart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerLink } from '../../src/commands/staff.ts';
import { readConfig } from '../../src/config.ts';
import { assemble } from '../../src/main.ts';
import type { Store } from '../../src/ports/store.ts';
import { reference } from '../../src/programme/reference.ts';
import { randomId } from '../../src/random-id.ts';
import { freePort } from './server-process.ts';

/** A running product people visit in a browser. */
export interface RealApp {
  readonly url: string;
  /** Hires a colleague who may decide; their one-time address of the staff desk. */
  hire(name: string): Promise<string>;
  /** Puts this many further bids beside those of the list in review, and names the list. */
  moreBids(count: number): Promise<string>;
  /** Stops everything and starts it again on the same database and address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product as `jiebang start` does, on a free port of this machine. */
export async function startRealApp(): Promise<RealApp> {
  const folder = await mkdtemp(join(tmpdir(), 'jiebang-journey-'));
  const port = await freePort();
  const config = readConfig({ DATABASE_URL: `sqlite:${folder}/bot.db`, PORT: String(port), LOG_LEVEL: 'error' });
  let app = await assemble(config, { sample: true, web: true });
  return {
    url: `http://127.0.0.1:${port}`,
    hire: async (name) => `http://127.0.0.1:${port}${await hire(app.store, name)}`,
    moreBids: (count) => moreBids(app.store, count),
    async restart() {
      await app.stop();
      app = await assemble(config, { sample: true, web: true });
    },
    async stop() {
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Copies of a sample bid under other units: the sample data has too few to overfill a shortlist. */
async function moreBids(store: Store, count: number): Promise<string> {
  const [bid] = await store.records.cases({ kinds: ['application'], limit: 1 });
  if (bid?.kind !== 'application') throw new Error('the sample data has no bid');
  const cases = Array.from({ length: count }, (_, n) => {
    const id = randomId();
    return {
      ...bid,
      id,
      reference: reference(id, 'application'),
      organisation: { name: `示例单位${n}`, creditCode: `91360000MAEXAMPX${n}9` },
    };
  });
  await store.load.load({ cases });
  return (await store.records.case(bid.listing))?.reference ?? '';
}

async function hire(store: Store, name: string): Promise<string> {
  const at = new Date().toISOString();
  const account = { id: randomId(), locale: 'zh', localeChosen: false, name, createdAt: at, source: 'sample' } as const;
  const seat = { id: randomId(), account: account.id, role: 'decider', organisation: null, division: null } as const;
  const object = { kind: 'account', id: account.id };
  const entry = { at, actor: 'system', action: 'staff-add', object, from: null, to: 'decider', reasonHash: null };
  await store.staff.add(account, { ...seat, grantedAt: at, revokedAt: null }, { ...entry, turn: randomId() });
  return ownerLink(store, account.id);
}
