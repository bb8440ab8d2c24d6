import { describe, expect, it } from 'vitest';
import { makeDesk } from '../../src/engine/desk.ts';
import type { Listing } from '../../src/programme/records.ts';
import { aBid, aListing, aNeed, MONDAY } from '../support/case-fixtures.ts';
import { aProfile, openDeskHouse } from '../support/desk-house.ts';
import { sampleLists } from '../support/dialogue.ts';
import { type EngineKit, seat } from '../support/engine-kit.ts';
import { hire, officeTests, orders } from '../support/office.ts';
import { randomId } from '../support/random-id.ts';

const office = officeTests();
const FILLED = [
  '同意',
  '水溶肥放几天就结晶分层',
  '放 6 个月不结晶',
  '现代农业',
  '未定',
  '两年',
  '示例农业公司',
  '张三 13800138000',
  '提交',
];

async function saysAt(
  kit: EngineKit,
  channel: 'web' | 'telegram' | 'slack',
  user: string,
  said: string,
): Promise<void> {
  const address = channel === 'slack' ? { channel, room: 'D7', user } : seat(user, channel);
  await kit.engine.accept([{ keys: [randomId()], address, receivedAt: kit.clock.iso(), sequence: 0, said }]);
  await kit.engine.idle();
}

async function needFrom(channel: 'telegram' | 'web', detail: 'minimal' | 'full') {
  const kit = await office.open('minimal', { newsDetail: detail });
  await hire(kit, '示例陈');
  for (const said of ['发布需求', ...FILLED]) await saysAt(kit, channel, 'farm', said);
  const [need] = await kit.store.records.cases({ kinds: ['need'] });
  if (!need) throw new Error('no need was handed in');
  return { kit, need };
}

describe('news about one’s own case on a channel abroad (R42)', () => {
  async function newsOfReturn(channel: 'telegram' | 'web', detail: 'minimal' | 'full') {
    const { kit, need } = await needFrom(channel, detail);
    await orders(kit, '示例陈', {
      do: 'act',
      case: need.id,
      action: 'return',
      version: 1,
      reason: '配方一栏请换个写法',
    });
    kit.clock.advance(60_000);
    await kit.engine.idle();
    const news = kit.channels[channel].sent.findLast((each) => each.reply.notice?.kind === 'need-return')?.reply;
    return { news, need };
  }

  it('carries the number, the stage and a link to the web chat, and not a word of content', async () => {
    const { news, need } = await newsOfReturn('telegram', 'minimal');
    expect(news?.text).toContain(need.reference);
    expect(news?.text).toContain('第 1 天');
    expect(news?.text).not.toMatch(/配方|水溶肥|退回，改好/);
    expect(news?.link).toBe('/');
  });

  it('says everything where the operator set full detail', async () => {
    const { news } = await newsOfReturn('telegram', 'full');
    expect(news?.text).toContain('配方一栏请换个写法');
  });

  it('and always on the web, which is here', async () => {
    const { news } = await newsOfReturn('web', 'minimal');
    expect(news?.text).toContain('配方一栏请换个写法');
  });

  it('the answer to what was just typed there is a normal answer', async () => {
    const { kit, need } = await needFrom('telegram', 'minimal');
    await saysAt(kit, 'telegram', 'farm', '我的进度');
    expect(kit.channels.telegram.texts('farm').at(-1)).toContain(need.title);
  });
});

describe('a look at the suggestions (R12)', () => {
  it('is on record: who, at which list, when, how many; the list’s own history stays as it is', async () => {
    const house = await openDeskHouse();
    await house.hire('chen', 'reviewer');
    const list = aListing();
    const profiles = [aProfile('team-a'), aProfile('team-b')];
    await house.hold({ cases: [list], profiles });
    await house.desk.candidates('chen', list.id);
    const [row] = await house.store.records.audit(`people ${list.id}`, 5);
    expect(row).toMatchObject({ actor: 'chen', action: 'see-candidates', at: house.clock.iso() });
    const shown = await house.desk.candidates('chen', list.id);
    expect(row?.to).toBe(String(shown?.length));
    expect((await house.desk.view('chen', list.id))?.moves).toEqual([]);
    await house.store.close();
  });

  it('that was refused leaves no trace of a look', async () => {
    const house = await openDeskHouse();
    await house.hire('wu', 'viewer');
    const list = aListing();
    await house.hold({ cases: [list] });
    expect(await house.desk.candidates('wu', list.id)).toBeNull();
    expect(await house.store.records.audit(`people ${list.id}`, 5)).toEqual([]);
    await house.store.close();
  });
});

