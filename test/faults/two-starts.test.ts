import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { cleanEnvironment, freePort } from '../support/server-process.ts';
import { makeVisitor, messagesOf, openVisitor, type Visitor } from '../support/web-visitor.ts';

let own: OwnPackage;
let folder: string;
let port: number;
beforeAll(async () => {
  own = await makeOwnPackage('starts');
  folder = await mkdtemp(join(tmpdir(), 'starts-'));
  port = await freePort();
});
afterAll(async () => {
  await own.remove();
  await rm(folder, { recursive: true, force: true });
});

/** `npm start`, as the README says it, until it says where it is. */
async function npmStart(): Promise<{ child: ChildProcess; said: () => string }> {
  const child = spawn('npm', ['start'], {
    cwd: own.root,
    env: cleanEnvironment({ PORT: String(port), DATABASE_URL: `sqlite:${join(folder, 'jiebang.db')}` }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(`:${port}`)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  return { child, said: () => said };
}

/** Ctrl-C: the whole process group gets it. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
}

/** Waits until the chat holds these words. */
async function until(visitor: Visitor, words: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const texts = (await messagesOf(await visitor.get('/api/history'))).map((each) => JSON.stringify(each)).join('\n');
    if (texts.includes(words)) return texts;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the chat never said ${words}`);
}

/** What the program says when it fills an empty database. */
const SAMPLE = /sample|示例/i;

describe('npm start, twice', () => {
  it('loads the sample once, says so, and finds yesterday’s talk, draft and lists again', async () => {
    const first = await npmStart();
    const visitor = await openVisitor(`http://127.0.0.1:${port}`);
    await visitor.say('我要发需求');
    await until(visitor, '请勿填写国家秘密');
    await visitor.say('同意');
    await visitor.say('示例厂的灌溉水溶肥放几天就结晶');
    await until(visitor, '结晶');
    const before = await (await makeVisitor(`http://127.0.0.1:${port}`).get('/api/history')).text();
    await stop(first.child);
    expect(first.said()).toMatch(SAMPLE);

    const second = await npmStart();
    try {
      expect(await until(visitor, '结晶')).toContain('同意');
      await visitor.say('继续');
      await until(visitor, '接着');
      expect(await (await makeVisitor(`http://127.0.0.1:${port}`).get('/api/history')).text()).toBe(before);
    } finally {
      await stop(second.child);
    }
    expect(second.said()).not.toMatch(SAMPLE);
  });
});
