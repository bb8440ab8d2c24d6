import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import type { ClaimedTurn } from '../../src/ports/turn.ts';
import { anApplication, anAudit, inbound, LEASE, later, NOW, outgoing, resultOf, seat } from './samples.ts';
import { storeInFile, storeInMemory } from './stores.ts';

const PEOPLE = 40;
const EACH = 12;

/** Says what people say, in overlapping batches and with every message delivered twice. */
async function everybodyTalks(store: Store): Promise<void> {
  const people = Array.from({ length: PEOPLE }, async (_, person) => {
    for (let n = 0; n < EACH; n += 1) {
      const message = inbound(`p${person}`, `${n}`, { keys: [`p${person}:${n}`] });
      await Promise.all([store.turns.accept([message]), store.turns.accept([message])]);
    }
  });
  await Promise.all(people);
}

/** A worker: claims, now and then crashes before the commit, otherwise commits a record, audit and an answer per message. */
async function work(store: Store, worker: number, heard: Map<string, string[]>, stop: () => boolean): Promise<void> {
  for (let round = 0; !stop(); round += 1) {
    const turns = await store.turns.claim(NOW, 5, LEASE);
    if (turns.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await Promise.all(turns.map((turn, n) => oneTurn(store, turn, (round + n + worker) % 7 === 0, heard)));
  }
}

async function oneTurn(store: Store, turn: ClaimedTurn, fails: boolean, heard: Map<string, string[]>): Promise<void> {
  const inboxes = turn.messages.map((message) => message.inbox);
  if (fails) return store.turns.release(inboxes, NOW, 'a made-up failure');
  const user = turn.messages[0]?.inbound.address.user ?? '';
  const account = `account-${user}`;
  const marks = turn.messages.map((message) => `${user}-${message.inbound.said}`);
  await store.turns.commit([
    resultOf(turn, account, {
      effects: marks.map((id) => ({
        type: 'save-case',
        record: anApplication(id, account, { listing: id }),
        expected: 0,
        action: 'x',
        from: null,
      })),
      audit: marks.map((id) => anAudit(id)),
      outgoing: marks.map((id) => outgoing(id, seat(user))),
    }),
  ]);
  heard.set(user, [...(heard.get(user) ?? []), ...turn.messages.map((message) => message.inbound.said ?? '')]);
}

describe.each([
  ['in memory', storeInMemory],
  ['in a file', storeInFile],
])('many people and workers on a store %s', (_name, make) => {
  it('lose nothing, double nothing and keep everybody in order', async () => {
    const { store, done } = await make();
    const heard = new Map<string, string[]>();
    let stopped = false;
    const workers = [0, 1, 2, 3].map((worker) => work(store, worker, heard, () => stopped));
    await everybodyTalks(store);
    while ((await store.turns.pending()).inbox > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stopped = true;
    await Promise.all(workers);

    const inOrder = Array.from({ length: EACH }, (_, n) => `${n}`);
    expect([...heard.values()]).toEqual(Array.from({ length: PEOPLE }, () => inOrder));
    expect(await store.records.countCases({})).toBe(PEOPLE * EACH);
    expect(await store.verifyAudit()).toMatchObject({ rows: PEOPLE * EACH, brokenAt: null });
    expect((await store.turns.pending()).outbox).toBe(PEOPLE * EACH);
    const sent = await deliverAll(store);
    for (let person = 0; person < PEOPLE; person += 1) {
      expect(sent.filter((key) => key.startsWith(`p${person}-`))).toEqual(inOrder.map((n) => `p${person}-${n}`));
    }
    await done();
  });
});

async function deliverAll(store: Store): Promise<readonly string[]> {
  const sent: string[] = [];
  for (;;) {
    const due = await store.turns.due(later(1000), 50);
    if (due.length === 0) return sent;
    sent.push(...due.map((row) => row.key));
    await Promise.all(due.map((row) => store.turns.delivered(row.id, { ts: row.id }, NOW)));
  }
}
