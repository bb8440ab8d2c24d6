import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerFits } from '../../src/engine/answer-match.ts';
import { makeDesk } from '../../src/engine/desk.ts';
import { makeIndexer } from '../../src/engine/indexer.ts';
import { makeShelf } from '../../src/engine/shelf.ts';
import { meansOf } from '../../src/engine/similar-teams.ts';
import { MAY_FIT } from '../../src/matching/likeness.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { MatchHit, MatchIndex } from '../../src/ports/match.ts';
import { type ConceptCard, EMPTY_CARD } from '../../src/programme/concept-card.ts';
import type { Profile } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, anInterest, hexId, MONDAY, PROGRAMME } from '../support/case-fixtures.ts';
import { aProfile, type DeskHouse, openDeskHouse } from '../support/desk-house.ts';

const DRAFT = {
  words: { ...EMPTY_CARD, concepts: ['电工钢'], neighbours: ['软磁材料'] },
  names: ['电工钢'],
  met: 1,
  thin: true,
};
const CARD: ConceptCard = { ...EMPTY_CARD, concepts: ['芳纶'], by: 'staff', at: MONDAY };
const open = aListing({ id: hexId(31), reference: 'L-31', title: '芳纶纸' });
const soon = {
  ...aListing({ id: hexId(32), reference: 'L-32', title: '电工钢' }),
  card: { ...CARD, concepts: [], neighbours: ['铁氧体'] },
};

/** Scores by profile id. */
function scoring(scores: Readonly<Record<string, number>>): { matching: MatchIndex; asked: string[] } {
  const asked: string[] = [];
  const hit = (id: string, score: number): MatchHit => ({ id, score, because: [{ yours: '铁损', theirs: '铁损' }] });
  const people: MatchIndex['people'] = async (words, accept, limit) => {
    asked.push(words);
    return Object.entries(scores)
      .filter(([id]) => accept(id))
      .map(([id, score]) => hit(id, score))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit);
  };
  const nothing = async () => [];
  const matching = { put() {}, remove() {}, lists: nothing, people, settled: async () => undefined };
  return { matching, asked };
}

let house: DeskHouse;
beforeEach(async () => {
  house = await openDeskHouse();
  await house.hire('reviewer', 'reviewer');
  await house.hire('viewer', 'viewer');
});
afterEach(() => house.store.close());

function deskWith(matching: MatchIndex): Desk {
  const documents = { make: () => Promise.reject(new Error('no paper here')), queue: async () => new Uint8Array() };
  const { store, clock } = house;
  return makeDesk({ store, clock, programme: PROGRAMME, matching, documents, draftCard: async () => DRAFT });
}

const looks = async (action: string) => {
  const { audit = [] } = await house.store.records.person('reviewer');
  return JSON.stringify(audit).includes(action);
};

describe('the card of a case', () => {
  it('is shown beside the draft to those who may look at candidates, and to nobody once bids are judged', async () => {
    await house.hold({ cases: [{ ...open, card: CARD }, { ...soon, status: 'under-review' }, aNeed()] });
    const desk = deskWith(house.match);
    expect(await desk.card('reviewer', 'L-31')).toMatchObject({ card: CARD, draft: DRAFT, mayEdit: true });
    expect(await desk.card('viewer', 'L-31')).toBeNull();
    expect(await desk.card('reviewer', 'L-32')).toBeNull();
    expect(await desk.card('reviewer', aNeed().id)).toMatchObject({ card: null, draft: DRAFT });
  });

  it('is never one of a bid, and of an offline case nothing is drafted', async () => {
    const bid = aBid(1);
    await house.hold({ cases: [open, { ...bid, listing: open.id }, { ...soon, offline: true }], people: ['bidder-1'] });
    const desk = deskWith(house.match);
    expect(await desk.card('reviewer', bid.id)).toBeNull();
    expect(await desk.card('reviewer', 'L-32')).toMatchObject({ draft: null, mayEdit: false });
  });

  it('that the owner left empty counts as none', async () => {
    await house.hold({ cases: [{ ...open, card: { ...EMPTY_CARD, by: 'owner', at: MONDAY } }] });
    expect(await deskWith(house.match).card('reviewer', 'L-31')).toMatchObject({ card: null });
  });

  it('changed without a new version is searched at once', () => {
    const put: unknown[] = [];
    const { matching } = scoring({});
    const indexer = makeIndexer(house.store.records, makeShelf(PROGRAMME.timeZone), {
      ...matching,
      put: (record) => put.push('card' in record ? record.card?.at : null),
    });
    const saved = (card?: ConceptCard) => {
      const record = { ...open, ...(card && { card }) };
      indexer.committed({ effects: [{ type: 'save-case', record, expected: 1, action: 'card', from: null }] });
    };
    saved();
    saved();
    saved(CARD);
    saved(CARD);
    expect(put).toEqual([null, MONDAY]);
  });
});

describe('a list that wants a card', () => {
  const marked = async (who: string, isThin = true) => {
    const { store, clock } = house;
    const documents = { make: () => Promise.reject(new Error('no paper here')), queue: async () => new Uint8Array() };
    const { matching } = scoring({});
    const desk = makeDesk({ store, clock, programme: PROGRAMME, matching, documents, isThin: () => isThin });
    const { rows } = await desk.queue(who, { kinds: ['listing', 'need'], statuses: [...STANDING] });
    return rows.flatMap(({ record, thin }) => (thin ? [record.reference] : []));
  };
  const STANDING = ['published', 'closed', 'posted', 'under-review'] as const;

  it('is marked in the queue of those who may fill it in, while it takes bids', async () => {
    await house.hold({ cases: [open, { ...soon, status: 'closed' }, aNeed()] });
    expect(await marked('reviewer')).toEqual(['L-31']);
    expect(await marked('viewer')).toEqual([]);
  });

  it('is not one whose card has concepts, one handled offline, or one the lexicon knows well', async () => {
    await house.hold({
      cases: [
        { ...open, card: CARD },
        { ...soon, offline: true },
      ],
    });
    expect(await marked('reviewer')).toEqual([]);
    await house.hold({ cases: [{ ...open, id: hexId(33), reference: 'L-33' }] });
    expect(await marked('reviewer')).toEqual(['L-33']);
    expect(await marked('reviewer', false)).toEqual([]);
  });
});

