import { describe, expect, it } from 'vitest';
import type { CaseAction, Mover } from '../../src/programme/lifecycle.ts';
import { LIFECYCLES } from '../../src/programme/lifecycle.ts';
import { type MoveFacts, type MoveResult, move } from '../../src/programme/move.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import type { CaseRecord, CaseStatus } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, anInterest, hexId, MONDAY, PROGRAMME, seed } from '../support/case-fixtures.ts';

const AFTER_DEADLINE = '2026-10-08T02:00:00.000Z';

function facts(actorRole: Mover, more: Partial<MoveFacts> = {}): MoveFacts {
  return { at: MONDAY, programme: PROGRAMME, actorRole, siblings: [], listing: null, ...more };
}

function moved(record: CaseRecord, action: CaseAction, by: Mover, more: Partial<MoveFacts> = {}): CaseRecord {
  const result = move(record, action, facts(by, more));
  if (!result.ok) throw new Error(`${action} of ${record.kind} ${record.status}: ${result.reason}`);
  return result.record;
}

const why = (result: MoveResult) => (result.ok ? 'ok' : result.reason);

describe('a need', () => {
  it('goes from posted to published: 征集 → 推荐 → 论证 → 发榜', () => {
    const posted = aNeed();
    expect([posted.status, posted.turn, posted.promisedOn]).toEqual(['posted', 'staff', '2026-09-10']);
    const taken = moved(posted, 'accept', 'reviewer');
    expect([taken.status, taken.turn, taken.promisedOn, taken.version]).toEqual(['posted', 'owner', null, 2]);
    const complete = moved(taken, 'complete', 'owner');
    expect([complete.status, complete.turn, complete.submission]).toEqual(['complete', 'recommender', 2]);
    const recommended = moved(complete, 'recommend', 'recommender');
    expect([recommended.status, recommended.turn]).toEqual(['recommended', 'experts']);
    const vetted = moved(recommended, 'vet', 'reviewer');
    const listing = publishNeed(aNeed(), seed(hexId(9)));
    const published = moved(vetted, 'publish', 'decider', { listing });
    expect(published).toMatchObject({ status: 'published', turn: 'nobody', listing: listing.id, version: 6 });
  });

  it('is not taken in hand twice', () => {
    const taken = moved(aNeed(), 'accept', 'reviewer');
    expect(why(move(taken, 'accept', facts('reviewer')))).toBe('illegal');
  });

  it('comes back with a reason word for word, and its owner may complete it again', () => {
    const complete = moved(aNeed(), 'complete', 'owner');
    const returned = moved(complete, 'return', 'recommender', { reason: ' 指标缺测试方法 ' });
    expect(returned).toMatchObject({ status: 'returned', turn: 'owner', reason: '指标缺测试方法', promisedOn: null });
    const again = moved(returned, 'complete', 'owner', {
      answers: { ...returned.answers, title: '示例：改过的题目' },
      formVersion: 2,
    });
    expect(again).toMatchObject({
      status: 'complete',
      title: '示例：改过的题目',
      formVersion: 2,
      submission: 3,
      reason: null,
    });
  });

  it('is refused only with a reason that says something', () => {
    const complete = moved(aNeed(), 'complete', 'owner');
    for (const reason of [undefined, '', '   ', '。。。', '\n\u0000']) {
      expect(why(move(complete, 'not-select', facts('decider', { reason })))).toBe('reason-needed');
    }
    expect(moved(complete, 'not-select', 'decider', { reason: '同类已立项' }).status).toBe('not-selected');
  });

  it('asked for more, waits for its owner and then goes on where it was', () => {
    const recommended = moved(moved(aNeed(), 'complete', 'owner'), 'recommend', 'reviewer');
    const asked = moved(recommended, 'ask-more', 'reviewer', { reason: '请补检测报告' });
    expect(asked).toMatchObject({ status: 'recommended', turn: 'owner', statusSince: recommended.statusSince });
    expect(moved(asked, 'resubmit', 'owner')).toMatchObject({ status: 'recommended', turn: 'experts', reason: null });
    expect(why(move(recommended, 'resubmit', facts('owner')))).toBe('illegal');
  });

  it('that became an offline case keeps only whom to ring up, and is never published', () => {
    const offline = moved(aNeed({ status: 'vetted' }), 'mark-offline', 'reviewer');
    expect(offline).toMatchObject({ offline: true, status: 'vetted', title: offline.reference });
    expect(Object.keys(offline.answers).sort()).toEqual(['contact', 'recommender', 'unit']);
    expect(JSON.stringify(offline)).not.toContain('耐温');
    expect(why(move(offline, 'publish', facts('decider')))).toBe('offline');
    expect(why(move(offline, 'mark-offline', facts('reviewer')))).toBe('illegal');
  });
});

