import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MessageView } from '../../src/channels/web/message-view.ts';
import type { Listing } from '../../src/programme/records.ts';
import { loadOpenLists } from '../support/open-lists.ts';
import { type RealHouse, startRealHouse } from '../support/real-house.ts';
import { messagesOf, openVisitor, type Visitor } from '../support/web-visitor.ts';

let house: RealHouse;
let lists: readonly Listing[];

beforeAll(async () => {
  house = await startRealHouse({}, async (database) => {
    lists = await loadOpenLists(database, 8);
  });
});
afterAll(() => house.stop());

const post = (visitor: Visitor, id: string, body: object) => visitor.post('/api/messages', { id, ...body });

async function history(visitor: Visitor): Promise<readonly MessageView[]> {
  await house.app.engine.idle();
  return messagesOf(await visitor.get('/api/history'));
}

/** Presses a button of the newest message that offers it. */
async function press(visitor: Visitor, label: string, id: string = crypto.randomUUID()): Promise<string> {
  const button = (await history(visitor)).flatMap((each) => each.buttons).findLast((each) => each.label === label);
  await post(visitor, id, { button: button?.id ?? 'none', label });
  return id;
}

/** A visitor who has agreed and stands at the first question of list `n`. */
async function atFirstQuestion(n: number): Promise<Visitor> {
  const visitor = await openVisitor(house.url);
  await visitor.say(`揭榜 ${lists[n]?.reference}`);
  await press(visitor, '同意');
  expect((await history(visitor)).at(-1)?.text).toContain('（1/4）');
  return visitor;
}

async function interestsOf(unit: string) {
  const all = await house.app.store.records.cases({ kinds: ['interest'], limit: 1000 });
  return all.filter((each) => each.answers.unit === unit);
}

describe('the same message again', () => {
  it('changes nothing, however often and however close together it comes', async () => {
    const visitor = await atFirstQuestion(0);
    const id = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(visitor, id, { text: '示例大学甲' })));
    expect(answers.map((each) => each.status)).toEqual([202, 202, 202, 202, 202]);
    const before = await history(visitor);
    await post(visitor, id, { text: '示例大学甲' });
    const after = await history(visitor);
    expect(after).toEqual(before);
    expect(after.filter((each) => each.id === id)).toHaveLength(1);
    expect(after.at(-1)?.text).toContain('（2/4）');
  });

  it('a pressed button counts once: two presses of 提交 make one interest', async () => {
    const visitor = await atFirstQuestion(1);
    for (const text of ['示例大学乙', '示例负责人乙', '13800000002', '我们做过中试，有设备有样品'])
      await visitor.say(text);
    const id = await press(visitor, '提交');
    await press(visitor, '提交', id);
    await press(visitor, '提交');
    expect(await interestsOf('示例大学乙')).toHaveLength(1);
  });
});

describe('messages that come at once', () => {
  it('two are answered in the order in which they were taken', async () => {
    const visitor = await atFirstQuestion(2);
    await Promise.all([visitor.say('示例大学丙'), visitor.say('示例负责人丙')]);
    const seen = await history(visitor);
    const said = seen
      .filter((each) => each.from === 'me')
      .slice(-2)
      .map((each) => each.text);
    const told = seen
      .filter((each) => each.from === 'bot')
      .map((each) => each.text)
      .join('\n');
    expect(said.toSorted()).toEqual(['示例大学丙', '示例负责人丙'].toSorted());
    expect(told).toContain(`牵头单位：${said[0]}`);
    expect(told).toContain(`项目负责人：${said[1]}`);
    expect(seen.at(-1)?.text).toContain('（3/4）');
  });

  it('twenty at once lose nothing: every one is kept, in order, and answered', async () => {
    const visitor = await atFirstQuestion(3);
    const form = ['示例大学丁', '示例负责人丁', '13800000004', '我们做过中试，有设备有样品'];
    const rest = Array.from({ length: 16 }, (_, n) => `牵头单位改成示例大学丁${n}`);
    const ids = [...form, ...rest].map((text) => ({ id: crypto.randomUUID(), text }));
    // Taken one after the other, far faster than they are answered.
    for (const { id, text } of ids) expect((await post(visitor, id, { text })).status).toBe(202);
    const seen = await history(visitor);
    const kept = seen.filter((each) => each.from === 'me' && ids.some((sent) => sent.id === each.id));
    expect(kept.map((each) => each.id)).toEqual(ids.map((each) => each.id));
    expect(await house.app.store.turns.pending()).toMatchObject({ inbox: 0 });
    expect(await house.app.store.turns.parked()).toEqual([]);
    await press(visitor, '提交');
    await history(visitor);
    expect(await interestsOf('示例大学丁15')).toHaveLength(1);
  });

  it('twenty people at once are all answered, each in their own room', { timeout: 60_000 }, async () => {
    const visitors = await Promise.all(Array.from({ length: 20 }, () => openVisitor(house.url)));
    await Promise.all(
      visitors.flatMap((visitor, n) => [visitor.say(`揭榜 ${lists[4]?.reference}`), visitor.say(`我是第${n}个人`)]),
    );
    await vi.waitUntil(async () => (await house.app.store.turns.pending()).inbox === 0, { timeout: 20_000 });
    for (const [n, visitor] of visitors.entries()) {
      const seen = await history(visitor);
      expect(seen.filter((each) => each.from === 'me')).toHaveLength(2);
      expect(seen.filter((each) => each.from === 'bot').length).toBeGreaterThan(0);
      expect(JSON.stringify(seen)).toContain(`我是第${n}个人`);
    }
  });
});
