import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DESK_ROOM } from '../../src/conversation/address.ts';
import { type EngineKit, seat, startKit } from '../support/engine-kit.ts';
import { blocked, outage } from '../support/fake-channel.ts';

const SLACK_ROOM = { channel: 'slack', room: 'C1', user: 'staff' } as const;
const MINUTE = 60_000;

let kit: EngineKit;
afterEach(() => kit.close());

const pass = async (ms: number): Promise<void> => {
  kit.clock.advance(ms);
  await kit.engine.idle();
};
const onTelegram = async (user: string, said: string): Promise<void> => {
  await kit.receive(user, { address: seat(user, 'telegram'), said });
  await kit.engine.idle();
};

describe('a platform that is out', () => {
  beforeEach(async () => {
    kit = await startKit();
  });

  it('gets everything afterwards, in order, however long it took', async () => {
    kit.channels.telegram.trouble = () => {
      throw outage();
    };
    await onTelegram('lin', 'one');
    await onTelegram('lin', 'two');
    for (let n = 0; n < 50; n += 1) await pass(MINUTE);
    expect(kit.channels.telegram.sent).toHaveLength(0);
    kit.channels.telegram.trouble = null;
    await pass(2 * MINUTE);
    expect(kit.channels.telegram.texts('lin')).toEqual(['heard one', 'heard two']);
    expect(await kit.store.turns.failed()).toEqual([]);
  });

  it('is asked with one message at a time, ever more seldom, until it works', async () => {
    let tries = 0;
    kit.channels.telegram.trouble = () => {
      tries += 1;
      throw outage();
    };
    for (let n = 0; n < 30; n += 1)
      await kit.receive(`user-${n}`, { address: seat(`user-${n}`, 'telegram'), said: 'hi' });
    await kit.engine.idle();
    const first = tries;
    for (let n = 0; n < 600; n += 1) await pass(1_000);
    expect(first).toBeLessThanOrEqual(8);
    expect(tries - first).toBeLessThan(25);
    kit.channels.telegram.trouble = null;
    await pass(MINUTE);
    await pass(MINUTE);
    expect(kit.channels.telegram.sent).toHaveLength(30);
  });

  it('holds up no other platform', async () => {
    let answer = (): void => undefined;
    kit.channels.telegram.trouble = () => new Promise((resolve) => (answer = resolve));
    await kit.receive('lin', { address: seat('lin', 'telegram'), said: 'slow' });
    await kit.hears('wang', 'quick');
    await expect.poll(() => kit.told('wang')).toEqual(['heard quick']);
    expect(kit.channels.telegram.sent).toHaveLength(0);
    kit.channels.telegram.trouble = null;
    answer();
    await kit.engine.idle();
    expect(kit.channels.telegram.texts('lin')).toEqual(['heard slow']);
  });
});

describe('a message that is being sent', () => {
  it('is not begun again by whatever else happens meanwhile', async () => {
    kit = await startKit();
    const begun: string[] = [];
    const answers: (() => void)[] = [];
    kit.channels.telegram.trouble = (to) => {
      begun.push(to.room);
      return new Promise((resolve) => answers.push(resolve));
    };
    for (const user of ['lin', 'wang', 'zhao']) {
      await kit.receive(user, { address: seat(user, 'telegram'), said: 'hi' });
      await expect.poll(() => begun).toContain(user);
    }
    expect(begun).toEqual(['lin', 'wang', 'zhao']);
    for (const answer of answers) answer();
    await kit.engine.idle();
    expect(kit.channels.telegram.sent).toHaveLength(3);
  });

  it('and is marked while the outbox is being read, is not sent again from what was read', async () => {
    kit = await startKit();
    await kit.engine.stop();
    const { turns } = kit.store;
    let marked = (): void => undefined;
    const isMarked = new Promise<void>((resolve) => {
      marked = resolve;
    });
    // The second reading of the outbox answers with what it saw before the mark, and only after it.
    let readings = 0;
    const due: typeof turns.due = async (...given) => {
      const rows = await turns.due(...given);
      if (rows.length > 0 && given[2] === 'telegram') {
        readings += 1;
        if (readings === 2) await isMarked;
      }
      return rows;
    };
    const delivered: typeof turns.delivered = async (...given) => {
      await expect.poll(() => readings).toBeGreaterThanOrEqual(2);
      await turns.delivered(...given);
      setTimeout(marked, 20);
    };
    const channels = kit.channels;
    const second = await startKit({
      store: { ...kit.store, turns: { ...turns, due, delivered } },
      clock: kit.clock,
      channels,
    });
    await second.receive('lin', { address: seat('lin', 'telegram'), said: 'hi' });
    await expect.poll(() => channels.telegram.sent.length).toBe(1);
    await second.hears('wang', 'hello');
    await second.engine.idle();
    expect(channels.telegram.texts('lin')).toEqual(['heard hi']);
    await second.engine.stop();
  });
});