describe('a list', () => {
  const drafted = aListing({ status: 'drafted' });

  it('is vetted, published, closed and put under review', () => {
    const published = moved(moved(drafted, 'vet', 'reviewer'), 'publish', 'decider');
    expect([published.status, published.turn]).toEqual(['published', 'applicant']);
    const closed = moved(published, 'close', 'decider');
    expect(moved(closed, 'start-review', 'reviewer')).toMatchObject({ status: 'under-review', turn: 'experts' });
  });

  it('published without a last day gets the window of the programme', () => {
    const { details } = aListing();
    const vetted = aListing({ status: 'vetted', details: { ...details, deadline: null } });
    expect(moved(vetted, 'publish', 'decider')).toMatchObject({ details: { deadline: '2026-10-07' } });
    expect(moved(vetted, 'publish', 'decider', { deadline: '2026-12-31' })).toMatchObject({
      details: { deadline: '2026-12-31' },
    });
    expect(why(move(vetted, 'publish', facts('decider', { deadline: '2026-09-06' })))).toBe('deadline-past');
  });

  it('may be given more time, never less', () => {
    expect(moved(aListing(), 'extend', 'decider', { deadline: '2026-11-30' })).toMatchObject({
      details: { deadline: '2026-11-30' },
    });
    expect(why(move(aListing(), 'extend', facts('decider')))).toBe('deadline-needed');
    expect(why(move(aListing(), 'extend', facts('decider', { deadline: '11月底' })))).toBe('deadline-needed');
    expect(why(move(aListing(), 'extend', facts('decider', { deadline: '2026-02-31' })))).toBe('deadline-needed');
    expect(why(move(aListing(), 'extend', facts('decider', { deadline: '2026-10-07' })))).toBe('deadline-earlier');
    expect(why(move(aListing(), 'extend', facts('decider', { deadline: '2026-09-01' })))).toBe('deadline-past');
  });

  it('with bids whose review started is not opened again', () => {
    const closed = aListing({ status: 'closed' });
    const more = { deadline: '2026-11-30', at: AFTER_DEADLINE };
    expect(moved(closed, 'extend', 'decider', { ...more, siblings: [aBid(1)] })).toMatchObject({ status: 'published' });
    const reviewed = [aBid(1), aBid(2, { status: 'under-review' })];
    expect(why(move(closed, 'extend', facts('decider', { ...more, siblings: reviewed })))).toBe('review-started');
    expect(why(move(aListing({ status: 'under-review' }), 'extend', facts('decider', more)))).toBe('illegal');
  });

  it('is closed by the clock only when its day is over', () => {
    expect(why(move(aListing(), 'close', facts('system')))).toBe('still-open');
    expect(moved(aListing(), 'close', 'system', { at: AFTER_DEADLINE })).toMatchObject({
      status: 'closed',
      turn: 'staff',
    });
  });

  it('hands over a shortlist of one to three, on the enterprise track only', () => {
    const reviewed = aListing({ status: 'under-review' });
    const shortlisted = (n: number) => Array.from({ length: n }, (_, at) => aBid(at, { status: 'shortlisted' }));
    expect(why(move(reviewed, 'shortlist', facts('decider')))).toBe('shortlist-empty');
    expect(why(move(reviewed, 'shortlist', facts('decider', { siblings: shortlisted(4) })))).toBe('shortlist-full');
    expect(moved(reviewed, 'shortlist', 'decider', { siblings: shortlisted(3) })).toMatchObject({
      status: 'shortlisted',
      turn: 'owner',
    });
    expect(why(move(reviewed, 'preselect', facts('decider')))).toBe('wrong-track');
  });

  it('of key technology ends in a preselection', () => {
    const reviewed = aListing({ status: 'under-review' }, 'key-technology');
    expect(why(move(reviewed, 'shortlist', facts('decider')))).toBe('wrong-track');
    expect(why(move(reviewed, 'preselect', facts('decider')))).toBe('preselect-empty');
    const siblings = [aBid(1, { status: 'preselected' })];
    expect(moved(reviewed, 'preselect', 'decider', { siblings })).toMatchObject({ status: 'preselected' });
  });

  it('of the archive never moves', () => {
    const old = aListing({ source: 'archive', status: 'published' });
    for (const step of LIFECYCLES.listing) {
      for (const by of step.by)
        expect(why(move(old, step.action, facts(by, { reason: '理由', deadline: '2026-12-31' })))).toBe('illegal');
    }
  });
});

