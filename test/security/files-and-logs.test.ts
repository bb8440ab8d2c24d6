import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Document, Packer, Paragraph } from 'docx';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackHouse, startAttackHouse } from '../support/attack-house.ts';
import { ATTACK_TEXTS, isUnclean } from '../support/attack-texts.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { supervise } from '../support/server-process.ts';
import { startSlackPeer } from '../support/slack-peer.ts';
import { messageEvent } from '../support/slack-requests.ts';
import { startTelegramPeer } from '../support/telegram-peer.ts';
import { documentUpdate, person, textUpdate } from '../support/telegram-updates.ts';
import { openVisitor } from '../support/web-visitor.ts';

const zipOf = (files: Readonly<Record<string, string>>) => {
  const zip = new PizZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
};

describe('files', () => {
  let house: AttackHouse;
  beforeAll(async () => {
    house = await startAttackHouse();
  });
  afterAll(() => house.stop());

  it.each<[string, string, () => Uint8Array | string]>([
    ['a program that calls itself a paper', 'plan.pdf', () => 'MZ\u0090\u0000\u0003program'],
    ['a page that calls itself a text', 'plan.txt', () => '  <!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', 'plan.svg', () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['an archive', 'plan.docx', () => zipOf({ 'a.exe': 'MZ' })],
    [
      'a zip that swells to 40 MB',
      'plan.docx',
      () => zipOf({ '[Content_Types].xml': 'a'.repeat(40_000_000), 'word/document.xml': 'b' }),
    ],
    [
      'a zip with 60,000 entries',
      'plan.docx',
      () => zipOf(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`x/${n}`, '']))),
    ],
    ['nothing', 'plan.pdf', () => ''],
  ])('%s is refused in under a second', async (_, name, make) => {
    const talk = await house.talker();
    const bytes = make();
    const began = performance.now();
    const answer = await talk.upload([{ name, bytes }]);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await talk.tell('有哪些榜单？')).length).toBeGreaterThan(0);
  });

  it('keep no way, no markup and no turned letters in their names, and make no file beside the database', async () => {
    const talk = await house.talker();
    const paper = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('示例')] }] }));
    for (const name of [
      '../../etc/passwd.docx',
      'C:\\Windows\\a.docx',
      '/tmp/jiebang-attack.docx',
      '\u202excod.exe.docx',
      'a\u0000b.docx',
      `${'长'.repeat(5000)}.docx`,
      '<img src=x>.docx',
      '"; rm -rf.docx',
    ]) {
      const { files } = JSON.parse(await (await talk.upload([{ name, bytes: new Uint8Array(paper) }])).text());
      expect(files[0].name).not.toMatch(/[/\\]/);
      expect(isUnclean(files[0].name)).toBe(false);
      expect([...files[0].name].length).toBeLessThanOrEqual(120);
      const posted = await talk.post('/api/messages', { id: crypto.randomUUID(), files: [files[0].ticket] });
      expect([202, 429]).toContain(posted.status);
    }
    await house.app.engine.idle();
    expect(await house.app.store.turns.parked()).toEqual([]);
    expect((await readdir(join(tmpdir()))).filter((name) => name.startsWith('jiebang-attack'))).toEqual([]);
  });

  it('cannot be poured in without end', async () => {
    const talk = await house.talker();
    const statuses = [];
    for (let n = 0; n < 40; n += 1)
      statuses.push((await talk.upload([{ name: `${n}.txt`, bytes: `示例${n}` }])).status);
    expect(statuses).toContain(429);
  });
});

describe('the log at its most talkative', () => {
  let own: OwnPackage;
  beforeAll(async () => {
    own = await makeOwnPackage('attack-log');
  });
  afterAll(() => own.remove());

  it('holds no token, no cookie, no number and no word of anybody, on lines of its own only', {
    timeout: 60_000,
  }, async () => {
    const [telegram, slack] = [await startTelegramPeer('4242:canary-token-of-the-log-x'), await startSlackPeer()];
    const server = await supervise(own, {
      LOG_LEVEL: 'debug',
      DATABASE_URL: `sqlite:${join(own.root, 'log.db')}`,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SLACK_CHANNEL: 'C1',
    });
    await Promise.race([server.ready(), server.gaveUp]);
    slack.target = `${server.url}/slack/events`;
    const words = `金丝雀的话 11010519491231002X 6222020200112233445 canary@example.cn ${ATTACK_TEXTS['log line']}`;
    // Everything that can go wrong does, with people's words in hand.
    telegram.fault('sendMessage', { kind: 'server-error' }, { kind: 'garbage' }, { kind: 'cut' });
    telegram.fault('getFile', { kind: 'refused', status: 400, reason: 'Bad Request: file is too big' });
    slack.fault(
      'chat.postMessage',
      { kind: 'server-error' },
      { kind: 'refused', status: 200, reason: 'channel_not_found' },
    );
    telegram.push(textUpdate(words, person(5)), documentUpdate(telegram, '金丝雀的话.pdf', Buffer.from('%PDF-1.4 x')));
    await slack.sendEvent(messageEvent(words));
    await slack.sendEvent(messageEvent(words), { secret: 'canary-wrong-secret' });
    const visitor = await openVisitor(server.url);
    await visitor.say(words);
    await visitor.upload([{ name: '金丝雀的话.txt', bytes: words }]);
    await visitor.get(`/r/canary-return-link-000000`);
    await visitor.get(`/desk/enter/canary-owner-link-000000`);
    await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      body: `{"text":"${words}`,
      headers: { ...visitor.headers(), 'content-type': 'application/json' },
    });
    await wait(6000);
    await server.stop();
    await telegram.close();
    await slack.close();
    const log = server.stderr();
    expect(log.length).toBeGreaterThan(0);
    for (const secret of [
      '金丝雀',
      '11010519491231002X',
      '6222020200112233445',
      'canary',
      visitor.cookie().split('=')[1] ?? '',
    ])
      expect(log).not.toContain(secret);
    for (const line of log.trim().split('\n')) expect(() => JSON.parse(line), line).not.toThrow();
    expect(log).not.toMatch(/forged/);
  });
});