describe('a platform that says how long to wait', () => {
  beforeEach(async () => {
    kit = await startKit();
  });

  it('is obeyed, for the room it said it of; others are served', async () => {
    const tried: string[] = [];
    kit.channels.telegram.trouble = (to) => {
      tried.push(`${to.room} ${kit.clock.iso()}`);
      if (to.room === 'lin') throw outage(30_000);
    };
    const start = kit.clock.now().getTime();
    await onTelegram('lin', 'one');
    await onTelegram('lin', 'two');
    await onTelegram('wang', 'other');
    expect(kit.channels.telegram.texts('wang')).toEqual(['heard other']);
    for (let n = 0; n < 29; n += 1) await pass(1_000);
    expect(tried.filter((each) => each.startsWith('lin'))).toEqual([`lin ${new Date(start).toISOString()}`]);
    kit.channels.telegram.trouble = null;
    await pass(1_000);
    expect(kit.channels.telegram.texts('lin')).toEqual(['heard one', 'heard two']);
  });

  it('to two rooms at once is left alone as a whole', async () => {
    let tries = 0;
    kit.channels.telegram.trouble = () => {
      tries += 1;
      throw outage(30_000);
    };
    for (const user of ['a', 'b', 'c', 'd']) await onTelegram(user, 'hi');
    expect(tries).toBe(2);
    kit.channels.telegram.trouble = null;
    await pass(29_000);
    expect(kit.channels.telegram.sent).toHaveLength(0);
    await pass(1_000);
    await pass(1_000);
    expect(kit.channels.telegram.sent).toHaveLength(4);
  });
});

describe('a message that can never be delivered', () => {
  beforeEach(async () => {
    kit = await startKit();
  });

  it('is put aside at once and seen by staff; the next one is sent', async () => {
    kit.channels.telegram.trouble = (_, reply) => {
      if (reply.text.includes('first')) throw blocked();
    };
    await onTelegram('lin', 'first');
    await onTelegram('lin', 'second');
    expect(kit.channels.telegram.texts('lin')).toEqual(['heard second']);
    expect(await kit.store.turns.failed()).toMatchObject([
      { address: seat('lin', 'telegram'), reason: expect.stringContaining('blocked') },
    ]);
  });

  it('because its channel is not configured says so', async () => {
    await kit.receive('lin', { address: seat('lin', 'console'), said: 'hello' });
    await kit.engine.idle();
    expect(await kit.store.turns.failed()).toMatchObject([
      { reason: expect.stringContaining('console is not configured') },
    ]);
  });

  it('because its sending breaks is given up after three tries', async () => {
    kit.channels.telegram.trouble = () => {
      throw new TypeError('undefined is not a function');
    };
    await onTelegram('lin', 'hello');
    for (let n = 0; n < 5; n += 1) await pass(MINUTE);
    expect(await kit.store.turns.failed()).toMatchObject([{ reason: expect.stringContaining('TypeError') }]);
  });
});

