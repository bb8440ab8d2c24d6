import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book, Event, Mine, Query } from '../../src/conversation/reducer-types.ts';
import { makeAnswer } from '../../src/engine/answer.ts';
import { makeBooks } from '../../src/engine/book.ts';
import { makeIndexer } from '../../src/engine/indexer.ts';
import { running } from '../../src/engine/parts.ts';
import { makeShelf } from '../../src/engine/shelf.ts';
import type { ChatModel } from '../../src/ports/model.ts';
import type { Membership } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, hexId, MONDAY, membership, PROGRAMME } from '../support/case-fixtures.ts';
import { anAccount, aProfile } from '../support/desk-house.ts';
import { type EngineKit, startKit } from '../support/engine-kit.ts';

let kit: EngineKit;
beforeEach(async () => {
  kit = await startKit({ programme: PROGRAMME });
});
afterEach(() => kit.close());

const steel = aListing({ title: '高牌号电工钢' });
const paper = aListing({ id: hexId(21), reference: 'L-2', title: '芳纶绝缘纸', sector: 'farming' });
const old = aListing({
  id: hexId(22),
  reference: 'L-3',
  title: '电工钢（往年）',
  status: 'archived',
  source: 'archive',
});

const hold = async (...cases: Parameters<typeof kit.store.load.load>[0]['cases'] & object): Promise<void> => {
  await kit.store.load.load({ cases });
  await kit.engine.refresh();
};
const STAMP: Event = { at: MONDAY, turn: 't', channel: 'web', type: 'opened' };

async function ask(query: Query, account = 'lin', memberships: readonly Membership[] = []): Promise<Event> {
  const parts = running(kit.parts);
  const shelf = makeShelf(PROGRAMME.timeZone);
  const indexer = makeIndexer(kit.store.records, shelf, kit.match);
  await indexer.load();
  const mine: Mine = {
    account: anAccount(account),
    memberships,
    consents: [],
    profile: null,
    drafts: [],
    cases: [],
    hasReturnLink: false,
  };
  const book: Book = makeBooks(parts, shelf)(mine);
  return makeAnswer(parts, shelf, indexer.maySuggest)(query, STAMP, book);
}

const match = (words: string, more: Partial<Extract<Query, { type: 'match' }>> = {}): Query => ({
  ...{ type: 'match', words, sector: null, track: null, openOnly: false, from: 0, limit: 3, purpose: 'search' },
  ...more,
});

describe('lists for words', () => {
  it('are found among all public ones, or only the open ones', async () => {
    await hold(
      steel,
      paper,
      old,
      aListing({ id: hexId(23), reference: 'L-4', title: '电工钢草案', status: 'drafted' }),
    );
    expect(await kit.says('lin', 'find 电工钢')).toEqual(['found 高牌号电工钢 电工钢（往年）']);
    expect(await ask(match('电工钢', { openOnly: true }))).toMatchObject({ hits: [{ listing: { id: steel.id } }] });
  });

  it('keep to the sector and the track', async () => {
    await hold(steel, paper);
    expect(await ask(match('电工钢 芳纶', { sector: 'farming' }))).toMatchObject({
      hits: [{ listing: { id: paper.id } }],
    });
    expect(await ask(match('电工钢', { track: 'key-technology' }))).toMatchObject({ hits: [] });
  });

  it('come page by page; without words by deadline, open ones first', async () => {
    const later = { ...paper, details: { ...paper.details, deadline: '2026-12-01' } };
    await hold(old, later, steel);
    const titles = async (query: Query) => {
      const event = await ask(query);
      return event.type === 'matched' ? event.hits.map((hit) => hit.listing.title) : [];
    };
    expect(await titles(match(''))).toEqual(['高牌号电工钢', '芳纶绝缘纸', '电工钢（往年）']);
    expect(await titles(match('', { from: 1, limit: 1 }))).toEqual(['芳纶绝缘纸']);
    expect(await titles(match(' ', { openOnly: true, sector: 'materials' }))).toEqual(['高牌号电工钢']);
  });

  it('that cannot be matched today are none, not an error', async () => {
    await hold(steel);
    kit.match.broken = true;
    expect(await kit.says('lin', 'find 电工钢')).toEqual(['found nothing']);
  });

  it('saved in a turn are found in the next one', async () => {
    const record = aListing({ owner: null });
    await kit.close();
    kit = await startKit({
      reduce: (state, event, book) => ({
        state,
        queries: [],
        effects:
          event.type === 'said' && event.text === 'publish'
            ? [{ type: 'save-case', record, expected: 0, action: 'publish', from: null }]
            : [
                {
                  type: 'reply',
                  say: {
                    lines: [{ key: 'text', vars: { text: String(book.shelf.named(record.title).length) } }],
                    buttons: [],
                    cards: [],
                    files: [],
                  },
                },
              ],
      }),
    });
    expect(await kit.says('lin', 'count')).toEqual(['0']);
    await kit.says('lin', 'publish');
    expect(await kit.says('lin', 'count')).toEqual(['1']);
    expect(kit.match.puts).toContain(record.id);
    expect((await kit.store.records.audit(record.id, 5)).map((row) => row.action)).toEqual(['publish']);
  });
});