describe('an interest', () => {
  it('grows into a bid while its list is open, and no day longer', () => {
    const open = { listing: aListing() };
    expect(moved(anInterest(), 'grow', 'applicant', open)).toMatchObject({ status: 'grown', turn: 'nobody' });
    expect(why(move(anInterest(), 'grow', facts('applicant', { ...open, at: AFTER_DEADLINE })))).toBe('deadline-past');
    const gone = aListing({ status: 'withdrawn' });
    expect(why(move(anInterest(), 'grow', facts('applicant', { listing: gone })))).toBe('list-withdrawn');
  });

  it('is withdrawn at any time', () => {
    expect(moved(anInterest(), 'withdraw', 'applicant', { at: AFTER_DEADLINE }).status).toBe('withdrawn');
  });
});

describe('a bid', () => {
  const open = { listing: aListing() };
  const closed = { listing: aListing({ status: 'closed' }), at: AFTER_DEADLINE };
  const inReview = (n: number) => aBid(n, { status: 'under-review' });

  it('is accepted, reviewed and shortlisted', () => {
    const accepted = moved(aBid(1), 'accept', 'reviewer', open);
    expect(accepted).toMatchObject({ status: 'accepted', turn: 'staff', promisedOn: '2026-09-21' });
    const reviewed = moved(accepted, 'start-review', 'reviewer', closed);
    expect(moved(reviewed, 'shortlist', 'decider', closed).status).toBe('shortlisted');
  });

  it('is not judged while others may still hand theirs in', () => {
    const accepted = aBid(1, { status: 'accepted' });
    for (const [action, by] of [
      ['start-review', 'reviewer'],
      ['not-select', 'decider'],
    ] as const) {
      expect(why(move(accepted, action, facts(by, { ...open, reason: '理由' })))).toBe('still-open');
    }
  });

  it('a shortlist holds at most three', () => {
    const siblings = [1, 2, 3].map((n) => aBid(n, { status: 'shortlisted' }));
    expect(move(inReview(4), 'shortlist', facts('decider', { ...closed, siblings }))).toEqual({
      ok: false,
      reason: 'shortlist-full',
      vars: { max: 3 },
    });
    const two = siblings.slice(1);
    expect(moved(inReview(4), 'shortlist', 'decider', { ...closed, siblings: two }).status).toBe('shortlisted');
  });

  it('two staff who fill the last place at once meet on the version of the list', () => {
    const siblings = [1, 2].map((n) => aBid(n, { status: 'shortlisted' }));
    const first = move(inReview(3), 'shortlist', facts('decider', { ...closed, siblings }));
    const second = move(inReview(4), 'shortlist', facts('decider', { ...closed, siblings }));
    const versions = [first, second].map((each) =>
      each.ok ? each.alongside.map((list) => [list.id, list.version]) : [],
    );
    expect(versions[0]).toEqual([[closed.listing.id, closed.listing.version + 1]]);
    expect(versions[1]).toEqual(versions[0]);
  });

  it('leaves the shortlist only before the list is handed over', () => {
    const chosen = aBid(1, { status: 'shortlisted' });
    expect(moved(chosen, 'unshortlist', 'decider', { ...closed, reason: '材料更正' }).status).toBe('under-review');
    const handedOver = { listing: aListing({ status: 'shortlisted' }), at: AFTER_DEADLINE, reason: '材料更正' };
    expect(why(move(chosen, 'unshortlist', facts('decider', handedOver)))).toBe('shortlist-closed');
    expect(why(move(inReview(2), 'shortlist', facts('decider', handedOver)))).toBe('shortlist-closed');
  });

  it('is changed and taken back until the deadline, afterwards only when staff asked', () => {
    const answers = { ...aBid(1).answers, route: '新路线' };
    expect(moved(aBid(1), 'resubmit', 'applicant', { ...open, answers })).toMatchObject({
      submission: 2,
      answers,
      turn: 'staff',
    });
    expect(why(move(aBid(1), 'resubmit', facts('applicant', closed)))).toBe('deadline-past');
    expect(why(move(aBid(1), 'withdraw', facts('applicant', closed)))).toBe('deadline-past');
    const returned = moved(aBid(1), 'return', 'reviewer', { ...closed, reason: '缺盖章件' });
    expect(moved(returned, 'resubmit', 'applicant', closed)).toMatchObject({ status: 'submitted', turn: 'staff' });
  });

  it('gets its stamped copy ticked without moving', () => {
    const before = aBid(1, { status: 'accepted', reason: '先前的话' });
    expect(moved(before, 'stamped', 'reviewer')).toMatchObject({
      stampedCopy: true,
      status: 'accepted',
      reason: '先前的话',
      statusSince: before.statusSince,
    });
  });
});

