import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DeskScene,
  sceneBid,
  sceneDraft,
  sceneListing,
  sceneNeed,
  startDeskScene,
} from '../../support/desk-scene.ts';
import { makeTestClock, type TestClock } from '../../support/test-clock.ts';
import { makeVisitor, type Visitor } from '../../support/web-visitor.ts';

let clock: TestClock;
let scene: DeskScene;

beforeEach(async () => {
  clock = makeTestClock();
  scene = await startDeskScene(clock);
  await scene.hire('wang', 'decider');
  await scene.hire('li', 'decider');
  await scene.hire('guest', 'viewer');
});
afterEach(() => scene.stop());

const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path, { accept: 'text/html' })).text();
const audit = async (id: string) => (await scene.store.records.audit(id, 20)).map((each) => each.action);
const recordOf = async (id: string) => (await scene.store.records.case(id)) ?? expect.fail(`no case ${id}`);

describe('coming in and going out', () => {
  test('the link opens a page with a button; only pressing it uses the link up, and only once', async () => {
    const path = await scene.link('wang');
    const visitor = makeVisitor(scene.url);
    for (const _ of [1, 2]) expect(await textOf(visitor, path)).toContain('进入工作台');
    const entered = await visitor.post(path, {});
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/desk']);
    expect(entered.headers.get('set-cookie')).toMatch(
      /^jiebang-desk=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await textOf(visitor, '/desk')).toContain('待办事项');
    const other = makeVisitor(scene.url);
    const [used, unknown] = [await other.post(path, {}), await other.post('/desk/enter/0123456789abcdef0123', {})];
    expect([used.status, unknown.status]).toEqual([410, 410]);
    expect(await used.text()).toBe(await unknown.text());
    expect(other.cookie()).toBe('');
    expect(await audit('wang')).toContain('desk-enter');
  });

  test('leaving ends the session on the server, twelve hours end it by themselves', async () => {
    const wang = await scene.enter('wang');
    const kept = { cookie: wang.cookie() };
    await wang.post('/desk/leave', {});
    expect((await makeVisitor(scene.url).get('/desk', kept)).status).toBe(401);
    const again = await scene.enter('wang');
    clock.advance(12 * 3_600_000);
    expect((await again.get('/desk')).status).toBe(401);
  });

  test('a revoked account is out at its next request, also with a fresh link in hand', async () => {
    const [wang, path] = [await scene.enter('wang'), await scene.link('wang')];
    await scene.store.staff.revoke('wang', clock.iso(), {
      ...{ at: clock.iso(), actor: 'system', action: 'staff-revoke', object: { kind: 'account', id: 'wang' } },
      ...{ from: null, to: null, reasonHash: null, turn: 'test' },
    });
    for (const page of ['/desk', '/api/desk/answers', '/api/desk/live', '/desk/queue.xlsx'])
      expect((await wang.get(page)).status, page).toBe(401);
    const posted = await wang.post('/api/desk/commands', { id: crypto.randomUUID(), command: { do: 'queue' } });
    expect(posted.status).toBe(401);
    expect((await makeVisitor(scene.url).post(path, {})).status).toBe(410);
  });

  test('the cookie of the chat opens no desk', async () => {
    const visitor = makeVisitor(scene.url);
    await visitor.post('/api/opened', {});
    const secret = visitor.cookie().split('=')[1];
    expect((await visitor.get('/desk', { cookie: `jiebang-desk=${secret}` })).status).toBe(401);
  });
});

