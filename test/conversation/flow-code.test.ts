import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { type CareScene, codeIn, keysOf, type Speaker, startCareScene, wordsOf } from '../support/care-scene.ts';
import { membership } from '../support/case-fixtures.ts';

let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

async function began(speaker: Speaker): Promise<void> {
  await speaker.says('我要揭电工钢', '同意', '示例理工大学', '张三');
}

describe('换个渠道: six digits', () => {
  it('bring draft, answers and cases along, and the form goes on where it was', async () => {
    const web = scene.at('lin');
    await began(web);
    const code = codeIn(await web.says('换个渠道'));
    const phone = scene.at('77', 'telegram');
    await phone.says('你好');
    const joined = await phone.says(code);
    expect(keysOf(joined)).toContain('care.joined');
    expect(await phone.account()).toBe(await web.account());
    expect(wordsOf(await phone.says('继续'))).toContain('2/4');
    await phone.says('13800138000');
    expect((await web.drafts())[0]?.answers).toMatchObject({ unit: '示例理工大学', contact: expect.anything() });
  });

  it('work for somebody whose very first message is the code, in English too', async () => {
    const web = scene.at('lin');
    await web.says('hello there, I would like to continue in English please');
    const code = codeIn(await web.says('continue on another channel'));
    expect(keysOf(await scene.at('T1', 'slack').says(`code ${code}`))).toContain('care.joined');
    expect(await scene.at('T1', 'slack').account()).toBe(await web.account());
  });

  it('are told of in the old channel at its next message, with what was changed meanwhile', async () => {
    const web = scene.at('lin');
    await began(web);
    const code = codeIn(await web.says('换个渠道'));
    const phone = scene.at('77', 'telegram');
    await phone.says(code, '继续', '13800138000');
    expect(web.news()).toEqual([]);
    const back = await web.says('帮助');
    expect(keysOf(back)).toEqual(expect.arrayContaining(['care.joined-elsewhere', 'care.changed-elsewhere-fields']));
    expect(wordsOf(back)).toContain('联系');
    expect(keysOf(await web.says('帮助'))).not.toContain('care.joined-elsewhere');
  });

  it('make one draft of two: the last writer wins a field, what only one side holds stays', async () => {
    const web = scene.at('lin');
    await began(web);
    const phone = scene.at('77', 'telegram');
    await phone.says('我要揭电工钢', '同意', '示例科技大学');
    const code = codeIn(await web.says('换个渠道'));
    await phone.says('先存着', code, '是');
    const drafts = (await phone.drafts()).filter((each) => each.status === 'open');
    expect(drafts.map((each) => each.answers)).toEqual([{ unit: '示例科技大学', lead: '张三' }]);
  });

  it('open nothing a second time, nor after ten minutes', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const code = codeIn(await web.says('换个渠道'));
    await scene.at('77', 'telegram').says(code);
    expect(keysOf(await scene.at('88', 'telegram').says(code))).toContain('care.code-wrong');
    const late = codeIn(await web.says('换个渠道'));
    scene.kit.clock.advance(10 * 60_000);
    expect(keysOf(await scene.at('99', 'telegram').says(late))).toContain('care.code-wrong');
    expect(await scene.at('99', 'telegram').account()).not.toBe(await web.account());
  });

  it('of the newest message alone are good; the earlier ones died with it', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const first = codeIn(await web.says('换个渠道'));
    const second = codeIn(await web.says('换个渠道'));
    expect(keysOf(await scene.at('77', 'telegram').says(first))).toContain('care.code-wrong');
    expect(keysOf(await scene.at('77', 'telegram').says(second))).toContain('care.joined');
  });

  it('cannot be guessed: five tries an hour, then even the right ones are refused', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const code = codeIn(await web.says('换个渠道'));
    const wrong = code === '123456' ? '123457' : '123456';
    const thief = scene.at('66', 'telegram');
    for (let n = 0; n < 4; n += 1) expect(keysOf(await thief.says(wrong))).toContain('care.code-wrong');
    expect(keysOf(await thief.says(wrong))).toContain('care.code-blocked');
    expect(keysOf(await thief.says(code))).toContain('care.code-blocked');
    expect(await thief.account()).not.toBe(await web.account());
    scene.kit.clock.advance(61 * 60_000);
    expect(keysOf(await thief.says(wrong))).toContain('care.code-wrong');
  });

  it('cannot be guessed from many seats either', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const code = codeIn(await web.says('换个渠道'));
    for (let n = 0; n < 15; n += 1) {
      const thief = scene.at(`thief${n}`);
      for (let m = 0; m < 4; m += 1) await thief.says(`00000${m}`);
    }
    expect(keysOf(await scene.at('77', 'telegram').says(code))).toContain('care.code-held');
  });

  it('are used once when two seats type them at the same moment', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const code = codeIn(await web.says('换个渠道'));
    await Promise.all([scene.at('77', 'telegram').says(code), scene.at('88', 'telegram').says(code)]);
    const accounts = await Promise.all([77, 88].map((user) => scene.at(String(user), 'telegram').account()));
    const account = await web.account();
    expect(accounts.filter((each) => each === account)).toHaveLength(1);
  });

  it('are not stored: the database knows their hash', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const code = codeIn(await web.says('换个渠道'));
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(`code:${code}`).digest('hex');
    expect(await scene.kit.store.care.code(code, scene.kit.clock.iso())).toBeNull();
    expect(await scene.kit.store.care.code(hash, scene.kit.clock.iso())).toMatchObject({ draft: null });
  });

  it('open no staff account, and staff are given none', async () => {
    const web = scene.at('lin');
    await web.says('你好');
    const code = codeIn(await web.says('换个渠道'));
    const account = (await web.account()) ?? '';
    const at = scene.kit.clock.iso();
    const known = await scene.kit.store.records.account(account);
    if (!known) throw new Error('no account');
    const audit = {
      ...{ at, actor: 'system', action: 'staff-add', object: { kind: 'account', id: account } },
      ...{ from: null, to: null, reasonHash: null, turn: randomId() },
    };
    await scene.kit.store.staff.add(known, membership(account, 'reviewer'), audit);
    expect(keysOf(await scene.at('77', 'telegram').says(code))).toContain('care.code-wrong');
    expect(await scene.at('77', 'telegram').account()).not.toBe(account);
    expect(keysOf(await web.says('换个渠道'))).toContain('care.code-staff');
  });

  it('in a form are an answer, not a code', async () => {
    const web = scene.at('lin');
    await web.says('我要揭电工钢', '同意');
    expect(keysOf(await web.says('123456'))).not.toContain('care.code-wrong');
  });
});

describe('where others read along', () => {
  it('no code is given and none is taken', async () => {
    const { kit } = scene;
    const address = { channel: 'telegram', room: '-100', user: '77' } as const;
    const ask = async (said: string) => {
      await kit.engine.accept([{ keys: [randomId()], address, receivedAt: kit.clock.iso(), sequence: 0, said }]);
      await kit.engine.idle();
      return keysOf(kit.channels.telegram.sent.slice(-1).map((each) => each.reply));
    };
    expect(await ask('换个渠道')).toEqual(['care.private-only']);
    expect(await ask('123456')).toContain('care.private-only');
  });
});
