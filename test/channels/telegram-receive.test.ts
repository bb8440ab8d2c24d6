import { describe, expect, test } from 'vitest';
import { sampleReply, telegramAddress } from '../support/sample-reply.ts';
import { makeSmallInbox, until } from '../support/small-inbox.ts';
import { telegramBench } from '../support/telegram-bench.ts';
import { documentUpdate, messageOf, pressUpdate, textUpdate } from '../support/telegram-updates.ts';

const bench = telegramBench();

describe('receiving', () => {
  test('what a person writes arrives, and its answer reaches the chat', async () => {
    const inbox = makeSmallInbox();
    const telegram = bench.channel();
    await telegram.start(inbox.accept);
    bench.peer.push(textUpdate('有没有电工钢的榜'));
    const [message] = await inbox.holds(1);
    expect(message).toMatchObject({
      said: '有没有电工钢的榜',
      keys: ['telegram:4242:1001'],
      languageHint: 'zh-hans',
      receivedAt: '2026-11-23T01:00:00.000Z',
    });
    await telegram.send(message?.address ?? telegramAddress(), sampleReply('找到 2 个榜单'));
    expect(bench.peer.texts(77)).toEqual(['找到 2 个榜单']);
    expect(JSON.stringify(message)).not.toContain('shili_yonghu');
  });

  test('a batch is confirmed only after it is on disk: a full disk confirms nothing and it comes again', async () => {
    const inbox = makeSmallInbox();
    inbox.fail(3);
    bench.peer.push(textUpdate('一'), textUpdate('二'));
    await bench.channel().start(inbox.accept);
    await until(() => inbox.batches.length >= 3);
    expect(bench.peer.world.confirmed).toEqual([]);
    expect((await inbox.holds(2)).map((each) => each.said)).toEqual(['一', '二']);
    await until(() => bench.peer.world.confirmed.length === 2);
    expect(bench.log.lines.filter((line) => line.level === 'error')[0]?.message).toMatch(/stays unconfirmed/);
  });

  test('killed between accept and confirmation: the next process gets the batch again and stores it once', async () => {
    const inbox = makeSmallInbox();
    bench.peer.push(textUpdate('一'));
    const first = bench.channel();
    const accepted = new Promise<void>((resolve) => {
      void first.start(async (messages) => {
        await inbox.accept(messages);
        resolve();
        await new Promise((never) => setTimeout(never, 200));
      });
    });
    await accepted;
    await first.stop();
    expect(bench.peer.world.confirmed).toEqual([]);
    bench.peer.push(textUpdate('二'));
    await bench.channel().start(inbox.accept);
    expect((await inbox.holds(2)).map((each) => each.said)).toEqual(['一', '二']);
    expect(inbox.batches).toHaveLength(2);
  });

  test('an album is one message with all its files, also when it arrives in two steps', async () => {
    const inbox = makeSmallInbox();
    await bench.channel().start(inbox.accept);
    await until(() => bench.peer.calls('getUpdates').length >= 1);
    bench.peer.push(textUpdate('先说一句'));
    await inbox.holds(1);
    await until(() => bench.peer.world.confirmed.length === 1);
    const album = { media_group_id: 'album-1' };
    bench.peer.push(documentUpdate(bench.peer, '营业执照.pdf', Buffer.from('a'), { ...album, caption: '材料' }));
    setTimeout(() => bench.peer.push(documentUpdate(bench.peer, '资质.pdf', Buffer.from('b'), album)), 10);
    const [, message] = await inbox.holds(2);
    expect(message?.files?.map((file) => file.name)).toEqual(['营业执照.pdf', '资质.pdf']);
    expect(message?.said).toBe('材料');
    expect(message?.keys).toHaveLength(2);
  });

  test('an album redelivered after a restart together with a late file loses no file and doubles none', async () => {
    const inbox = makeSmallInbox();
    const album = { media_group_id: 'album-2' };
    bench.peer.push(textUpdate('x'));
    const first = bench.channel();
    await first.start(async (messages) => {
      await inbox.accept(messages);
      if (messages[0]?.files) await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await until(() => bench.peer.world.confirmed.length === 1);
    bench.peer.push(
      documentUpdate(bench.peer, '一.pdf', Buffer.from('a'), album),
      documentUpdate(bench.peer, '二.pdf', Buffer.from('b'), album),
    );
    await inbox.holds(2);
    await first.stop();
    bench.peer.push(documentUpdate(bench.peer, '三.pdf', Buffer.from('c'), album));
    await bench.channel().start(inbox.accept);
    await inbox.holds(3);
    expect(inbox.messages.flatMap((each) => each.files ?? []).map((file) => file.name)).toEqual([
      '一.pdf',
      '二.pdf',
      '三.pdf',
    ]);
  });

  test('an album stored by a commit that seemed to fail loses no late file either', async () => {
    const inbox = makeSmallInbox();
    const album = { media_group_id: 'album-3' };
    let isUnsure = true;
    bench.peer.push(textUpdate('x'));
    await bench.channel({ retryMs: 60 }).start(async (messages) => {
      await inbox.accept(messages);
      if (!messages[0]?.files || !isUnsure) return;
      isUnsure = false;
      bench.peer.push(documentUpdate(bench.peer, '三.pdf', Buffer.from('c'), album));
      throw new Error('connection lost while committing');
    });
    await until(() => bench.peer.world.confirmed.length === 1);
    for (const name of ['一.pdf', '二.pdf']) bench.peer.push(documentUpdate(bench.peer, name, Buffer.from('a'), album));
    await inbox.holds(3);
    expect(inbox.messages.flatMap((each) => each.files ?? []).map((file) => file.name)).toEqual([
      '一.pdf',
      '二.pdf',
      '三.pdf',
    ]);
  });

  test('a press is answered at once and stored once, though the app sends it three times', async () => {
    const inbox = makeSmallInbox();
    await bench.channel().start(inbox.accept);
    bench.peer.push(pressUpdate(bench.peer, 'm1.2'), pressUpdate(bench.peer, 'm1.2'), pressUpdate(bench.peer, 'm1.2'));
    await until(() => bench.peer.world.presses.size === 0);
    expect(inbox.messages.map((each) => each.chose)).toEqual([{ button: 'm1.2' }]);
  });

  test('one odd update holds up nobody', async () => {
    const inbox = makeSmallInbox();
    bench.peer.push({ message: { text: 5 } }, textUpdate('好的'));
    await bench.channel().start(inbox.accept);
    expect((await inbox.holds(1))[0]?.said).toBe('好的');
    await until(() => bench.peer.world.confirmed.length === 2);
  });
});

describe('when Telegram does not work', () => {
  test.each(['too-many', 'server-error', 'cut', 'garbage', 'lost-answer'] as const)(
    'polling goes on after %s, nothing lost',
    async (kind) => {
      const inbox = makeSmallInbox();
      bench.peer.fault('getUpdates', kind === 'too-many' ? { kind, retryAfter: 0.05 } : { kind });
      bench.peer.push(textUpdate('还在吗'));
      await bench.channel().start(inbox.accept);
      expect((await inbox.holds(1))[0]?.said).toBe('还在吗');
      expect(bench.log.text()).not.toContain('canary');
    },
  );

  test('a refused token is one clear line, and polling ends', async () => {
    await bench.channel({ token: '4242:wrong-canary' }).start(makeSmallInbox().accept);
    await until(() => bench.log.lines.length > 0);
    expect(bench.log.lines.map((line) => line.message)).toEqual([expect.stringMatching(/@BotFather/)]);
    expect(bench.log.text()).not.toContain('canary');
  });

  test('a second receiver (409) is named once; a webhook is named as such', async () => {
    bench.peer.world.webhook = true;
    const inbox = makeSmallInbox();
    await bench.channel().start(inbox.accept);
    await until(() => bench.peer.calls('getUpdates').length >= 4);
    expect(bench.log.lines.map((line) => line.message)).toEqual([expect.stringMatching(/deleteWebhook/)]);
    bench.peer.world.webhook = false;
    bench.peer.push(textUpdate('好'));
    await inbox.holds(1);
  });

  test('stopping ends a waiting poll at once', async () => {
    const telegram = bench.channel({ pollSeconds: 30 });
    await telegram.start(makeSmallInbox().accept);
    await until(() => bench.peer.calls('getUpdates').length === 1);
    const before = Date.now();
    await telegram.stop();
    expect(Date.now() - before).toBeLessThan(1000);
  });
});

describe('files people send', () => {
  test('a file is fetched whole, and never more than allowed', async () => {
    const inbox = makeSmallInbox();
    const telegram = bench.channel();
    await telegram.start(inbox.accept);
    bench.peer.push(documentUpdate(bench.peer, '附件.pdf', Buffer.alloc(300_000, 7)));
    const file = (await inbox.holds(1))[0]?.files?.[0] ?? { id: '', name: '', bytes: null };
    expect(file).toMatchObject({ name: '附件.pdf', bytes: 300_000 });
    expect((await telegram.fetchFile?.(file, 1_000_000))?.byteLength).toBe(300_000);
    await expect(telegram.fetchFile?.(file, 1000)).rejects.toMatchObject({ code: 'delivery', retryable: false });
  });

  test('a file that lies about its size is cut off while it streams', async () => {
    const telegram = bench.channel();
    bench.peer.world.files.set('liar', { bytes: Buffer.alloc(2_000_000), size: 10 });
    const error = await telegram
      .fetchFile?.({ id: 'liar', name: 'x', bytes: 10 }, 100_000)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retryable: false, message: expect.stringContaining('larger') });
    expect(JSON.stringify(error)).not.toContain('canary');
  });

  test('voice, stickers and places are told apart from text', async () => {
    const inbox = makeSmallInbox();
    await bench.channel().start(inbox.accept);
    bench.peer.push(
      { message: messageOf({ voice: { file_id: 'v' } }) },
      { message: messageOf({ sticker: {} }) },
      { message: messageOf({ location: {} }) },
      { message: messageOf({ new_chat_title: 'x' }) },
      textUpdate('完'),
    );
    expect((await inbox.holds(4)).map((each) => each.unreadable)).toEqual(['voice', 'sticker', 'other', undefined]);
  });
});