describe('acts', () => {
  test('a return with a reason: the owner is told after ten seconds, word for word', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const wang = await scene.enter('wang');
    const answer = await scene.act(wang, actOn(need, 'return', { reason: '请补充检测方法' }));
    expect(answer).toMatchObject({ done: true, links: [{ href: `/desk/case/${need.reference}` }] });
    expect(answer.buttons).toMatchObject([{ label: '撤回这一步', left: 10 }]);
    expect(await recordOf(need.id)).toMatchObject({ status: 'returned', reason: '请补充检测方法', turn: 'owner' });
    expect(await scene.told('enterprise')).toEqual([]);
    clock.advance(11_000);
    expect((await scene.told('enterprise')).join()).toContain('请补充检测方法');
    expect(await audit(need.id)).toEqual(['return']);
    const page = await textOf(wang, `/desk/case/${need.reference}`);
    expect(page).toContain('示例wang');
    expect(page).toContain('退回');
  });

  test('undo within ten seconds: the case is as before and nobody is told; later the button is gone', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const wang = await scene.enter('wang');
    const answer = await scene.act(wang, actOn(need, 'return', { reason: '写错了' }));
    clock.advance(5000);
    const back = await scene.act(wang, { button: answer.buttons[0]?.id ?? '' });
    expect(back.text).toContain('没有通知任何人');
    expect(await recordOf(need.id)).toMatchObject({ status: 'posted', turn: 'staff', reason: null });
    expect(await textOf(wang, '/api/desk/answers')).not.toContain('撤回这一步');
    clock.advance(60_000);
    expect(await scene.told('enterprise')).toEqual([]);
    const late = await scene.act(wang, actOn(await recordOf(need.id), 'return', { reason: '再次退回' }));
    clock.advance(11_000);
    expect((await scene.act(wang, { button: late.buttons[0]?.id ?? '' })).text).toContain('已过撤回时间');
  });

  test('two staff at once: the second learns who decided what and when', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const [wang, li] = [await scene.enter('wang'), await scene.enter('li')];
    await scene.act(wang, actOn(need, 'return', { reason: '材料不全' }));
    const second = await scene.act(li, actOn(need, 'not-select', { reason: '不符合方向' }));
    expect(second.done).toBe(false);
    expect(second.text).toContain('已由示例wang于');
    expect(second.text).toContain('已退回');
    expect(second.text).toMatch(/10:00/);
    expect(await recordOf(need.id)).toMatchObject({ status: 'returned', version: 2 });
  });

  test('a viewer sees no buttons; whoever posts all the same is refused and audited', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const guest = await scene.enter('guest');
    const page = await textOf(guest, `/desk/case/${need.reference}`);
    expect(page).toContain(need.title);
    expect(page).not.toContain('data-act=');
    expect(page).not.toContain('13800000000');
    const answer = await scene.act(guest, actOn(need, 'accept'));
    expect(answer).toMatchObject({ done: false, text: '您没有办理这件事的权限。' });
    expect(await audit(need.id)).toEqual(['refused:accept']);
    expect((await guest.get('/desk/queue.xlsx')).status).toBe(404);
    expect((await guest.get('/desk/listings/new')).status).toBe(404);
  });

  test('the fourth shortlisting is refused, and says how many there may be', async () => {
    const { listing, bids } = await reviewedList();
    const wang = await scene.enter('wang');
    for (const bid of bids.slice(0, 3)) expect((await scene.act(wang, actOn(bid, 'shortlist'))).done).toBe(true);
    const fourth = await scene.act(wang, actOn(bids[3] ?? expect.fail(), 'shortlist'));
    expect(fourth.text).toContain('一个榜单最多推荐 3 家');
    expect(await textOf(wang, `/desk/case/${bids[3]?.reference}`)).not.toContain('id="act-shortlist"');
    expect(await textOf(wang, `/desk/case/${listing.reference}`)).toContain('示例大学3');
  });

  test('an act that leaves the status says whose turn it is, and is told anew on a page in another language', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const wang = await scene.enter('wang');
    const answer = await scene.act(wang, actOn(need, 'accept'));
    expect(answer.text).toContain(`${need.reference}：已受理，接下来轮到需求方。`);
    expect(answer.text).not.toContain('现为');
    const english: { answers: { text: string; buttons: { label: string }[] }[] } = JSON.parse(
      await (await wang.get('/api/desk/answers?lang=en')).text(),
    );
    const last = english.answers.at(-1);
    expect(last?.text).toContain(`${need.reference}: Accept; next: the owner.`);
    expect(JSON.stringify(last)).not.toMatch(/\p{Script=Han}/u);
  });

  test('a list under review leads to the bids that wait', async () => {
    const { listing, bids } = await reviewedList();
    const wang = await scene.enter('wang');
    const page = await (await wang.get(`/desk/case/${listing.reference}`)).text();
    expect(page).toContain(`<a href="#related">${bids.length} 份申报待论证</a>`);
    expect(page).not.toContain('现在没有需要您办理的操作');
  });

  test('the same click sent twice is one act', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const wang = await scene.enter('wang');
    const body = { id: crypto.randomUUID(), command: actOn(need, 'accept') };
    for (const _ of [1, 2]) expect((await wang.post('/api/desk/commands', body)).status).toBe(202);
    await scene.engine.idle();
    expect(await recordOf(need.id)).toMatchObject({ version: 2 });
    expect(await audit(need.id)).toEqual(['accept']);
  });
});

