import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listing } from '../../src/programme/records.ts';
import { reference } from '../../src/programme/reference.ts';
import { type AttackHouse, bidOn, openListing, startAttackHouse, type Talker } from '../support/attack-house.ts';
import { makeVisitor, type Visitor } from '../support/web-visitor.ts';

const SECRET = '金丝雀轧机';
/** A number of the same make that nobody has. */
const NOBODY = reference('0123456789abcdef0123456789abcdef', 'need');

let house: AttackHouse;
let owner: Talker;
let stranger: Talker;
let need: { readonly id: string; readonly reference: string; readonly version: number };
let list: Listing;
let summary: Listing;
let invited: Listing;

beforeAll(async () => {
  house = await startAttackHouse();
  owner = await house.talker();
  stranger = await house.talker();
  await owner.tell('我要发布需求');
  await owner.press('同意');
  for (const answer of [
    `${SECRET}轧不出薄带`,
    '合格率做到九成',
    '新材料',
    '300万元',
    '24个月',
    '示例特钢有限公司',
    '示例王工 13711112222',
  ])
    await owner.tell(answer);
  await owner.press('提交');
  const [posted] = await house.app.store.records.cases({ kinds: ['need'] });
  if (!posted) throw new Error('the need was not posted');
  need = posted;
  list = openListing(1);
  const details = { ...list.details, goals: '金丝雀目标' };
  summary = openListing(2, { details: { ...details, visibility: 'summary' } });
  invited = openListing(3, { details: { ...details, visibility: 'invited' }, title: '示例：金丝雀邀请榜' });
  await house.hold(list, summary, invited, ...[1, 2, 3].map((n) => bidOn(n, list, { title: `示例：金丝雀标书${n}` })));
});
afterAll(() => house.stop());

const plain = async (answer: Response) => ({ status: answer.status, body: await answer.text() });
const texts = (views: readonly { readonly text: string }[]) => views.map((each) => each.text).join('\n');
/** The answer of the desk to a person's last act. */
const answered = async (who: Visitor) => (await who.get('/api/desk/answers')).text();

