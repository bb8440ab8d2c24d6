import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type CareScene, codeIn, keysOf, type Speaker, startCareScene, wordsOf } from '../support/care-scene.ts';
import { seat } from '../support/engine-kit.ts';

/** One word per place; none may outlive the wish to be forgotten. */
const CANARIES = {
  seat: 'canaryroom7301',
  talk: '金丝雀闲聊七三',
  draft: '金丝雀研究所七三',
  name: '金丝雀王七三',
  phone: '13973017301',
  file: 'canary-bytes-7301',
  fileName: '金丝雀附件七三.pdf',
  profile: '金丝雀织构控制七三',
  search: '金丝雀搜索七三',
  wish: '金丝雀订阅七三',
  need: '金丝雀难题七三',
  handoff: '金丝雀求助七三',
  telegram: 'canaryphone7301',
};

let folder: string;
let scene: CareScene;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiebang-forget-'));
  scene = await startCareScene(undefined, `sqlite:${folder}/bot.db`);
});
afterEach(async () => {
  await scene.stop();
  await rm(folder, { recursive: true, force: true });
});

async function onDisk(): Promise<readonly string[]> {
  const names = await readdir(folder);
  const bytes = Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
  return Object.entries(CANARIES).flatMap(([place, word]) => (bytes.includes(word) ? [place] : []));
}

async function sendFile(): Promise<void> {
  const { kit } = scene;
  const address = seat(CANARIES.seat);
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${CANARIES.file}\n%%EOF`);
  const stored = await kit.store.files.put(bytes, CANARIES.fileName, 'application/pdf', address);
  const file = { id: 'f', name: CANARIES.fileName, bytes: stored.bytes, stored };
  await kit.engine.accept([{ keys: [randomId()], address, receivedAt: kit.clock.iso(), sequence: 0, files: [file] }]);
  await kit.engine.idle();
}

/** Somebody who leaves words in every place there is. */
async function livedIn(): Promise<Speaker> {
  const me = scene.at(CANARIES.seat);
  await me.says(CANARIES.talk, `找一找 ${CANARIES.search}`, `订阅 ${CANARIES.wish}`, '同意');
  await me.says('我要揭电工钢', CANARIES.draft, CANARIES.name, CANARIES.phone, '邀请同事', '先存着');
  await me.says('转人工', CANARIES.handoff);
  await sendFile();
  await me.says('我的资料', CANARIES.name, CANARIES.draft, '新材料', CANARIES.profile);
  for (let n = 0; n < 12; n += 1) {
    const said = wordsOf(await me.says(n === 8 ? '是' : '跳过'));
    if (said.includes('保存') && !said.includes('跳过')) break;
  }
  await me.presses('保存');
  await me.says(
    '我要发布需求',
    CANARIES.need,
    `${CANARIES.need}，达到九成`,
    '新材料',
    '300万元',
    '24个月',
    CANARIES.draft,
  );
  await me.says(`${CANARIES.name} ${CANARIES.phone}`, '先存着', '免打扰 22点到8点');
  const code = codeIn(await me.says('换个渠道'));
  await scene.at(CANARIES.telegram, 'telegram').says('你好', '999999', code);
  await me.says('换个渠道');
  await scene.later(53, 10);
  return me;
}

describe('delete my data', () => {
  it('of somebody with words in every place leaves none: database, journal, files, logs, outbox, index', async () => {
    const me = await livedIn();
    const account = (await me.account()) ?? '';
    const kept = await scene.kit.store.records.person(account);
    const filled = [
      'care',
      'subscriptions',
      'codes',
      'wrongCodes',
      'drafts',
      'profile',
      'handoffs',
      'messages',
      'consents',
    ];
    for (const kind of filled) expect([kind, kept[kind]?.length]).not.toEqual([kind, 0]);
    expect(await onDisk()).toEqual(Object.keys(CANARIES));
    expect(await scene.kit.parts.matching.people(CANARIES.profile, () => true, 5)).not.toEqual([]);

    await me.says('删除我的数据');
    const receipt = await me.says('确认删除');
    expect(wordsOf(receipt)).toMatch(/[0-9A-F]{8}/);

    // A crash right after the receipt finds nothing either; and the rest of the journal is cut at the next start.
    expect(await onDisk()).toEqual([]);
    expect(await scene.kit.parts.matching.people(CANARIES.profile, () => true, 5)).toEqual([]);
    expect(scene.kit.log.text()).not.toMatch(/金丝雀|canary|13973017301/);
    const left = await scene.kit.store.records.person(account);
    const rows = Object.entries(left).filter(([kind, each]) => kind !== 'audit' && each.length > 0);
    expect(rows).toEqual([]);
    expect(JSON.stringify(left.audit)).not.toMatch(/金丝雀|canary/);
    expect(await scene.kit.store.verifyAudit()).toMatchObject({ brokenAt: null });
  });

  it('leaves nothing unasked to come: no reminder, no new list, no code that still opens', async () => {
    const me = await livedIn();
    const code = codeIn(await me.says('换个渠道'));
    await me.says('删除我的数据', '确认删除');
    const other = scene.at('other', 'telegram');
    expect(keysOf(await other.says(code))).toContain('care.code-wrong');
    me.news();
    await scene.later(40, 10);
    expect(me.news()).toEqual([]);
  });

  it('says before what is kept, in words and as a file that holds all of it', async () => {
    const me = await livedIn();
    const said = await me.says('我的数据');
    expect(keysOf(said)).toEqual(expect.arrayContaining(['data.head', 'data.what', 'care.data', 'data.rights']));
    expect(wordsOf(said)).toContain('订阅 1 个');
    const person = JSON.stringify(await scene.kit.store.records.person((await me.account()) ?? ''));
    for (const word of [CANARIES.draft, CANARIES.wish, CANARIES.profile, CANARIES.handoff, CANARIES.talk])
      expect(person).toContain(word);
    expect(person).not.toMatch(/"code_hash"|token_hash/);
  });

  it('of somebody with a declared interest leaves the paper, nobody to call and nobody to wait for', async () => {
    const me = scene.at(CANARIES.seat);
    await me.says('我要揭电工钢', '同意', '示例理工大学', CANARIES.name, CANARIES.phone, '我们有中试线，铁损做到 2.4');
    await me.presses('提交');
    await me.says('删除我的数据', '全部删掉');
    const [left] = await scene.kit.store.records.cases({ kinds: ['interest'] });
    expect(left).toMatchObject({ owner: null, ownerGone: true, turn: 'nobody', promisedOn: null });
    expect(await onDisk()).toEqual([]);
  });

  it("of a colleague leaves the lead's form, without the colleague", async () => {
    const lead = scene.at('lead');
    await lead.says('我要揭电工钢', '同意', '示例理工大学');
    const invitation = codeIn(await lead.says('邀请同事'), /[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const guest = scene.at(CANARIES.seat);
    await guest.says(invitation, '同意', '继续', '张三');
    const account = await guest.account();
    await guest.says('删除我的数据', '确认删除');
    expect((await lead.drafts())[0]?.answers).toMatchObject({ lead: '张三' });
    const rest = await openStore(`sqlite:${folder}/bot.db`, { clock: scene.kit.clock, randomId, guest: true });
    expect((await rest.care.of(account ?? '')).colleagues).toEqual([]);
    await rest.close();
  });
});
