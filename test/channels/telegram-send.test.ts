import { describe, expect, test } from 'vitest';
import { isBotError } from '../../src/errors.ts';
import { sampleButton, sampleCard, sampleReply, telegramAddress } from '../support/sample-reply.ts';
import { telegramBench } from '../support/telegram-bench.ts';

const bench = telegramBench();

describe('sending', () => {
  test('cards become numbered blocks with a button each, then the buttons and the link', async () => {
    await bench.channel().send(
      telegramAddress(),
      sampleReply('合适的榜单：', {
        cards: [
          sampleCard('高牌号电工钢', sampleButton('m.1', '查看详情')),
          sampleCard('燃料电池电堆', sampleButton('m.2', '查看详情')),
        ],
        buttons: [sampleButton('m.3', '更多')],
        link: '/r/abc',
      }),
    );
    const [call] = bench.peer.calls('sendMessage');
    expect(call?.text).toBe(
      '合适的榜单：\n\n1. 高牌号电工钢【示例】\n3000万元 · 2027-01-08 截止\n对上：电工钢\n\n2. 燃料电池电堆【示例】\n3000万元 · 2027-01-08 截止\n对上：电工钢\n\nhttps://bang.example/r/abc',
    );
    const markup = call?.reply_markup as { inline_keyboard: { callback_data: string }[][] };
    expect(markup.inline_keyboard.flat().map((each) => each.callback_data)).toEqual(['m.1', 'm.2', 'm.3']);
    expect(call).not.toHaveProperty('parse_mode');
  });

  test('hostile markup is delivered as it is, broken text as readable text', async () => {
    const hostile = '<b>粗</b> *粗* [点我](http://evil.example) `x` @everyone \u0000\ud800\u202e完';
    await bench.channel().send(telegramAddress(), sampleReply(hostile));
    expect(bench.peer.texts(77)).toEqual(['<b>粗</b> *粗* [点我](http://evil.example) `x` @everyone 完']);
  });

  test('a long Chinese text with emoji is split below the limit and loses nothing', async () => {
    const family = '👨‍👩‍👧‍👦';
    const text = `${'揭榜挂帅'.repeat(999)}揭榜${family.repeat(40)}${'无标点'.repeat(3000)}`;
    await bench.channel().send(telegramAddress(), sampleReply(text, { buttons: [sampleButton('m.9')] }));
    const texts = bench.peer.texts(77);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join('')).toBe(text);
    expect(texts.join('|').split(family)).toHaveLength(41);
    expect(bench.peer.calls('sendMessage').map((call) => call.reply_markup !== undefined)).toEqual([
      ...texts.slice(1).map(() => false),
      true,
    ]);
  });

  test('a second try goes on where the first stopped', async () => {
    const telegram = bench.channel();
    const reply = sampleReply('段落。'.repeat(3000));
    bench.peer.fault('sendMessage', { kind: 'slow', ms: 1 }, { kind: 'too-many', retryAfter: 7 });
    const error = await telegram.send(telegramAddress(), reply).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'delivery', retryable: true, retryAfterMs: 7000 });
    await telegram.send(telegramAddress(), reply);
    expect(bench.peer.texts(77).join('')).toBe(reply.text);
  });

  test('a blocked chat is permanent; a bad request too; an outage and a revoked token are not', async () => {
    const telegram = bench.channel();
    bench.peer.world.blocked.add('77');
    const tried = () => telegram.send(telegramAddress(), sampleReply('在吗')).catch((thrown: unknown) => thrown);
    expect(await tried()).toMatchObject({ retryable: false, message: expect.stringContaining('blocked') });
    for (const [kind, retryable] of [
      ['server-error', true],
      ['cut', true],
      ['garbage', true],
    ] as const) {
      bench.peer.fault('sendMessage', { kind });
      expect(await tried()).toMatchObject({ retryable });
    }
    bench.peer.fault('sendMessage', { kind: 'refused', status: 400, reason: 'Bad Request: chat not found' });
    expect(await tried()).toMatchObject({ retryable: false });
    bench.peer.fault('sendMessage', { kind: 'refused', status: 401, reason: 'Unauthorized' });
    expect(await tried()).toMatchObject({ retryable: true, retryAfterMs: 300_000 });
  });

  test('no error and no log line holds the token or what people said', async () => {
    const telegram = bench.channel();
    const errors: unknown[] = [];
    for (const kind of ['server-error', 'cut', 'garbage', 'lost-answer'] as const) {
      bench.peer.fault('sendMessage', { kind });
      errors.push(await telegram.send(telegramAddress(), sampleReply('秘密内容')).catch((thrown: unknown) => thrown));
    }
    const told = errors
      .map((error) => (isBotError(error) ? `${error.message}${error.stack}${String(error.cause)}` : 'not coded'))
      .join();
    expect(told).not.toMatch(/canary|秘密|not coded/);
    expect(bench.log.text()).not.toMatch(/canary|秘密/);
  });

  test('a message is replaced in place; an unchanged one is fine; a lost one is sent anew', async () => {
    const telegram = bench.channel();
    const receipt = await telegram.send(telegramAddress(), sampleReply('待受理'));
    expect(await telegram.send(telegramAddress(), sampleReply('已受理'), receipt)).toEqual(receipt);
    expect(await telegram.send(telegramAddress(), sampleReply('已受理'), receipt)).toEqual(receipt);
    expect(bench.peer.texts(77)).toEqual(['已受理']);
    bench.peer.world.sent.clear();
    expect(await telegram.send(telegramAddress(), sampleReply('已退回'), receipt)).not.toEqual(receipt);
    expect(bench.peer.texts(77)).toEqual(['已退回']);
  });

  test('documents are sent with a name that cannot break out of its header; one that may not be read is left out', async () => {
    const telegram = bench.channel();
    const files = [{ document: 'application' as const, id: 'x', name: '申报书.docx' }];
    await telegram.send(telegramAddress(), sampleReply('这是您的申报书', { files }));
    expect(bench.peer.world.documents).toEqual([
      { chat: '77', name: '申报书 _x_.docx', bytes: Buffer.from('docx bytes') },
    ]);
    await bench.channel({ document: async () => null }).send(telegramAddress(), sampleReply('没有权限', { files }));
    expect(bench.peer.world.documents).toHaveLength(1);
  });

  test('a Bot API server behind a path is reached there', async () => {
    const telegram = bench.channel({ apiRoot: `${bench.peer.url}/own/server` });
    const error = await telegram.send(telegramAddress(), sampleReply('x')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 401 });
    expect(bench.peer.paths.at(-1)).toMatch(/^\/own\/server\/bot/);
  });

  test('a forum topic is answered in the topic', async () => {
    await bench.channel().send({ ...telegramAddress(-100), thread: '9' }, sampleReply('好'));
    expect(bench.peer.calls('sendMessage')[0]).toMatchObject({ chat_id: '-100', message_thread_id: 9 });
  });
});