describe('a stranger with a browser', () => {
  it('gets the same nothing for another person’s papers and for papers that are not there', async () => {
    const account = await house.accountOf(owner);
    const missing = await plain(await stranger.get(`/files/need/${NOBODY}`));
    expect(missing.status).toBe(404);
    for (const path of [
      `need/${need.reference}`,
      `need/${need.id}`,
      `my-data/${account}`,
      `application/${need.id}`,
      `listing/${list.id}`,
    ])
      expect(await plain(await stranger.get(`/files/${path}`)), path).toEqual(missing);
    expect((await owner.get(`/files/need/${need.reference}`)).status).toBe(200);
  });

  it('cannot tell by the clock either: the medians lie less than 5 ms apart', async () => {
    const took: Record<'theirs' | 'nobody', number[]> = { theirs: [], nobody: [] };
    const time = async (path: string) => {
      const began = performance.now();
      await (await stranger.get(path)).text();
      return performance.now() - began;
    };
    for (let n = 0; n < 300; n += 1) {
      took.theirs.push(await time(`/files/need/${need.reference}`));
      took.nobody.push(await time(`/files/need/${NOBODY}`));
    }
    const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    expect(Math.abs(median(took.theirs) - median(took.nobody))).toBeLessThan(5);
  });

  it('hears nothing of a case by typing its number, whatever is ordered', async () => {
    for (const say of ['进度', '撤回', '修改', '查看', '受理', '退回', '/open', '/act']) {
      const told = texts(await stranger.tell(`${say} ${need.reference}`)).replaceAll(`${say} ${need.reference}`, '');
      expect(told, say).not.toMatch(new RegExp(`${SECRET}|示例特钢|已受理|轮到|承诺`));
      expect(told.length, say).toBeGreaterThan(0);
    }
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });

  it('presses buttons of others in vain', async () => {
    const buttons = (await owner.seen()).flatMap((each) => each.buttons);
    expect(buttons.length).toBeGreaterThan(0);
    const before = (await stranger.seen()).length;
    for (const { id } of buttons.slice(-6)) {
      await stranger.post('/api/messages', { id: crypto.randomUUID(), button: id });
      await house.app.engine.idle();
    }
    const seen = JSON.stringify((await stranger.seen()).slice(before));
    expect(seen).not.toContain(SECRET);
    expect(seen).not.toContain(need.reference.slice(2));
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });

  it('cannot name a command instead of a button, nor another room, nor a staff role', async () => {
    const act = { do: 'act', case: need.reference, action: 'accept', version: need.version };
    for (const extra of [
      { command: act },
      { chose: { command: act } },
      { text: 'x', command: act, room: 'desk', address: { room: 'desk:x' }, isStaff: true },
    ])
      await stranger.post('/api/messages', { id: crypto.randomUUID(), ...extra });
    await house.app.engine.idle();
    expect((await stranger.post('/api/desk/commands', { id: crypto.randomUUID(), command: act })).status).toBe(401);
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });

  it('reads no history before a message of others', async () => {
    const [first] = await owner.seen();
    const { body } = await plain(
      await stranger.get(`/api/history?before=${(await owner.seen()).at(-1)?.id ?? first?.id}`),
    );
    expect(body).not.toContain(SECRET);
  });

  it('cannot send a file that somebody else uploaded', async () => {
    const uploaded = await (await owner.upload([{ name: 'a.txt', bytes: SECRET }])).json();
    const { ticket }: { ticket: string } = Object(Object(uploaded).files[0]);
    const answer = await stranger.post('/api/messages', { id: crypto.randomUUID(), files: [ticket] });
    expect(answer.status).toBe(409);
  });

  it('sees of a list by invitation nothing, of a summary no goals, and of no open list who or how many bid', async () => {
    const pages = await Promise.all(
      [list, summary, invited]
        .flatMap(({ reference }) => [`/l/${reference}`, `/l/${reference}/poster`])
        .map((path) => stranger.get(path)),
    );
    const bodies = await Promise.all(pages.map((each) => each.text()));
    expect(pages.map((each) => each.status)).toEqual([200, 200, 200, 200, 404, 404]);
    for (const body of bodies) expect(body).not.toMatch(/金丝雀/);
    const told = [];
    for (const say of [
      `看 ${list.reference}`,
      `看 ${summary.reference}`,
      `看 ${invited.reference}`,
      '金丝雀邀请榜',
      '金丝雀目标',
      '金丝雀标书1',
      '有几家揭榜了',
      `${list.reference} 有多少人报名`,
    ])
      told.push(texts(await stranger.tell(say)).replaceAll(say, ''));
    expect(told.join('\n')).not.toMatch(/示例大学|标书|3 ?(?:家|个|份)(?:单位|申报|揭榜|标)|金丝雀目标|邀请榜/);
  });
});

describe('a chat cookie and a desk cookie', () => {
  it('open only their own door', async () => {
    const staff = await house.enter(await house.hire('处长', 'decider'));
    const swapped = (who: Visitor, name: string) => ({
      cookie: `${name}=${who.cookie().split('=')[1]}`,
      'sec-fetch-site': 'same-origin',
    });
    const asDesk = await fetch(`${house.url}/api/desk/answers`, { headers: swapped(stranger, 'jiebang-desk') });
    expect(asDesk.status).toBe(401);
    for (const path of ['/api/history', '/api/live', `/files/need/${need.reference}`])
      expect((await fetch(house.url + path, { headers: swapped(staff, 'jiebang') })).status, path).toBe(401);
  });
});

describe('a return link of a member of staff', () => {
  it('does not open what needs a sign-in', async () => {
    const account = await house.hire('带链接的处长', 'decider');
    const staff = await house.enter(account);
    await house.app.engine.accept([
      {
        keys: ['k1'],
        address: { channel: 'web', room: `desk:${account}`, user: `desk:${account}` },
        receivedAt: new Date().toISOString(),
        sequence: 0,
        said: '个人链接',
      },
    ]);
    await house.app.engine.idle();
    const link = /\/r\/[\w-]+/.exec(
      JSON.stringify(
        await house.app.store.messages.transcript(
          { channel: 'web', room: `desk:${account}`, user: `desk:${account}` },
          5,
        ),
      ),
    )?.[0];
    expect(staff.cookie()).not.toBe('');
    const thief = makeVisitor(house.url);
    expect((await thief.get(link ?? '/r/none')).status).toBe(404);
  });
});