describe('lists nobody fits', () => {
  const team = aProfile('team', { name: '示例公开团队' });
  const hidden: Profile = { ...aProfile('hidden'), account: 'shy', discoverable: false, source: 'live' };

  it('are the open ones whose best consenting person is no possible fit, with where else to look', async () => {
    const interest = { ...anInterest(), listing: soon.id };
    await house.hold({
      cases: [soon, { ...open, status: 'closed' }, interest],
      people: ['shy', interest.owner ?? ''],
      profiles: [{ ...team, discoverable: false, source: 'public' }, hidden],
    });
    const found = await deskWith(scoring({ team: 0.4, hidden: 0.99 }).matching).unmatched('reviewer');
    expect(found).toHaveLength(1);
    expect(found?.[0]).toMatchObject({ best: 0, interests: 1, neighbours: ['铁氧体'], thin: true });
    expect(found?.[0]?.listing.reference).toBe('L-32');
    expect(found?.[0]?.teams.map(({ profile }) => profile.id)).toEqual(['team']);
  });

  it('and the number of teams told to the owner of a need draw the line at the same score', async () => {
    await house.hold({ cases: [open], profiles: [team] });
    const stamp = { at: MONDAY, turn: 't', channel: 'web' } as const;
    const query = { type: 'fits', need: 'need-1', words: '芳纶' } as const;
    for (const [score, teams] of [
      [MAY_FIT - 0.01, 0],
      [MAY_FIT, 1],
    ] as const) {
      const { matching } = scoring({ team: score });
      const log = { info() {}, warn() {}, error() {} };
      const told = await answerFits(query, stamp, makeShelf(PROGRAMME.timeZone), () => true, { matching, log });
      expect(told).toMatchObject({ teams });
      expect(await deskWith(matching).unmatched('reviewer')).toHaveLength(1 - teams);
    }
  });

  it('count down to the last day in the programme’s zone', async () => {
    await house.hold({ cases: [{ ...soon, details: { ...soon.details, deadline: '2026-09-10' } }] });
    expect((await deskWith(scoring({}).matching).unmatched('reviewer'))?.[0]?.daysLeft).toBe(3);
    await house.hold({ cases: [{ ...open, details: { ...open.details, deadline: null } }] });
    expect((await deskWith(scoring({}).matching).unmatched('reviewer'))?.[1]?.daysLeft).toBeNull();
  });

  it('are not those somebody fits, searched with the words of their card', async () => {
    await house.hold({ cases: [{ ...open, card: CARD }], profiles: [team] });
    const { matching, asked } = scoring({ team: 0.8 });
    expect(await deskWith(matching).unmatched('reviewer')).toEqual([]);
    expect(asked[0]?.endsWith('芳纶')).toBe(true);
  });

  it('are for those who prepare lists, and every look is in the audit', async () => {
    await house.hold({ cases: [open] });
    const desk = deskWith(scoring({}).matching);
    expect(await desk.unmatched('viewer')).toBeNull();
    expect(await desk.unmatched('nobody')).toBeNull();
    expect(await looks('see-unmatched')).toBe(false);
    await desk.unmatched('reviewer');
    expect(await looks('see-unmatched')).toBe(true);
  });
});

describe('teams like this one', () => {
  const answers = { work: '电工钢薄带', methods: '二次再结晶', results: '论文一\n论文二' };
  const mine = aProfile('mine', { answers });
  const others = Array.from({ length: 7 }, (_, n) => aProfile(`other-${n}`));
  const shy: Profile = { ...aProfile('shy-team'), account: 'shy', discoverable: false, source: 'live' };

  it('are the five with the highest mean over the items of the profile, never itself, never who did not agree', async () => {
    await house.hold({ people: ['shy'], profiles: [mine, ...others, shy] });
    const scores = Object.fromEntries(others.map(({ id }, n) => [id, n / 10]));
    const { matching, asked } = scoring({ ...scores, mine: 1, 'shy-team': 1 });
    const found = await deskWith(matching).similar('reviewer', 'mine');
    expect(found?.similar.map(({ id }) => id)).toEqual(['other-6', 'other-5', 'other-4', 'other-3', 'other-2']);
    expect(found?.similar[0]?.because[0]?.yours).toBe('铁损');
    expect(asked).toEqual(['电工钢薄带', '二次再结晶', '论文一', '论文二']);
    expect(await looks('see-similar')).toBe(true);
  });

  it('are nobody’s who may not read the profile', async () => {
    await house.hold({ people: ['shy'], profiles: [mine, shy] });
    const desk = deskWith(scoring({}).matching);
    expect(await desk.similar('viewer', 'mine')).toBeNull();
    expect(await desk.similar('reviewer', 'shy-team')).toBeNull();
    expect(await desk.similar('reviewer', 'unknown')).toBeNull();
  });

  it('found by one item of three count a third', () => {
    const hit = { id: 'a', score: 0.9, because: [] };
    expect(
      meansOf([[hit], [], [{ ...hit, id: 'b', score: 0.3 }]]).map(({ id, score }) => [id, score.toFixed(2)]),
    ).toEqual([
      ['a', '0.30'],
      ['b', '0.10'],
    ]);
  });
});