describe('a notice for staff', () => {
  const start = async (detail: 'minimal' | 'full', more: object = {}): Promise<void> => {
    kit = await startKit({ staffTargets: () => [{ address: SLACK_ROOM, detail }], ...more });
  };
  const slack = (): readonly string[] => kit.channels.slack.texts('C1');

  it('goes to the desk and to the room of the sector, with its buttons', async () => {
    await start('full');
    await kit.says('lin', 'tell 42');
    expect(kit.channels.web.texts(DESK_ROOM.room)).toEqual(['secret 42']);
    expect(kit.channels.slack.sent[0]?.reply).toMatchObject({
      text: 'secret 42',
      notice: { kind: 'submitted' },
      buttons: [{ label: 'queue' }],
    });
    expect(kit.told('lin')).toEqual(['told']);
  });

  it('abroad says number and sector, nothing else, unless the operator chose otherwise', async () => {
    await start('minimal');
    await kit.says('lin', 'tell 42');
    expect(slack()[0]).toContain('N-42');
    expect(slack()[0]).toContain('新材料');
    expect(JSON.stringify(kit.channels.slack.sent.map((each) => each.reply))).not.toContain('secret');
  });

  it('can be pressed by whoever is in the room, and by nobody outside it', async () => {
    await start('full');
    await kit.says('lin', 'tell 42');
    const [onDesk, inSlack] = [kit.channels.web, kit.channels.slack].map(
      (each) => each.sent.find(({ reply }) => reply.notice)?.reply,
    );
    if (!onDesk || !inSlack) throw new Error('no notice');
    expect(await kit.presses('desk:7', onDesk, 0)).toEqual(['chose queue']);
    expect(await kit.presses('lin', onDesk, 0)).toEqual(['stale-button']);
    await kit.receive('x', {
      address: { channel: 'slack', room: 'C1', user: 'U9' },
      chose: { button: inSlack.buttons[0]?.id ?? '' },
    });
    await kit.receive('y', {
      address: { channel: 'slack', room: 'C2', user: 'U9' },
      chose: { button: inSlack.buttons[0]?.id ?? '' },
    });
    await kit.engine.idle();
    await pass(1_000);
    expect(slack()).toContain('chose queue');
    expect(kit.channels.slack.texts('C2')).toEqual(['stale-button']);
  });

  it('of an act waits ten seconds and is never sent when the act is taken back', async () => {
    await start('full');
    await kit.says('lin', 'act 42');
    await pass(5_000);
    expect(slack()).toEqual([]);
    await kit.says('lin', 'undo 42');
    await pass(MINUTE);
    expect(slack()).toEqual([]);
    await kit.says('lin', 'act 43');
    await pass(10_000);
    expect(slack()).toEqual(['secret 43']);
    await kit.says('lin', 'act 44', 'undo 44');
    await pass(MINUTE);
    expect(slack()).toEqual(['secret 43']);
  });

  it('comes after a digest when more than twenty wait, one a second, one card each', async () => {
    await start('full');
    kit.channels.slack.trouble = () => {
      throw outage();
    };
    for (let n = 0; n < 30; n += 1) await kit.says(`user-${n}`, `tell ${n}`);
    expect(kit.told('user-29')).toEqual(['told']);
    await pass(60 * MINUTE);
    kit.channels.slack.trouble = null;
    await pass(MINUTE);
    for (let n = 0; n < 32; n += 1) await pass(1_000);
    expect(slack()[0]).toContain('30');
    expect(slack().slice(1)).toEqual(Array.from({ length: 30 }, (_, n) => `secret ${n}`));
  });

  it('comes at most once a second to one room, however many there are', async () => {
    await start('full');
    for (let n = 0; n < 4; n += 1) await kit.says(`user-${n}`, `tell ${n}`);
    const counts = [slack().length];
    for (let n = 0; n < 4; n += 1) {
      await pass(500);
      await pass(500);
      counts.push(slack().length);
    }
    expect(counts).toEqual([1, 2, 3, 4, 4]);
  });

  it('comes without a digest when few wait', async () => {
    await start('full');
    kit.channels.slack.trouble = () => {
      throw outage();
    };
    for (let n = 0; n < 3; n += 1) await kit.says(`user-${n}`, `tell ${n}`);
    kit.channels.slack.trouble = null;
    for (let n = 0; n < 6; n += 1) await pass(MINUTE);
    expect(slack()).toEqual(['secret 0', 'secret 1', 'secret 2']);
  });
});