describe('a list that turns out to be secret (R41)', () => {
  const SECRET = '示例：某型隐身涂层附着力';

  async function withSecret() {
    const [, straw] = sampleLists();
    const need = aNeed({ title: SECRET, status: 'published', owner: 'firm', source: 'live' });
    const list: Listing = { ...(straw ?? aListing()), title: SECRET, owner: 'firm', source: 'live' };
    const secret = { ...list, details: { ...list.details, need: need.id, goals: '附着力大于 20 MPa' } };
    const kit = await office.open('full', {}, [secret]);
    const firm = {
      id: 'firm',
      locale: 'zh',
      localeChosen: false,
      name: null,
      createdAt: MONDAY,
      source: 'live',
    } as const;
    const bid = aBid(1, { title: SECRET, answers: { route: '多层溅射', contact: '13900000000' } }, secret);
    await kit.store.load.load({ accounts: [firm], cases: [{ ...need, listing: secret.id }, bid] });
    await kit.engine.refresh();
    await hire(kit, '示例陈');
    await kit.says('guest', '隐身涂层');
    await kit.says('team', `我要揭${SECRET}`);
    await kit.says('team', '同意');
    return { kit, list: secret, bid, need };
  }

  it('takes its words out of the bids, the need, the drafts, the talk and the search', async () => {
    const { kit, list, bid, need } = await withSecret();
    expect(kit.told('guest').join() + JSON.stringify(kit.channels.web.sent)).toContain('隐身涂层');
    await orders(kit, '示例陈', { do: 'act', case: list.id, action: 'mark-offline', version: list.version });
    for (const id of [list.id, bid.id, need.id]) {
      const now = await kit.store.records.case(id);
      expect(now?.offline).toBe(true);
      expect(JSON.stringify(now)).not.toMatch(/隐身|溅射|附着力/);
    }
    const account = await kit.store.records.accountAt(seat('team'));
    expect(await kit.store.records.drafts(account ?? '')).toEqual([]);
    for (const room of ['guest', 'team', 'desk', 'desk:示例陈']) {
      const rows = await kit.store.messages.transcript(seat(room), 50);
      expect(JSON.stringify(rows)).not.toContain('隐身涂层附着力');
    }
    const found = await kit.says('guest', '涂层附着力');
    expect(found.join()).not.toContain('某型');
  });

  it('the bid keeps whom to ring up, and the step is on record for each case', async () => {
    const { kit, list, bid } = await withSecret();
    await orders(kit, '示例陈', { do: 'act', case: list.id, action: 'mark-offline', version: list.version });
    expect((await kit.store.records.case(bid.id))?.answers).toEqual({ contact: '13900000000' });
    const rows = await kit.store.records.audit(bid.id, 3);
    expect(rows[0]?.action).toBe('mark-offline');
  });
});

describe('the consent to hand a bid over', () => {
  it('counts for the list it was given for, not for the person’s other bids', async () => {
    const house = await openDeskHouse();
    const open = aListing();
    const one = { ...open, id: '1'.repeat(32), reference: 'L-1', owner: 'firm', status: 'shortlisted' } as const;
    const two = { ...open, id: '2'.repeat(32), reference: 'L-2', owner: 'firm', status: 'shortlisted' } as const;
    const bids = [one, two].map((list, n) => aBid(n + 1, { owner: 'bidder', status: 'shortlisted' }, list));
    await house.hold({ people: ['firm', 'bidder'], cases: [one, two, ...bids] });
    const consents = async () => [
      {
        account: 'bidder',
        kind: 'hand-over',
        object: one.id,
        textVersion: '1',
        textHash: 'h',
        at: MONDAY,
        channel: 'web',
      } as const,
    ];
    const store = { ...house.store, records: { ...house.store.records, consents } };
    const desk = makeDesk({
      store,
      clock: house.clock,
      programme: (await import('../support/case-fixtures.ts')).PROGRAMME,
      matching: house.match,
      documents: {
        make: async () => ({ name: '', mime: '', bytes: new Uint8Array() }),
        queue: async () => new Uint8Array(),
      },
    });
    expect(await desk.view('firm', bids[0]?.id ?? '')).not.toBeNull();
    expect(await desk.view('firm', bids[1]?.id ?? '')).toBeNull();
    await house.store.close();
  });
});

describe('the counts of the desk’s tabs', () => {
  it('are those the queue would show, for each reach, in one read', async () => {
    const house = await openDeskHouse();
    await house.hire('all', 'reviewer');
    await house.hire('rural', 'reviewer', 'rural');
    const needs = [aNeed(), { ...aNeed({ sector: 'farming' }), id: '3'.repeat(32), reference: 'N-3' }];
    await house.hold({ cases: [aListing(), ...needs, aBid(1)] });
    const filters = {
      mine: { kinds: ['need', 'listing'], turns: ['staff'] },
      needs: { kinds: ['need'], statuses: ['posted'] },
      farming: { kinds: ['need'], statuses: ['posted'], sectors: ['farming'] },
    } as const;
    for (const who of ['all', 'rural']) {
      const counts = await house.desk.counts(who, filters);
      for (const name of ['mine', 'needs', 'farming'] as const)
        expect([who, name, counts[name]]).toEqual([who, name, (await house.desk.queue(who, filters[name])).total]);
    }
    await house.store.close();
  });
});