describe('what fits a new need', () => {
  it('are similar lists but its own, and a number of teams that agreed, unnamed', async () => {
    const own = { ...steel, id: hexId(31), reference: 'L-9', details: { ...steel.details, need: 'need-1' } };
    await hold(steel, own);
    await kit.store.load.load({
      accounts: [anAccount('shy')],
      profiles: [
        aProfile('a', { name: '电工钢一组' }),
        aProfile('b', { name: '电工钢二组' }),
        aProfile('c', { name: '电工钢三组', account: 'shy', discoverable: false }),
      ],
    });
    await kit.engine.refresh();
    const event = await ask({ type: 'fits', need: 'need-1', words: '电工钢' });
    expect(event).toMatchObject({
      type: 'fits-found',
      similar: [{ listing: { id: steel.id } }],
      teams: 2,
      words: ['电工钢'],
    });
    expect(JSON.stringify(event)).not.toContain('二组');
  });
});

describe('a case', () => {
  const query: Query = { type: 'case', by: aBid(1).reference, next: { do: 'queue' } };
  const reviewer = [membership('rita', 'reviewer')];

  it('is read whole by staff, with its list, competitors and owner', async () => {
    await hold(steel, aBid(1), aBid(2));
    await kit.store.load.load({ accounts: [anAccount('bidder-1')] });
    expect(await ask(query, 'rita', reviewer)).toMatchObject({
      case: {
        record: { id: aBid(1).id },
        siblings: [{ id: aBid(2).id }],
        listing: { id: steel.id },
        owner: { id: 'bidder-1' },
      },
    });
  });

  it('is nothing to strangers, and not there is nothing to staff', async () => {
    await hold(steel, aBid(1));
    expect(await ask(query, 'lin')).toMatchObject({ case: null });
    expect(await ask({ ...query, by: 'A-00000-00000' }, 'rita', reviewer)).toMatchObject({ case: null });
  });

  it('of staff waits in their queue; others have none', async () => {
    await hold(aNeed());
    expect(await ask({ type: 'queue', limit: 5 }, 'rita', reviewer)).toMatchObject({
      cases: [{ id: aNeed().id }],
      total: 1,
    });
    expect(await ask({ type: 'queue', limit: 5 }, 'lin')).toMatchObject({ cases: [], total: 0 });
  });
});

describe('words nobody understood', () => {
  const withModel = async (complete: ChatModel['complete'], tuning = {}): Promise<void> => {
    await kit.close();
    kit = await startKit({
      model: { provider: 'test', complete },
      tuning,
    });
  };

  it('are put to the model, whose answer is one of the closed set or nothing', async () => {
    let seen = '';
    await withModel(async (_, vars, parse) => {
      seen = JSON.stringify(vars);
      return parse(vars.text === 'my queue' ? { commands: [{ do: 'queue' }] } : 'rm -rf /');
    });
    expect(await kit.says('lin', 'guess my queue')).toEqual(['understood queue']);
    expect(await kit.says('lin', 'guess 我的身份证是11010519491231002X')).toEqual(['understood nothing']);
    expect(seen).not.toContain('11010519491231002X');
  });

  it('are left to the rules when the model is late, and soon without waiting for it', async () => {
    let calls = 0;
    await withModel(
      () => {
        calls += 1;
        return new Promise(() => undefined);
      },
      { modelMs: 50 },
    );
    for (let n = 0; n < 8; n += 1) expect(await kit.says('lin', 'guess what')).toEqual(['understood nothing']);
    expect(calls).toBe(5);
  });

  it('are left to the rules once a person’s or everybody’s share of the day is used up', async () => {
    let calls = 0;
    const answer: ChatModel['complete'] = async (_, __, parse) => {
      calls += 1;
      return parse({ commands: [{ do: 'queue' }] });
    };
    await withModel(answer, { modelPerPerson: 2, modelPerDay: 3 });
    for (let n = 0; n < 2; n += 1) expect(await kit.says('lin', 'guess what')).toEqual(['understood queue']);
    expect(await kit.says('lin', 'guess what')).toEqual(['understood nothing']);
    expect(await kit.says('wang', 'guess what')).toEqual(['understood queue']);
    expect(await kit.says('zhao', 'guess what')).toEqual(['understood nothing']);
    kit.clock.advance(86_400_000);
    expect(await kit.says('lin', 'guess what')).toEqual(['understood queue']);
    expect(calls).toBe(4);
  });

  it('are left to the rules without a model', async () => {
    expect(await kit.says('lin', 'guess what')).toEqual(['understood nothing']);
  });
});
