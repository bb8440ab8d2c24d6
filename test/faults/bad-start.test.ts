import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadOpenLists } from '../support/open-lists.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { freePort, type RunOnce, runOnce } from '../support/server-process.ts';

let own: OwnPackage;
let folder: string;
let file: string;

beforeAll(async () => {
  own = await makeOwnPackage('bad-start');
});
afterAll(() => own.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiebang-start-'));
  file = join(folder, 'bot.db');
  return () => rm(folder, { recursive: true, force: true });
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<RunOnce> {
  return runOnce(own, ['start', '--no-sample'], {
    DATABASE_URL: `sqlite:${file}`,
    PORT: String(await freePort()),
    ...settings,
  });
}

/** One plain line for the operator, and a code that tells the service manager. */
function expectPlain(ended: RunOnce, pattern: RegExp): void {
  expect(ended.stderr).toMatch(pattern);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  expect(ended.stderr).not.toMatch(/fault of the program/);
  expect(ended.code).toBe(1);
}

describe('a database that is not whole', () => {
  it.each([
    ['no database at all', async () => writeFile(file, 'this was never a database'.repeat(400))],
    [
      'a database with a torn page',
      async () => {
        await loadOpenLists(`sqlite:${file}`, 8);
        const bytes = await readFile(file);
        bytes.fill(0x5a, 4096 * 2 + 100, 4096 * 6);
        await writeFile(file, bytes);
      },
    ],
    [
      'a database cut short',
      async () => {
        await loadOpenLists(`sqlite:${file}`, 8);
        const bytes = await readFile(file);
        await writeFile(file, bytes.subarray(0, bytes.byteLength - 4096 * 3 - 17));
      },
    ],
  ])('%s is refused in a plain line and left as it is', async (_, spoil) => {
    await spoil();
    const before = await readFile(file);
    expectPlain(await start(), /not a database of this programme|is damaged/);
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});

describe('a start that cannot work', () => {
  it('a port in use is named, with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expectPlain(await start({ PORT: String(port) }), new RegExp(`Port ${port} is already in use.*PORT`));
    other.close();
  });

  it.each([
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_CHANNEL: 'C1' }],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: 's', SLACK_CHANNEL: 'C1' }],
    ['SLACK_CHANNEL', { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['TELEGRAM_TOKEN', { TELEGRAM_TOKEN: 'oops' }],
    ['TELEGRAM_API_ROOT', { TELEGRAM_TOKEN: '4242:canary-token-of-the-start', TELEGRAM_API_ROOT: 'nowhere' }],
    ['OPENAI_API_KEY', { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }],
    ['OPENAI_BASE_URL', { OPENAI_API_KEY: 'k' }],
    ['STAFF_WEBHOOK_URL', { STAFF_WEBHOOK_SECRET: 's' }],
    ['BASE_URL', { BASE_URL: 'example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['PORT', { PORT: 'http' }],
    ['LANGSMITH_TRACING', { LANGSMITH_TRACING: 'true' }],
  ])('%s is named when it is missing or wrong, and no secret is repeated', async (key, settings) => {
    const ended = await start(settings);
    expectPlain(ended, new RegExp(`^jiebang: ${key}\\b`));
    expect(ended.stderr).not.toContain('canary');
  });
});

describe('files officials edit', () => {
  const need = 'data/forms/need.json';

  it.each([
    [
      'a misspelt kind',
      need,
      (json: string) => json.replace('"kind": "money"', '"kind": "mony"'),
      /need\.json.*stages.*fields.*kind/,
    ],
    ['a missing bracket', need, (json: string) => json.slice(0, -20), /need\.json/],
    [
      'a question without words',
      need,
      (json: string) => json.replace('"question"', '"qestion"'),
      /need\.json.*stages.*fields/,
    ],
    [
      'a programme without its limit',
      'data/programme/jiangxi-2021.json',
      (json: string) => json.replace('"shortlistMax"', '"shortlistMx"'),
      /jiangxi-2021\.json.*shortlistM/,
    ],
    ['broken messages', 'data/messages/chat.zh.json', () => '{', /chat\.zh\.json/],
  ])('%s is told with file and place', async (_, path, spoil, pattern) => {
    const target = join(own.root, path);
    const whole = await readFile(target, 'utf8');
    await writeFile(target, spoil(whole));
    const ended = await start();
    await writeFile(target, whole);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(pattern);
    expect(ended.stderr).not.toMatch(/\n\s+at |fault of the program/);
  });
});