describe('the desk', () => {
  const acts = ['accept', 'return', 'ask-more', 'vet', 'publish', 'mark-offline', 'not-select', 'withdraw'];
  const tryAll = async (who: Visitor, asked: readonly string[]) => {
    for (const action of asked)
      await house.act(who, { do: 'act', case: need.reference, action, version: need.version, reason: '示例理由' });
  };

  it('lets a viewer read, change nothing, and writes every attempt down', async () => {
    const id = await house.hire('看客', 'viewer');
    const viewer = await house.enter(id);
    const page = await (await viewer.get(`/desk/case/${need.reference}`)).text();
    expect(page).not.toMatch(/13711112222|data-act=/);
    expect((await viewer.get(`/desk/document/need/${need.reference}`)).status).toBe(404);
    expect((await viewer.get('/desk/queue.xlsx')).status).toBe(404);
    expect((await viewer.get(`/desk/case/${list.reference}/candidates`)).status).toBe(404);
    await tryAll(viewer, acts);
    await house.act(viewer, { do: 'save-listing', track: 'key-technology', fields: { title: 'x' } });
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
    const refused = (await house.audit(need.id)).filter((row) => row.actor === id);
    expect(refused.map((row) => row.action).toSorted()).toEqual(acts.map((each) => `refused:${each}`).toSorted());
  });

  it('shows a reviewer of another division the same as a case that is not there', async () => {
    const id = await house.hire('农村处', 'reviewer', { division: 'nongcun' });
    const other = await house.enter(id);
    const [theirs, nobody] = await Promise.all(
      [need.reference, NOBODY].map(async (one) => plain(await other.get(`/desk/case/${one}`))),
    );
    expect(theirs?.status).toBe(404);
    expect(theirs?.body.replaceAll(need.reference, 'X')).toBe(nobody?.body.replaceAll(NOBODY, 'X'));
    expect(await (await other.get('/desk?tab=all')).text()).not.toContain(need.reference);
    await tryAll(other, acts);
    expect(await answered(other)).not.toMatch(new RegExp(SECRET));
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });

  it('keeps staff who belong to the unit out of its case', async () => {
    const own = await house.enter(await house.hire('自己人', 'decider', { unit: '示例特钢有限公司' }));
    expect(await (await own.get(`/desk/case/${need.reference}`)).text()).not.toMatch(/data-act=|13711112222/);
    await tryAll(own, acts);
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });

  it('lets a reviewer not decide', async () => {
    const reviewer = await house.enter(await house.hire('审核员', 'reviewer'));
    await tryAll(reviewer, ['publish', 'not-select', 'withdraw', 'shortlist', 'preselect']);
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });

  it('is closed to somebody revoked a moment ago, for every route and every button', async () => {
    const id = await house.hire('离职者', 'decider');
    const gone = await house.enter(id);
    await house.act(gone, { do: 'open-case', case: need.reference });
    const buttons: readonly { readonly id: string }[] = JSON.parse(await answered(gone)).answers.at(-1)?.buttons ?? [];
    const at = new Date().toISOString();
    await house.app.store.staff.revoke(id, at, {
      at,
      actor: 'system',
      action: 'staff-revoke',
      object: { kind: 'account', id },
      from: null,
      to: null,
      reasonHash: null,
      turn: 't',
    });
    for (const path of [
      '/api/desk/answers',
      '/api/desk/live',
      `/desk/document/need/${need.reference}`,
      '/desk/queue.xlsx',
    ])
      expect((await gone.get(path)).status, path).toBe(401);
    for (const path of ['/desk', `/desk/case/${need.reference}`, '/desk/listings/new'])
      expect(await (await gone.get(path)).text(), path).not.toMatch(new RegExp(`${SECRET}|${need.reference}`));
    for (const { id: button } of buttons)
      expect((await gone.post('/api/desk/commands', { id: crypto.randomUUID(), button })).status).toBe(401);
    expect(await house.app.store.records.case(need.id)).toMatchObject({ version: need.version });
  });
});
