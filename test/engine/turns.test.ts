import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guess } from '../support/echo-reducer.ts';
import { type EngineKit, seat, startKit } from '../support/engine-kit.ts';

describe('a message and its answer', () => {
  let kit: EngineKit;
  beforeEach(async () => {
    kit = await startKit();
  });
  afterEach(() => kit.close());

  it('is answered where it was said', async () => {
    expect(await kit.says('lin', '您好')).toEqual(['heard 您好']);
    expect(kit.channels.web.sent[0]?.to).toEqual(seat('lin'));
    expect(await kit.store.turns.pending()).toEqual({ inbox: 0, outbox: 0 });
  });

  it('makes an account of a newcomer once, in the language of the words', async () => {
    await kit.says('lin', 'good morning');
    await kit.says('lin', 'again');
    const id = await kit.store.records.accountAt(seat('lin'));
    expect(await kit.store.records.account(id ?? '')).toMatchObject({
      locale: 'en',
      localeChosen: false,
      source: 'live',
    });
    expect((await kit.store.records.drafts(id ?? ''))[0]?.answers).toEqual({ said: 'good morning again' });
  });

  it('counts once, however often the platform delivers it', async () => {
    const once = { keys: ['event-1', 'ts-1'], said: 'one' };
    await kit.receive('lin', once);
    await kit.receive('lin', { ...once, keys: ['event-2', 'ts-1'] });
    await kit.engine.idle();
    await kit.receive('lin', once);
    await kit.engine.idle();
    expect(kit.told('lin')).toEqual(['heard one']);
  });

  it('is answered together with others of a burst, in their order', async () => {
    expect(await kit.says('lin', 'one', 'two', 'three')).toEqual(['heard one\nheard two\nheard three']);
    const id = await kit.store.records.accountAt(seat('lin'));
    expect((await kit.store.records.drafts(id ?? ''))[0]?.answers).toEqual({ said: 'one two three' });
  });

  it('of many people is answered side by side', async () => {
    const people = Array.from({ length: 40 }, (_, n) => `user-${n}`);
    await Promise.all(people.map((user) => kit.hears(user, 'hello', user)));
    await kit.engine.idle();
    for (const user of people) expect(kit.told(user)).toEqual([`heard hello\nheard ${user}`]);
  });

  it('stays in the transcript with identity numbers masked, and leaves the inbox', async () => {
    await kit.says('lin', '我的身份证是11010519491231002X');
    const rows = await kit.store.messages.transcript(seat('lin'), 10);
    expect(rows.map((row) => row.direction)).toEqual(['in', 'out']);
    expect(rows[0]?.text).not.toContain('11010519491231002X');
  });

  it('of one megabyte, or full of control characters, hurts nobody', async () => {
    const hostile = ['揭'.repeat(349_525), '\u0000\u0007\ud800', '   ', '{text} <b>{', '\u202E'];
    for (const text of hostile) await kit.hears('lin', text);
    await kit.engine.idle();
    expect(await kit.says('lin', 'next')).toEqual(['heard next']);
  });
});

describe('buttons', () => {
  let kit: EngineKit;
  beforeEach(async () => {
    kit = await startKit();
  });
  afterEach(() => kit.close());

  const offer = async (user: string) => {
    await kit.says(user, 'buttons');
    const reply = kit.channels.web.sent.at(-1)?.reply;
    if (!reply) throw new Error('nothing was offered');
    return reply;
  };

  it('do what they were made for, and show in the transcript as what they said', async () => {
    const reply = await offer('lin');
    expect(reply.buttons.map((button) => button.id)).toEqual([`${reply.id}.0`, `${reply.id}.1`]);
    expect(reply.id).toMatch(/^[0-9a-z]{26}$/);
    expect(await kit.presses('lin', reply, 0)).toEqual(['chose queue']);
    const rows = await kit.store.messages.transcript(seat('lin'), 10);
    expect(rows.filter((row) => row.direction === 'in').map((row) => row.text)).toEqual(['buttons', 'queue']);
  });

  it('of an older question say which question they were asked with', async () => {
    const reply = await offer('lin');
    await kit.says('lin', 'something else');
    expect(await kit.presses('lin', reply, 1)).toEqual(['chose help asked field-1']);
  });

  it('of somebody else, or never sent, are stale', async () => {
    const reply = await offer('lin');
    expect(await kit.presses('wang', reply, 0)).toEqual(['stale-button']);
    expect(await kit.presses('lin', { ...reply, buttons: [] }, 0)).toEqual(['stale-button']);
  });

  it('are the only way to a command for ordinary people; a signed-in desk names it', async () => {
    await kit.receive('lin', { chose: { command: { do: 'queue' } } });
    await kit.receive('desk:42', { chose: { command: { do: 'queue' } } });
    await kit.receive('desk:tg', {
      address: { channel: 'telegram', room: 'desk:tg', user: 'x' },
      chose: { command: { do: 'queue' } },
    });
    await kit.engine.idle();
    expect(kit.told('lin')).toEqual(['stale-button']);
    expect(kit.told('desk:42')).toEqual(['chose queue']);
    expect(kit.channels.telegram.texts('desk:tg')).toEqual(['stale-button']);
  });
});

describe('a message that breaks its turn', () => {
  let kit: EngineKit;
  beforeEach(async () => {
    kit = await startKit();
  });
  afterEach(() => kit.close());

  const passTime = async (): Promise<void> => {
    for (let n = 0; n < 4; n += 1) {
      await kit.engine.idle();
      kit.clock.advance(60_000);
    }
    await kit.engine.idle();
  };

  it('is tried three times, then put aside with an apology; those around it are answered', async () => {
    await kit.hears('lin', '第一', 'boom', '第三');
    await passTime();
    expect(kit.told('lin')).toEqual(['heard 第一', expect.stringContaining('抱歉'), 'heard 第三']);
    expect(await kit.store.turns.parked()).toMatchObject([
      { address: seat('lin'), reason: expect.stringContaining('poison') },
    ]);
    expect(kit.log.lines.filter((line) => line.level === 'error')).toHaveLength(1);
  });

  it('is tried exactly three times', async () => {
    let tries = 0;
    const counting = await startKit({
      reduce: () => {
        tries += 1;
        throw new Error('always');
      },
    });
    await counting.hears('lin', 'hello');
    for (let n = 0; n < 8; n += 1) {
      await counting.engine.idle();
      counting.clock.advance(60_000);
    }
    expect(tries).toBe(3);
    expect(counting.told('lin')).toHaveLength(1);
    await counting.close();
  });

  it('of a newcomer is apologised for in the language of the words', async () => {
    await kit.hears('ann', 'boom goes the message');
    await passTime();
    expect(kit.told('ann')).toEqual([expect.stringContaining('Sorry')]);
    expect(await kit.says('ann', 'hello')).toEqual(['heard hello']);
  });

  it('does not keep others waiting', async () => {
    await kit.hears('lin', 'boom');
    expect(await kit.says('wang', 'hello')).toEqual(['heard hello']);
  });

  it('that makes the reducer ask for ever is one of them', async () => {
    const looping = await startKit({
      reduce: (state) => ({ state, effects: [], queries: [guess('x')] }),
    });
    await looping.says('lin', 'loop');
    expect(looping.log.text()).toContain('still asks');
    await looping.close();
  });
});