describe('what is let in and out', () => {
  test('only the four commands of the desk are taken, and only from our own pages', async () => {
    const wang = await scene.enter('wang');
    const post = (command: unknown, headers: Record<string, string> = {}) =>
      wang.post('/api/desk/commands', { id: crypto.randomUUID(), command }, headers);
    const acted = { action: 'return', group: 'g', at: clock.iso(), version: 1, before: {} };
    const bad = [
      { do: 'take-back', case: 'N-1', acted },
      { do: 'delete-data', confirmed: true },
      { do: 'act', case: 'N-00000-00000', action: 'return' },
      { do: 'act', case: 'N-00000-00000', action: 'grow', version: 1 },
      { do: 'act', case: '../x', action: 'accept', version: 1 },
      { do: 'queue', extra: 1 },
    ];
    for (const command of bad) expect((await post(command)).status, JSON.stringify(command)).toBe(400);
    expect((await post({ do: 'queue' })).status).toBe(202);
    expect((await post({ do: 'queue' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await wang.post('/desk/leave', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const old = { 'sec-fetch-site': '', origin: 'https://evil.example' };
    expect((await fetch(`${scene.url}${await scene.link('wang')}`, { method: 'POST', headers: old })).status).toBe(403);
  });

  test('a case of another division and one that is not there get the same answer', async () => {
    for (const name of ['nong', 'cun']) await scene.hire(name, 'decider', { division: 'nongcun' });
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const nong = await scene.enter('nong');
    const pages = [`/desk/case/${need.reference}`, '/desk/case/N-00000-00000'];
    const [theirs, none] = await Promise.all(pages.map((path) => nong.get(path)));
    expect([theirs?.status, none?.status]).toEqual([404, 404]);
    expect(await theirs?.text()).toBe(await none?.text());
    for (const path of [`/desk/document/need/${need.reference}`, `/desk/file/${need.reference}/${'a'.repeat(64)}`])
      expect((await nong.get(path)).status, path).toBe(404);
    expect(await textOf(nong, '/desk?tab=all')).not.toContain(need.title);
    const refused = await scene.act(nong, actOn(need, 'accept'));
    const unknown = await scene.act(
      await scene.enter('cun'),
      actOn({ reference: 'N-00000-00000', version: 1 }, 'accept'),
    );
    expect(refused.text).toBe(unknown.text);
  });

  test('hostile words are words, wherever they stand', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'</textarea><script>1</script>';
    const need = sceneNeed(1, clock.iso(), { title: evil });
    const held = { ...need, answers: { ...need.answers, title: evil, problem: evil }, reason: evil };
    await scene.hold([held, sceneDraft(2, clock.iso(), { title: evil, answers: { title: evil, goal: evil } })]);
    const wang = await scene.enter('wang');
    const draft = sceneDraft(2, clock.iso());
    const pages = ['/desk?tab=all', `/desk/case/${need.reference}`, `/desk/case/${draft.reference}/edit`];
    for (const path of pages) {
      const page = await textOf(wang, path);
      expect(page, path).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page, path).not.toMatch(/<img|<script>|onerror=alert\(1\)>/);
    }
    const answer = await wang.get('/desk');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await answer.text()).not.toMatch(/<[^>]* (style|on[a-z]+)=/);
  });

  test('papers, files and the workbook come as downloads under their own names', async () => {
    const stored = await scene.store.files.put(new TextEncoder().encode('<script>'), '附件<1>.html', 'text/html');
    const need = sceneNeed(1, clock.iso());
    await scene.hold([{ ...need, answers: { ...need.answers, files: [stored] } }]);
    const wang = await scene.enter('wang');
    const file = await wang.get(`/desk/file/${need.reference}/${stored.sha256}`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E9/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    const paper = await wang.get(`/desk/document/need/${need.reference}`);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/x-paper']);
    const book = await wang.get('/desk/queue.xlsx?tab=needs&sector=materials');
    expect(await book.text()).toBe(need.reference);
    expect(await (await wang.get('/desk/queue.xlsx?tab=needs&sector=energy')).text()).toBe('');
  });
});

describe('the queue', () => {
  test('overdue first and marked; tabs, filters and pages say what they hold', async () => {
    const needs = Array.from({ length: 53 }, (_, n) =>
      sceneNeed(n + 1, clock.iso(), {
        title: `示例需求${n + 1}号`,
        promisedOn: n === 40 ? '2026-09-01' : '2026-09-10',
      }),
    );
    await scene.hold([...needs, sceneListing(200, clock.iso(), { title: '示例榜单' })]);
    const wang = await scene.enter('wang');
    const first = await textOf(wang, '/desk');
    expect(first.indexOf('示例需求41号')).toBeLessThan(first.indexOf('示例需求1号'));
    expect(first).toMatch(/class="overdue" data-key=[\s\S]*示例需求41号[\s\S]*逾期/);
    expect(first).toContain('第 1–50 件，共 53 件');
    expect((await textOf(wang, '/desk?page=2')).match(/data-key=/g)).toHaveLength(3);
    expect(await textOf(wang, '/desk?tab=listings')).toContain('示例榜单');
    expect(await textOf(wang, '/desk?tab=needs&status=need:vetted')).toContain('没有符合条件的事项');
    expect(await textOf(wang, '/desk?tab=%3Cscript%3E&page=-1&sector=x')).toContain('第 1–50 件');
  });

  test('an empty programme says how to begin; English speakers read English', async () => {
    await scene.hire('Ann', 'reviewer', { locale: 'en' });
    expect(await textOf(await scene.enter('wang'), '/desk')).toContain('编写第一个榜单');
    const page = await textOf(await scene.enter('Ann'), '/desk');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('There are no cases yet.');
    expect(page).not.toContain('[desk.');
  });

  test('notices to staff and undelivered messages stand beside the queue, for those who may read them', async () => {
    const address = { channel: 'web', room: 'r', user: 'r' } as const;
    for (const said of ['转人工', '请帮我看看申报书']) {
      await scene.engine.accept([{ keys: [said], address, receivedAt: clock.iso(), sequence: 0, said }]);
      await scene.engine.idle();
    }
    const [wang, guest] = [await scene.enter('wang'), await scene.enter('guest')];
    expect(await textOf(wang, '/desk')).toContain('「请帮我看看申报书」');
    expect(await textOf(guest, '/desk')).not.toContain('最近消息');
  });

  test('the stream says only that something changed', async () => {
    const need = sceneNeed(1, clock.iso());
    await scene.hold([need]);
    const [wang, li] = [await scene.enter('wang'), await scene.enter('li')];
    const stream = (await li.get('/api/desk/live')).body?.getReader() ?? expect.fail();
    const heard: string[] = [];
    const listening = (async () => {
      while (!heard.join('').includes('changed')) heard.push(new TextDecoder().decode((await stream.read()).value));
    })();
    await scene.act(wang, actOn(need, 'accept'));
    await listening;
    await stream.cancel();
    expect(heard.join('')).toContain('data: {"type":"changed"}');
    expect(heard.join('')).not.toContain(need.reference);
  });
});

describe('lists written on the desk', () => {
  test('what cannot be read is named and nothing is saved; then drafted, changed, vetted and published', async () => {
    const wang = await scene.enter('wang');
    const fields = { title: '示例：航空发动机高温合金铸件', sector: 'equipment', goal: '合格率不低于 90%' };
    const bad = await scene.act(wang, save({ fields: { ...fields, deadline: '随便', money: '很多' } }));
    expect(bad).toMatchObject({ done: false });
    expect(bad.text).toContain('资金');
    expect(await scene.store.records.countCases({ kinds: ['listing'] })).toBe(0);
    const whole = { ...fields, deadline: '2026-12-31', money: '500-1000万元', term: '24个月', visibility: 'public' };
    const made = await scene.act(wang, save({ fields: { ...whole, indicators: '铁损 ≤ 10.5 W/kg（GB/T 3655）' } }));
    expect(made.done, made.text).toBe(true);
    const path = made.links[0]?.href ?? '';
    const form = await textOf(wang, `${path}/edit`);
    for (const typed of ['500-1000万元', '24个月', '2026-12-31', '铁损 ≤ 10.5 W/kg（GB/T 3655）'])
      expect(form).toContain(typed);
    const reference = path.split('/').pop() ?? '';
    const changed = await scene.act(
      wang,
      save({ listing: reference, version: 1, fields: { ...whole, ...typedBack(form) } }),
    );
    expect(changed.done, changed.text).toBe(true);
    const lists = await scene.store.records.cases({ kinds: ['listing'] });
    expect(lists).toMatchObject([
      {
        details: {
          money: { min: 5_000_000, max: 10_000_000 },
          termMonths: 24,
          deadline: '2026-12-31',
        },
      },
    ]);
    const stale = await scene.act(wang, save({ listing: reference, version: 1, fields: whole }));
    expect(stale.text).toContain('刚刚有变化');
    await scene.act(wang, { do: 'act', case: reference, action: 'vet', version: 2 });
    await scene.act(wang, { do: 'act', case: reference, action: 'publish', version: 3, deadline: '2027-01-15' });
    expect(await recordOf(reference)).toMatchObject({ status: 'published', details: { deadline: '2027-01-15' } });
    expect(await textOf(wang, path)).not.toContain('2026-12-31');
    expect((await wang.get(`${path}/edit`)).status).toBe(404);
  });
});

describe('suggestions', () => {
  test('stand on needs before evaluation under their label, and on no page of a bid or a reviewed list', async () => {
    const need = sceneNeed(1, clock.iso());
    const team = { id: 'team', account: null, name: '示例团队甲', answers: {}, formVersion: 1, version: 1 } as const;
    await scene.hold([need], [{ ...team, updatedAt: clock.iso(), discoverable: true, source: 'sample' }]);
    const { listing, bids } = await reviewedList();
    const wang = await scene.enter('wang');
    const label = '仅供宣传对接参考，不作评审依据';
    expect(await textOf(wang, `/desk/case/${need.reference}`)).toContain(label);
    expect(await textOf(wang, `/desk/case/${need.reference}/candidates`)).toContain(label);
    for (const record of [listing, bids[0] ?? expect.fail()]) {
      expect(await textOf(wang, `/desk/case/${record.reference}`)).not.toContain(label);
      expect((await wang.get(`/desk/case/${record.reference}/candidates`)).status).toBe(404);
    }
  });
});

async function reviewedList() {
  const at = clock.iso();
  const details = { ...sceneListing(300, at).details, deadline: '2026-09-01' };
  const listing = sceneListing(300, at, { status: 'under-review', details });
  const bids = [0, 1, 2, 3].map((n) =>
    sceneBid(400 + n, listing, at, {
      status: 'under-review',
      organisation: { name: `示例大学${n}`, creditCode: null },
    }),
  );
  await scene.hold([listing, ...bids]);
  return { listing, bids };
}

function actOn(
  record: { reference: string; version: number },
  action: 'return' | 'accept' | 'not-select' | 'shortlist',
  more: { reason?: string } = {},
) {
  return { do: 'act', case: record.reference, action, version: record.version, ...more } as const;
}

function save(more: { fields: Record<string, string>; listing?: string; version?: number }) {
  return { do: 'save-listing', track: 'key-technology', ...more } as const;
}

/** The one-line values of the form's page. */
function typedBack(form: string): Record<string, string> {
  const found = form.matchAll(/<input id="f-(\w+)" name="\w+" type="\w+" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name ?? '', value ?? '']));
}
