import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttackHouse, startAttackHouse, type Talker } from '../support/attack-house.ts';

/** Words that must not outlive their person's wish. */
const CANARIES = ['金丝雀导引头', '金丝雀研究所', '金丝雀王工', '13711112222', '金丝雀闲话', '金丝雀附件'];

let house: AttackHouse;
beforeEach(async () => {
  house = await startAttackHouse();
});
afterEach(() => house.stop());

async function fillNeed(talk: Talker): Promise<void> {
  await talk.tell('我要发布需求');
  await talk.press('同意');
  const answers = [
    '金丝雀导引头薄带轧不出来，要靠进口',
    '金丝雀导引头合格率做到九成',
    '新材料',
    '300万元',
    '24个月',
    '金丝雀研究所',
    '金丝雀王工 13711112222',
  ];
  for (const answer of answers) await talk.tell(answer);
}

const last = (views: readonly { readonly text: string }[]) => views.at(-1)?.text ?? '';

describe('转线下: a matter with secrets in it', () => {
  it('leaves nothing that was typed before the button was pressed', async () => {
    const talk = await house.talker();
    await talk.tell('我要发布需求');
    await talk.press('同意');
    await talk.tell('金丝雀导引头薄带轧不出来，要靠进口');
    await talk.tell('涉密，转线下');
    expect(await house.onDisk(CANARIES)).toEqual([]);
    expect(JSON.stringify(await talk.seen())).not.toContain('金丝雀');
    await talk.tell('13800000000');
    expect(last(await talk.seen())).toContain('编号');
  });

  it('leaves nothing either when everything was typed in one go, nor of a file sent with it', async () => {
    const talk = await house.talker();
    await talk.tell('我要发布需求');
    await talk.press('同意');
    const bytes = new TextEncoder().encode('金丝雀附件的内容');
    await talk.upload([{ name: '金丝雀附件.txt', bytes }]);
    await Promise.all([talk.say('金丝雀导引头薄带轧不出来'), talk.say('金丝雀闲话'), talk.say('这个涉密')]);
    await house.app.engine.idle();
    await talk.tell('涉密，转线下');
    expect(await house.onDisk(CANARIES)).toEqual([]);
  });

  it('leaves nothing of a case that staff mark offline: record, draft, conversation, notices, journal', async () => {
    const talk = await house.talker();
    await fillNeed(talk);
    await talk.press('提交');
    const [need] = await house.app.store.records.cases({ kinds: ['need'] });
    const reviewer = await house.enter(await house.hire('审核员', 'reviewer'));
    expect(await (await reviewer.get(`/desk/case/${need?.reference}`)).text()).toContain('金丝雀导引头');
    await house.act(reviewer, { do: 'open-case', case: need?.reference ?? '' });
    expect(await house.onDisk(['金丝雀导引头'])).toEqual(['金丝雀导引头']);
    await house.act(reviewer, {
      do: 'act',
      case: need?.reference ?? '',
      action: 'mark-offline',
      version: need?.version ?? 0,
    });
    expect(await house.app.store.records.case(need?.id ?? '')).toMatchObject({ offline: true });
    expect(await house.onDisk(['金丝雀导引头'])).toEqual([]);
    expect(await (await reviewer.get('/desk')).text()).not.toContain('金丝雀导引头');
    expect(last(await talk.tell('帮助'))).not.toBe('');
  });
});

describe('删除我的所有数据', () => {
  it('leaves nothing on disk of somebody who handed nothing in', async () => {
    const talk = await house.talker();
    await talk.tell('转人工');
    await talk.tell('金丝雀闲话');
    await fillNeed(talk);
    const bytes = new TextEncoder().encode('金丝雀附件的内容');
    await talk.upload([{ name: '金丝雀附件.txt', bytes }]);
    await talk.tell('删除我的所有数据');
    const views = await talk.seen();
    const yes = views.at(-1)?.buttons[0]?.label ?? '';
    await talk.press(yes);
    expect(await house.onDisk(CANARIES)).toEqual([]);
  });

  it('leaves nothing of a withdrawn need that staff had looked at', async () => {
    const talk = await house.talker();
    await fillNeed(talk);
    await talk.press('提交');
    const [need] = await house.app.store.records.cases({ kinds: ['need'] });
    const reviewer = await house.enter(await house.hire('审核员', 'reviewer'));
    await house.act(reviewer, { do: 'open-case', case: need?.reference ?? '' });
    await house.act(reviewer, { do: 'queue' });
    await talk.tell('撤回');
    await talk.press((await talk.seen()).at(-1)?.buttons[0]?.label ?? '');
    expect(await house.app.store.records.case(need?.id ?? '')).toMatchObject({ status: 'withdrawn' });
    await talk.tell('删除我的所有数据');
    await talk.press((await talk.seen()).at(-1)?.buttons[0]?.label ?? '');
    expect(await house.onDisk(CANARIES)).toEqual([]);
  });
});
