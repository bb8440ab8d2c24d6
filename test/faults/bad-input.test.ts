import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/channels/web/message-view.ts';
import type { Listing } from '../../src/programme/records.ts';
import { loadOpenLists } from '../support/open-lists.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { type Supervised, supervise } from '../support/server-process.ts';
import { messagesOf, openVisitor, type Visitor } from '../support/web-visitor.ts';

/** What only a programmer should ever see. */
const INSIDES = /\n\s+at \w|node_modules|\.js:\d|\.ts:\d|Error:|SQLITE|undefined|\[object|null\b/;

const TEXTS: readonly (readonly [string, string])[] = [
  ['an emoji family', '👩‍👩‍👧‍👦👍🏽'],
  ['control characters', 'a\u0000b\u0007\u001b[31mred\u001b[0m\u0008'],
  ['a lone surrogate', 'x\ud800y'],
  ['only lone surrogates', '\udc00\ud83d'],
  ['500 combining marks', `e${'\u0301'.repeat(500)}`],
  ['turned writing', '\u202egnp.exe\u202c'],
  ['full-width digits', '１３８００１３８０００'],
  ['an ICU message', '{count, plural, one {#} other {'],
  ['a template', '{{constructor.constructor("return process")()}}'],
  ['SQL', "'; DROP TABLE inbox; --"],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a prototype name', '__proto__'],
  ['a path', '../../../../etc/passwd'],
  ['a hundred lines', '行\n'.repeat(100)],
  ['99,999 characters', '揭'.repeat(99_999)],
];

let own: OwnPackage;
let folder: string;
let server: Supervised;
let lists: readonly Listing[];

beforeAll(async () => {
  own = await makeOwnPackage('bad-input');
  folder = await mkdtemp(join(tmpdir(), 'jiebang-bad-'));
  const url = `sqlite:${folder}/bot.db`;
  lists = await loadOpenLists(url, 2);
  server = await supervise(own, { DATABASE_URL: url, LOG_LEVEL: 'error' });
  await server.ready();
}, 60_000);

afterAll(async () => {
  await server.stop();
  await own.remove();
  await rm(folder, { recursive: true, force: true });
});

async function history(visitor: Visitor): Promise<readonly MessageView[]> {
  return messagesOf(await visitor.get('/api/history'));
}

/** A visitor who has been greeted. */
async function enter(): Promise<Visitor> {
  const visitor = await openVisitor(server.url);
  await answered(visitor, 0);
  return visitor;
}

/** Waits for the answer to the message just posted. */
async function answered(visitor: Visitor, before: number): Promise<string> {
  for (let n = 0; n < 400; n += 1) {
    const told = (await history(visitor)).filter((each) => each.from === 'bot');
    if (told.length > before)
      return told
        .slice(before)
        .map((each) => each.text)
        .join('\n');
    await wait(25);
  }
  throw new Error('no answer');
}

async function told(visitor: Visitor, body: object): Promise<string> {
  const before = (await history(visitor)).filter((each) => each.from === 'bot').length;
  const response = await visitor.post('/api/messages', { id: crypto.randomUUID(), ...body });
  expect(response.status).toBe(202);
  return answered(visitor, before);
}

async function press(visitor: Visitor, label: string): Promise<string> {
  const button = (await history(visitor)).flatMap((each) => each.buttons).findLast((each) => each.label === label);
  return told(visitor, { button: button?.id, label });
}

/** The server that began is still the one that runs. */
function expectUnharmed(): void {
  expect(server.starts).toHaveLength(1);
  expect(server.ownExits).toEqual([]);
  expect(server.stderr()).not.toMatch(/\n\s+at /);
}

describe('whatever people send', () => {
  it.each(TEXTS)('%s is answered, outside and inside a form', async (_, text) => {
    const visitor = await enter();
    expect(await told(visitor, { text })).not.toMatch(INSIDES);
    await told(visitor, { text: `揭榜 ${lists[0]?.reference}` });
    await press(visitor, '同意');
    expect(await told(visitor, { text })).not.toMatch(INSIDES);
    expect(await told(visitor, { text: '帮助' })).not.toBe('');
    expectUnharmed();
  });

  it.each([
    ['nothing', { text: '' }],
    ['spaces', { text: '  \n ' }],
    ['a text and a button', { text: 'a', button: 'b' }],
    ['no id', { id: undefined, text: 'a' }],
    ['a number', { text: 5 }],
    ['files that were never uploaded', { files: ['made up'] }],
  ])('%s is refused in a sentence', async (_, body) => {
    const visitor = await enter();
    const response = await visitor.post('/api/messages', { id: crypto.randomUUID(), ...body });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/\s+at \w|node_modules|\.js:\d/);
    expectUnharmed();
  });

  it.each([
    ['1 MB of text', JSON.stringify({ id: crypto.randomUUID(), text: '揭'.repeat(349_525) })],
    ['half a JSON', '{"id":"'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0xc3])],
    ['nothing at all', ''],
  ])('%s is refused, and the next honest message is answered', async (_, body) => {
    const visitor = await enter();
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      body,
      headers: { ...visitor.headers(), 'content-type': 'application/json' },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/\s+at \w|node_modules|\.js:\d/);
    expect(await told(visitor, { text: '有哪些榜' })).toMatch(/榜/);
    expectUnharmed();
  });

  it.each([
    ['a program under the name of a PDF', 'a.pdf', Buffer.from('MZ\u0090\u0000 this is a program')],
    ['an empty file', 'a.pdf', Buffer.alloc(0)],
    ['more than 20 MB', 'a.pdf', Buffer.alloc(21 * 1024 * 1024, 0x20)],
    ['a name full of dots and a NUL', '../../\u0000etc/passwd', Buffer.from('x')],
  ])('%s is refused in a sentence', { timeout: 60_000 }, async (_, name, bytes) => {
    const visitor = await enter();
    const response = await visitor.upload([{ name, bytes }]).catch(() => null);
    // A server may hang up on a body it will not read to its end.
    const text = (await response?.text().catch(() => '')) ?? '';
    if (response) expect(response.status).toBeGreaterThanOrEqual(400);
    if (response) expect(response.status).toBeLessThan(500);
    expect(text).not.toMatch(/\s+at \w|node_modules|\.js:\d/);
    expect(await told(visitor, { text: '有哪些榜' })).toMatch(/榜/);
    expectUnharmed();
  });
});