describe('what is not in the tables', () => {
  const statuses: Readonly<Record<CaseRecord['kind'], readonly CaseStatus[]>> = {
    need: ['posted', 'complete', 'recommended', 'vetted', 'published', 'returned', 'not-selected', 'withdrawn'],
    listing: [
      'drafted',
      'vetted',
      'published',
      'closed',
      'under-review',
      'shortlisted',
      'preselected',
      'taken',
      'archived',
      'withdrawn',
    ],
    interest: ['declared', 'grown', 'withdrawn'],
    application: [
      'submitted',
      'accepted',
      'returned',
      'under-review',
      'shortlisted',
      'preselected',
      'not-selected',
      'withdrawn',
    ],
  };
  const movers: readonly Mover[] = ['applicant', 'owner', 'recommender', 'reviewer', 'decider', 'system'];
  const actions = [...new Set(Object.values(LIFECYCLES).flatMap((steps) => steps.map((step) => step.action)))];
  const records: readonly CaseRecord[] = [aNeed(), aListing(), anInterest(), aBid(1)];

  it('is refused in words, whoever asks: every status × action × person', () => {
    let refused = 0;
    let allowed = 0;
    for (const record of records) {
      for (const status of statuses[record.kind]) {
        const here = { ...record, status } as CaseRecord;
        for (const action of actions) {
          for (const by of movers) {
            const result = move(
              here,
              action,
              facts(by, {
                reason: '理由',
                deadline: '2026-12-31',
                listing: record.kind === 'need' || record.kind === 'listing' ? null : aListing(),
              }),
            );
            const row = LIFECYCLES[record.kind].some(
              (step) => step.action === action && step.from.includes(status) && step.by.includes(by),
            );
            if (result.ok) {
              allowed += 1;
              expect(row, `${record.kind} ${status} ${action} ${by}`).toBe(true);
              expect(result.record.version).toBe(here.version + 1);
            } else {
              refused += 1;
            }
          }
        }
      }
    }
    expect(allowed + refused).toBe(29 * actions.length * movers.length);
    expect(allowed).toBeGreaterThan(100);
  });

  it('leaves the record as it was', () => {
    const before = aNeed();
    const copy = JSON.stringify(before);
    move(before, 'return', facts('reviewer', { reason: '理由' }));
    move(before, 'publish', facts('owner'));
    expect(JSON.stringify(before)).toBe(copy);
  });

  it('makes the same record again on the same facts, and plain JSON', () => {
    const once = moved(aNeed(), 'complete', 'owner');
    expect(moved(aNeed(), 'complete', 'owner')).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });
});
