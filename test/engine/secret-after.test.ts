import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CareScene, codeIn, keysOf, type Speaker, startCareScene, wordsOf } from '../support/care-scene.ts';

const SECRET = '金丝雀绝密中试线';
const INVITATION = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

/** Hands an interest in; the secret is in why they can. */
async function handedIn(user: string, list: string): Promise<Speaker> {
  const speaker = scene.at(user);
  await speaker.says(`我要揭${list}`);
  if ((await speaker.drafts()).every((each) => Object.keys(each.answers).length === 0)) await speaker.says('同意');
  for (const answer of ['示例理工大学', '张三', '13912345678', SECRET]) await speaker.says(answer);
  await speaker.says('看看填了什么', '提交');
  return speaker;
}

const onRecord = async (who: Speaker): Promise<string> =>
  JSON.stringify(await scene.kit.store.records.person((await who.account()) ?? ''));
const cases = () => scene.kit.store.records.cases({ kinds: ['interest'] });

describe('涉密 said after handing in, with nothing in hand', () => {
  it('asks whether the one case is meant, and a yes takes it offline and leaves no word of it', async () => {
    const lin = await handedIn('lin', '电工钢');
    const [before] = await cases();
    expect(before?.offline).toBe(false);
    const asked = await lin.says('这个涉密');
    expect(keysOf(asked)).toEqual(['offline.is-it', 'offline.what-goes']);
    expect(wordsOf(asked)).toContain(before?.reference ?? 'no case');
    expect((await cases())[0]?.offline).toBe(false);
    expect(keysOf(await lin.says('是'))).toContain('offline.done');
    const [after] = await cases();
    expect(after).toMatchObject({ offline: true, title: after?.reference });
    expect(await onRecord(lin)).not.toContain(SECRET);
    expect(await lin.drafts()).toEqual([]);
    expect(keysOf(scene.at('desk').news())).toEqual([]);
    const told = scene.kit.channels.web.sent.filter((each) => each.to.room === 'desk').map((each) => each.reply);
    expect(keysOf(told)).toContain('notice.interest.offline');
  });

  it('asks for a number alone when another matter is meant; the case stays as it was', async () => {
    const lin = await handedIn('lin', '电工钢');
    await lin.says('涉密');
    expect(keysOf(await lin.says('不是'))).toEqual(['talk.left']);
    expect(keysOf(await lin.presses('别的事涉密'))).toContain('offline.leave-number');
    expect(keysOf(await lin.says('13800138000'))).toContain('offline.taken');
    const [one] = (await cases()).filter((each) => !each.offline);
    expect(one?.status).toBe('declared');
    expect(await onRecord(lin)).toContain(SECRET);
  });

  it('asks which of several, and asks once more before anything goes', async () => {
    const lin = await handedIn('lin', '电工钢');
    await handedIn('lin', '腐植酸');
    const asked = await lin.says('涉密，转线下');
    expect(keysOf(asked)).toEqual(['offline.which', 'offline.row', 'offline.row']);
    expect(asked.at(-1)?.buttons.at(-1)?.label).toBe('都不是');
    const [first] = asked.at(-1)?.buttons ?? [];
    const sure = await lin.presses(first?.label ?? '');
    expect(keysOf(sure)).toContain('offline.is-it');
    expect((await cases()).filter((each) => each.offline)).toEqual([]);
    await lin.presses('确定转线下');
    expect((await cases()).filter((each) => each.offline).map((each) => each.reference)).toEqual([first?.label]);
  });

  it('lets nothing go by a button pressed later: it asks first', async () => {
    const lin = await handedIn('lin', '电工钢');
    await lin.says('涉密', '算了');
    expect(keysOf(await lin.presses('确定转线下'))).toContain('offline.is-it');
    expect((await cases()).every((each) => !each.offline)).toBe(true);
  });

  it('tells staff, by number alone, where the case is past its own person', async () => {
    const lin = await handedIn('lin', '电工钢');
    const [own] = await cases();
    if (own?.kind !== 'interest') throw new Error('no interest');
    const bid = { ...own, kind: 'application', id: 'b-secret', reference: 'B-9901', status: 'under-review' } as const;
    const rest = { interest: null, bidder: own.owner, stampedCopy: false } as const;
    await scene.kit.store.load.load({
      cases: [
        { ...own, status: 'grown' },
        { ...bid, ...rest },
      ],
    });
    expect(wordsOf(await lin.says('涉密'))).toContain('B-9901');
    expect(keysOf(await lin.says('是'))).toContain('offline.left-to-staff');
    const told = scene.kit.channels.web.sent.filter((each) => each.to.room === 'desk').map((each) => each.reply);
    expect(keysOf(told)).toContain('notice.application.secret');
    expect(wordsOf(told.slice(-1))).not.toContain(SECRET);
  });
});

describe('a colleague who left before the draft was taken offline', () => {
  it('has the talk about it forgotten all the same, as one who is still on it', async () => {
    const lin = scene.at('lin');
    await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三', '13912345678');
    const wang = scene.at('wang');
    const code = codeIn(await lin.says('邀请同事'), INVITATION);
    await wang.says(code, '同意', '继续', SECRET, '看看填了什么');
    await lin.says('同事');
    await lin.presses('移除第 1 位');
    expect(await onRecord(wang)).toContain(SECRET);
    await lin.says('继续', '涉密');
    expect(await onRecord(wang)).not.toContain(SECRET);
  });

  it('and after it was handed in, and by an account joined with another since', async () => {
    const lin = scene.at('lin');
    await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三', '13912345678');
    const wang = scene.at('wang');
    await wang.says(codeIn(await lin.says('邀请同事'), INVITATION), '同意', '继续', SECRET, '看看填了什么', '先存着');
    await lin.says('同事');
    await lin.presses('移除第 1 位');
    const phone = scene.at('wang-phone', 'telegram');
    await wang.says(codeIn(await phone.says('换个渠道')));
    expect(await wang.account()).toBe(await phone.account());
    expect(await onRecord(phone)).toContain(SECRET);
    await lin.says('继续', '看看填了什么', '提交', '涉密');
    await lin.presses('确定转线下');
    expect(await onRecord(phone)).not.toContain(SECRET);
  });
});