describe('a case of somebody else', () => {
  it('is answered exactly like one that is not there, by number, by link and by file', {
    timeout: 60_000,
  }, async () => {
    const owner = await enter();
    await told(owner, { text: `揭榜 ${lists[1]?.reference}` });
    await press(owner, '同意');
    for (const text of ['示例大学', '示例张三', '13800000000', '我们做过中试，有设备有样品'])
      await told(owner, { text });
    const theirs = /I-\w{5}-\w{5}/.exec(await press(owner, '提交'))?.[0] ?? 'none';
    expect(theirs).not.toBe('none');
    const stranger = await enter();
    const made = 'I-00000-00000';
    const say = async (reference: string) =>
      (await told(await enter(), { text: `进度 ${reference}` })).replaceAll(reference, 'NUMBER');
    expect(await say(theirs)).toBe(await say(made));
    expect(await say(theirs)).not.toContain('示例大学');
    for (const path of ['/files/application/', '/files/interest/', '/desk/case/', '/r/']) {
      const [theirsAnswer, madeAnswer] = await Promise.all([stranger.get(path + theirs), stranger.get(path + made)]);
      expect([path, theirsAnswer.status]).toEqual([path, madeAnswer.status]);
      expect((await theirsAnswer.text()).replaceAll(theirs, 'NUMBER')).toBe(
        (await madeAnswer.text()).replaceAll(made, 'NUMBER'),
      );
    }
    const button = (await history(owner)).flatMap((each) => each.buttons).at(-1)?.id;
    const pressed = await told(await enter(), { button });
    expect(pressed).toBe(await told(await enter(), { button: 'made-up.9' }));
    expectUnharmed();
  });
});
