import { describe, expect, it } from 'vitest';
import { sampleId } from '../../src/commands/demo-records.ts';
import { readStopList } from '../../src/data-files.ts';
import { makeDocuments } from '../../src/documents/documents.ts';
import { makeDesk } from '../../src/engine/desk.ts';
import { makeHashedEmbedder } from '../../src/matching/hashed-embedder.ts';
import { makeMatchIndex } from '../../src/matching/match-index.ts';
import { aReply, inbound, LEASE, later, NOW, outgoing, resultOf, seat } from '../store/samples.ts';
import { documentParts, SAMPLE_NOW, sampleProgramme, sampleStore } from '../support/sample-store.ts';

async function house() {
  const { store, done } = await sampleStore();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const stop = readStopList();
  const matching = makeMatchIndex({
    embedder: makeHashedEmbedder(stop),
    vectors: store.vectors,
    log,
    stop,
    weights: { vector: 0 },
  });
  const clock = { now: () => SAMPLE_NOW };
  const desk = makeDesk({
    store,
    clock,
    programme: sampleProgramme,
    matching,
    documents: makeDocuments(documentParts),
  });
  return { store, done, desk };
}

describe('a person’s own data', () => {
  it('is all of it: profile, cases and their history', async () => {
    const { desk, done } = await house();
    const me = sampleId('magnet');
    const file = await desk.document(me, { document: 'my-data', id: me });
    const data = JSON.parse(new TextDecoder().decode(file?.bytes));
    expect(file?.name).toBe('我的数据.json');
    expect(data.account.id).toBe(me);
    expect(data.profile[0].name).toBe('示例磁分离团队');
    expect(data.cases[0].answers.price).toEqual({ yuan: 8_600_000 });
    expect(data.audit.map((row: { action: string; by: string }) => [row.action, row.by])).toEqual([
      ['submit', 'you'],
      ['accept', 'programme'],
      ['start-review', 'programme'],
    ]);
    expect(data.counts).toMatchObject({ profile: 1, cases: 1, drafts: 0, messages: 0 });
    await done();
  });

  it('holds what was said both ways, and no secret or anybody else’s word', async () => {
    const { store, done } = await house();
    await store.turns.accept([inbound('u1', '我做磁选'), inbound('u2', '别人的话')]);
    for (const turn of await store.turns.claim(NOW, 10, LEASE)) {
      const [message] = turn.messages;
      const user = message?.inbound.address.user ?? '';
      const account = user === 'u1' ? 'a'.repeat(32) : 'b'.repeat(32);
      const said = turn.messages.map(({ inbox, inbound: one }) => ({
        inbox,
        address: one.address,
        at: one.receivedAt,
        text: one.said ?? '',
        messageId: null,
      }));
      await store.turns.commit([
        resultOf(turn, account, {
          link: seat(user),
          said,
          outgoing: [outgoing(`k-${user}`, seat(user), { reply: aReply(`m-${user}`, `答复${user}`), account })],
        }),
      ]);
    }
    const person = await store.records.person('a'.repeat(32));
    const all = JSON.stringify(person);
    expect(all).toContain('我做磁选');
    expect(all).toContain('答复u1');
    expect(all).not.toMatch(/别人的话|答复u2|hash/i);
    expect(later(0)).toEqual(NOW);
    await done();
  });

  it('goes to nobody else', async () => {
    const { desk, done } = await house();
    expect(await desk.document(sampleId('online'), { document: 'my-data', id: sampleId('magnet') })).toBeNull();
    await done();
  });
});
