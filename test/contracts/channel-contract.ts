/** What every channel promises, told as tests. Call it with a maker for each implementation. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Address } from '../../src/conversation/address.ts';
import { isBotError } from '../../src/errors.ts';
import type { Channel } from '../../src/ports/channel.ts';
import { sampleButton, sampleCard, sampleNotice, sampleReply } from '../support/sample-reply.ts';
import { makeSmallInbox, until } from '../support/small-inbox.ts';

/** How the platform fails the next send. `blocked` stands for whatever never gets better by itself. */
export type ChannelTrouble = 'too-many' | 'outage' | 'blocked';

/** A channel with hands on its platform's other end. */
export interface ChannelHarness {
  readonly channel: Channel;
  /** Where `seen` looks. */
  readonly address: Address;
  /** A person says something; the platform delivers it as often as it must until it is acknowledged. For channels that receive. */
  say?(text: string): Promise<void>;
  /** The platform delivers the last message once more. For channels that receive. */
  sayAgain?(): Promise<void>;
  /** Everything the reader sees now, as one text. */
  seen(): Promise<string>;
  /** For channels whose platform can fail. */
  fail?(how: ChannelTrouble): void;
  /** Tokens and keys that must appear in no error. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** What a channel can do beside sending. */
export interface ChannelAbilities {
  readonly receives: boolean;
  readonly replaces: boolean;
  readonly fails: boolean;
}

/** Registers the contract's tests for one channel. */
export function channelContract(name: string, make: () => Promise<ChannelHarness>, can: ChannelAbilities): void {
  describe(`${name} keeps the channel contract`, () => {
    let harness: ChannelHarness;
    beforeEach(async () => {
      harness = await make();
    });
    afterEach(async () => {
      await harness.channel.stop();
      await harness.close();
    });
    const here = () => harness;
    sends(here);
    stops(here);
    if (can.receives) receives(here);
    if (can.replaces) replaces(here);
    if (can.fails) fails(here);
  });
}

type Here = () => ChannelHarness;

function sends(here: Here): void {
  const shown = async (text: string) => {
    await here().channel.send(here().address, sampleNotice(text));
    return here().seen();
  };

  test('its name is the channel of its addresses', () => {
    expect(here().channel.name).toBe(here().address.channel);
  });

  test('text arrives as written, line by line', async () => {
    expect(await shown('第一行\n第二行 1 & 2')).toContain('第一行\n第二行 1 & 2');
  });

  test('markup of any platform arrives as letters', async () => {
    expect(await shown('*粗* _斜_ `码` [点](http://x) {{x}}')).toContain('*粗* _斜_ `码` [点](http://x) {{x}}');
  });

  test('broken text arrives as readable text', async () => {
    expect(await shown('一\u0000二\ud800三\u001b[31m四')).toContain('一二三四');
  });

  test('an empty text with a button is a message all the same', async () => {
    await here().channel.send(here().address, sampleReply('', { buttons: [sampleButton('m.1')] }));
  });

  test('cards show title, facts and reasons', async () => {
    await here().channel.send(here().address, sampleNotice('合适的榜单', { cards: [sampleCard('高牌号电工钢')] }));
    const seen = await here().seen();
    for (const part of ['合适的榜单', '高牌号电工钢', '3000万元', '对上：电工钢']) expect(seen).toContain(part);
  });

  test('a receipt is plain JSON', async () => {
    const receipt = await here().channel.send(here().address, sampleNotice('好'));
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
  });
}

function stops(here: Here): void {
  test('it stops, also twice, also without having started', async () => {
    await here().channel.stop();
    await here().channel.stop();
  });

  test('after stopping nothing more is accepted', async () => {
    const inbox = makeSmallInbox();
    await here().channel.start(inbox.accept);
    await here().channel.stop();
    void here()
      .say?.('太晚了')
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(inbox.batches).toEqual([]);
  });
}

function receives(here: Here): void {
  test('what is said arrives with keys, address, time and sequence', async () => {
    const inbox = makeSmallInbox();
    await here().channel.start(inbox.accept);
    await here().say?.('有没有电工钢的榜');
    const [message] = await inbox.holds(1);
    expect(message?.said).toBe('有没有电工钢的榜');
    expect(message?.keys.length).toBeGreaterThan(0);
    expect(message?.address).toMatchObject({
      channel: here().channel.name,
      room: expect.any(String),
      user: expect.any(String),
    });
    expect(message?.receivedAt).toBe(new Date(message?.receivedAt ?? '').toISOString());
    expect(message?.sequence).toBeGreaterThanOrEqual(0);
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  });

  test('messages keep their order', async () => {
    const inbox = makeSmallInbox();
    await here().channel.start(inbox.accept);
    for (const text of ['一', '二', '三']) await here().say?.(text);
    expect((await inbox.holds(3)).map((message) => message.said)).toEqual(['一', '二', '三']);
  });

  test('what could not be stored comes again, and is stored once', async () => {
    const inbox = makeSmallInbox();
    await here().channel.start(inbox.accept);
    inbox.fail(1);
    await here().say?.('请记下');
    expect((await inbox.holds(1)).map((message) => message.said)).toEqual(['请记下']);
  });

  test('the same delivery twice shares a key', async () => {
    const inbox = makeSmallInbox();
    await here().channel.start(inbox.accept);
    await here().say?.('一次');
    await inbox.holds(1);
    await here().sayAgain?.();
    await until(() => inbox.batches.length >= 2);
    expect(inbox.messages).toHaveLength(1);
  });

  test('odd input is a message like any other', async () => {
    const inbox = makeSmallInbox();
    await here().channel.start(inbox.accept);
    const odd = ['👩‍🔬', '<script>alert(1)</script>', "'; DROP TABLE inbox;--", '揭榜'.repeat(1500)];
    for (const text of odd) await here().say?.(text);
    expect((await inbox.holds(odd.length)).map((message) => message.said)).toEqual(odd);
  });
}

function replaces(here: Here): void {
  test('a message is replaced in place with its receipt', async () => {
    const { channel, address } = here();
    const receipt = await channel.send(address, sampleNotice('待受理'));
    await channel.send(address, sampleNotice('已受理'), receipt);
    const seen = await here().seen();
    expect(seen).toContain('已受理');
    expect(seen).not.toContain('待受理');
  });
}

function fails(here: Here): void {
  const failed = async (how: ChannelTrouble) => {
    here().fail?.(how);
    const error = await here()
      .channel.send(here().address, sampleNotice('秘密内容'))
      .catch((thrown: unknown) => thrown);
    if (!isBotError(error, 'delivery')) throw new Error(`not a delivery error: ${String(error)}`);
    return error;
  };

  test('too many: try later, and it says when', async () => {
    const error = await failed('too-many');
    expect(error.retryable).toBe(true);
    expect(error.retryAfterMs).toBeGreaterThan(0);
  });

  test('an outage can be tried again; being blocked cannot', async () => {
    expect((await failed('outage')).retryable).toBe(true);
    expect((await failed('blocked')).retryable).toBe(false);
  });

  test('no error tells a secret or a word of the message', async () => {
    for (const how of ['too-many', 'outage', 'blocked'] as const) {
      const error = await failed(how);
      const told = `${error.message} ${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`;
      for (const secret of [...here().secrets, '秘密']) expect(told).not.toContain(secret);
    }
  });

  test('after an outage the next message goes through', async () => {
    await failed('outage');
    await here().channel.send(here().address, sampleNotice('又通了'));
    expect(await here().seen()).toContain('又通了');
  });
}
