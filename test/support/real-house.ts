/** The whole product in this process, put together as `start` does it, over loopback peers and a database in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { type Assembled, assemble } from '../../src/main.ts';

/** A running product. */
export interface RealHouse {
  readonly app: Assembled;
  readonly url: string;
  readonly database: string;
  stop(): Promise<void>;
}

/** Starts the product; `before` may fill the database first. */
export async function startRealHouse(
  settings: Readonly<Record<string, string>> = {},
  before?: (database: string) => Promise<unknown>,
): Promise<RealHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'jiebang-house-'));
  const database = `sqlite:${folder}/bot.db`;
  await before?.(database);
  const config = readConfig({ DATABASE_URL: database, PORT: '0', LOG_LEVEL: 'error', ...settings });
  const app = await assemble(config, { sample: false, web: true });
  return {
    app,
    url: app.url(),
    database,
    async stop() {
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
