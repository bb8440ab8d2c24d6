import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFarewells } from '../../../src/channels/web/farewells.ts';
import { type AttackHouse, startAttackHouse, type Talker } from '../../support/attack-house.ts';
import { makeTestClock } from '../../support/test-clock.ts';

interface Page {
  readonly messages: readonly { readonly text: string; readonly farewell?: true }[];
}

let house: AttackHouse;
beforeEach(async () => {
  house = await startAttackHouse();
});
afterEach(() => house.stop());

/** What the page asks every few seconds where no stream comes through. */
async function poll(talk: Talker): Promise<{ readonly status: number; readonly page: Page | null }> {
  const answer = await talk.get('/api/history');
  return { status: answer.status, page: answer.status === 200 ? ((await answer.json()) as Page) : null };
}

async function deleteAll(talk: Talker): Promise<void> {
  await talk.tell('删除我的所有数据');
  const label = (await talk.seen()).at(-1)?.buttons[0]?.label ?? '';
  await talk.press(label);
}

describe('a browser that asks every few seconds instead of listening', () => {
  it('hears the receipt of a deletion, and nothing else of what was said', async () => {
    const talk = await house.talker();
    await talk.tell('你好，金丝雀闲话');
    await deleteAll(talk);
    const { status, page } = await poll(talk);
    expect(status).toBe(200);
    expect(page?.messages).toHaveLength(1);
    expect(page?.messages[0]).toMatchObject({ farewell: true, text: expect.stringContaining('删除') });
    expect(JSON.stringify(page)).not.toContain('金丝雀');
  });

  it('hears it only with the cookie it had: nobody else does', async () => {
    const talk = await house.talker();
    const other = await house.talker();
    await deleteAll(talk);
    expect((await poll(other)).page?.messages.some((each) => each.farewell)).toBe(false);
    const stranger = await fetch(`${house.url}/api/history`);
    expect(stranger.status).toBe(401);
  });

  it('begins anew like anybody once it opens the chat again', async () => {
    const talk = await house.talker();
    await deleteAll(talk);
    const opened = await talk.post('/api/opened', {});
    expect(opened.status).toBe(200);
    await house.app.engine.idle();
    expect(((await (await talk.get('/api/history')).json()) as Page).messages.some((each) => each.farewell)).toBe(
      false,
    );
  });
});

describe('last words', () => {
  it('are forgotten after ten minutes, and so are browsers that were not heard of', () => {
    const clock = makeTestClock();
    const farewells = makeFarewells(clock);
    farewells.saw('browser', 'room');
    farewells.keep('room', { text: 'bye' });
    expect(farewells.lastWord('browser')).toEqual({ text: 'bye' });
    expect(farewells.lastWord('another')).toBeNull();
    clock.advance(10 * 60_000 + 1);
    expect(farewells.lastWord('browser')).toBeNull();
  });

  it('are kept for ten thousand browsers at most, those heard of last', () => {
    const farewells = makeFarewells(makeTestClock());
    farewells.saw('first', 'room');
    farewells.keep('room', {});
    for (let n = 0; n < 9_999; n += 1) farewells.saw(`other-${n}`, `room-${n}`);
    expect(farewells.lastWord('first')).toEqual({});
    farewells.saw('one too many', 'elsewhere');
    expect(farewells.lastWord('first')).toBeNull();
  });
});
