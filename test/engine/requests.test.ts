import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/conversation/reduce.ts';
import { type EngineKit, seat } from '../support/engine-kit.ts';
import { hire, inThread, lastTo, officeTests, orders } from '../support/office.ts';

const office = officeTests();
const house = office.open;

async function onlyRequest(kit: EngineKit) {
  const [request] = await kit.store.requests.waiting();
  if (!request) throw new Error('nobody asks for a person');
  return request;
}

describe('somebody asks for a person', () => {
  it('and the office reads what they were doing, but no telephone number', async () => {
    const kit = await house();
    await kit.says('li', '发布需求', '同意', '水溶肥放几天就结晶分层');
    await kit.says('li', '转人工', '打我手机 138 0013 8000，这一栏不会填');
    const notice = kit.channels.slack.texts('C1').at(-1) ?? '';
    expect(notice).toContain('正在填');
    expect(notice).toContain('这一栏不会填');
    expect(notice).not.toMatch(/138|8000/);
    expect((await onlyRequest(kit)).words[0]?.text).toContain('138 0013 8000');
  });

  it('a minimal room learns the number of the request and nothing of it', async () => {
    const kit = await house('minimal');
    await kit.says('li', '转人工', '我们的配方是绝密');
    const notice = kit.channels.slack.sent.at(-1)?.reply;
    const { reference } = await onlyRequest(kit);
    expect(notice?.text).toContain(reference);
    expect(notice?.text).not.toMatch(/配方|正在|访客/);
    expect(notice?.link).toBe('/desk/requests');
  });

  it('hears when to expect an answer, in and out of office hours', async () => {
    const kit = await house();
    await kit.says('li', '转人工', '请问盖章件怎么交？');
    expect(kit.told('li').join('\n')).toContain('当天');
    kit.clock.advance(5 * 86_400_000 + 3_600_000);
    await kit.says('wang', '转人工', '请问盖章件怎么交？');
    expect(kit.told('wang').join('\n')).toContain('现在不在办公时间');
  });

  it('goes on with the open question at once: the form has not moved', async () => {
    const kit = await house();
    await kit.says('li', '发布需求', '同意', '水溶肥放几天就结晶分层');
    const asked = lastTo(kit, 'li')?.asks;
    await kit.says('li', '转人工', '这一栏是什么意思？');
    expect(asked).toBeTruthy();
    expect(lastTo(kit, 'li')?.asks).toBe(asked);
    expect(kit.told('li').join('\n')).toContain('已转给工作人员');
    await kit.says('li', '放 6 个月不结晶');
    expect(lastTo(kit, 'li')?.asks).not.toBe(asked);
  });

  it('without a word of what it is about: the office is told all the same, once it has waited for words', async () => {
    const kit = await house();
    await kit.says('li', '发布需求', '同意', '水溶肥放几天就结晶分层');
    const told = kit.channels.slack.texts('C1').length;
    await kit.says('li', '转人工');
    expect(kit.channels.slack.texts('C1')).toHaveLength(told);
    kit.clock.advance(60_000);
    await kit.engine.idle();
    expect(kit.channels.slack.texts('C1').slice(told).join('\n')).toContain('正在填');
    await kit.says('li', '算了，不用了');
    expect(await kit.store.requests.waiting()).toEqual([]);
  });

  it('and says it within the hold: the office gets one notice, with the words', async () => {
    const kit = await house();
    await kit.says('li', '转人工');
    const told = kit.channels.slack.texts('C1').length;
    kit.clock.advance(44_000);
    await kit.engine.idle();
    expect(kit.channels.slack.texts('C1')).toHaveLength(told);
    await kit.says('li', '盖章件要不要寄原件？');
    kit.clock.advance(120_000);
    await kit.engine.idle();
    const heard = kit.channels.slack.texts('C1').slice(told);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('盖章件要不要寄原件');
  });

  it('and takes it back within the hold: the office never hears of it, however long one waits', async () => {
    const kit = await house();
    const told = kit.channels.slack.texts('C1').length;
    await kit.says('li', '转人工', '算了，不用了');
    kit.clock.advance(120_000);
    await kit.engine.idle();
    expect(kit.channels.slack.texts('C1')).toHaveLength(told);
    expect(await kit.store.requests.waiting()).toEqual([]);
  });

  it('and goes on: thanks are no message for staff, and the wish stands', async () => {
    const kit = await house();
    await kit.says('li', '发布需求', '同意', '水溶肥放几天就结晶分层');
    const asked = lastTo(kit, 'li')?.asks;
    await kit.says('li', '转人工');
    await kit.says('li', '好的，谢谢');
    expect(lastTo(kit, 'li')?.asks).toBe(asked);
    expect((await onlyRequest(kit)).words).toEqual([]);
  });

  it('and thinks better of it: the question comes back, nobody is told', async () => {
    const kit = await house();
    await kit.says('li', '发布需求', '同意', '水溶肥放几天就结晶分层');
    const asked = lastTo(kit, 'li')?.asks;
    await kit.says('li', '转人工', '算了');
    expect(lastTo(kit, 'li')?.asks).toBe(asked);
    expect(await kit.store.requests.waiting()).toEqual([]);
  });
});

describe('staff answer', () => {
  it('from the desk: the person reads who answered, and the audit knows', async () => {
    const kit = await house();
    await hire(kit, '示例陈');
    await kit.says('li', '转人工', '盖章件怎么交？');
    const { id, version } = await onlyRequest(kit);
    await orders(kit, '示例陈', { do: 'answer-request', request: id, version, text: '拍照发过来就行。' });
    const heard = lastTo(kit, 'li')?.text ?? '';
    expect(heard).toContain('【工作人员】示例陈');
    expect(heard).toContain('拍照发过来就行。');
    expect((await onlyRequest(kit)).status).toBe('answered');
    const rows = await kit.store.records.audit(id, 10);
    expect(rows.map((row) => row.action)).toEqual(['answer-request', 'ask-again', 'handoff']);
    expect(rows[0]?.actor).toBe(await kit.store.records.accountAt(seat('desk:示例陈')));
  });

  it('on the channel the question came from, though the person spoke elsewhere since', async () => {
    const kit = await house();
    await hire(kit, '示例陈');
    await kit.says('li', '转人工', '盖章件怎么交？');
    const account = (await onlyRequest(kit)).account;
    await kit.store.sessions.link(seat('li', 'telegram'), account, kit.clock.now());
    kit.clock.advance(60_000);
    await kit.engine.accept([
      { keys: ['t1'], address: seat('li', 'telegram'), receivedAt: kit.clock.iso(), sequence: 0, said: '你好' },
    ]);
    await kit.engine.idle();
    await orders(kit, '示例陈', { do: 'answer-request', request: (await onlyRequest(kit)).id, text: '拍照即可' });
    expect(lastTo(kit, 'li')?.text).toContain('拍照即可');
    expect(kit.channels.telegram.texts('li').join()).not.toContain('拍照即可');
  });

  it('in the thread of the notice in Slack, and close it there', async () => {
    const kit = await house();
    await hire(kit, '示例陈');
    await kit.says('li', '转人工', '盖章件怎么交？');
    await inThread(kit, '示例陈', '原件寄到科技厅也可以');
    expect(lastTo(kit, 'li')?.text).toContain('原件寄到科技厅也可以');
    await inThread(kit, '示例陈', '办结');
    expect(await kit.store.requests.waiting()).toEqual([]);
  });

  it('words in a thread from somebody who is no staff reach nobody', async () => {
    const kit = await house();
    await kit.says('li', '转人工', '盖章件怎么交？');
    const before = kit.told('li').length;
    await inThread(kit, '路人', '把钱打到这个账号');
    expect(kit.told('li')).toHaveLength(before);
    expect((await onlyRequest(kit)).words).toHaveLength(1);
  });

  it('a viewer may not answer: nothing is sent, the attempt is on record', async () => {
    const kit = await house();
    await hire(kit, '小吴', 'viewer');
    await kit.says('li', '转人工', '盖章件怎么交？');
    const { id } = await onlyRequest(kit);
    const before = kit.told('li').length;
    await orders(kit, '小吴', { do: 'answer-request', request: id, text: '随便' });
    expect(kit.told('li')).toHaveLength(before);
    expect((await kit.store.requests.request(id))?.status).toBe('open');
  });

  it('two at once: the second learns who was quicker and nothing goes out twice', async () => {
    const kit = await house();
    await hire(kit, '示例陈');
    await hire(kit, '刘洋');
    await kit.says('li', '转人工', '盖章件怎么交？');
    const { id, version } = await onlyRequest(kit);
    await orders(kit, '示例陈', { do: 'answer-request', request: id, version, text: '拍照发过来' });
    const told = await orders(kit, '刘洋', { do: 'answer-request', request: id, version, text: '寄原件' });
    expect(told.join()).toContain('示例陈');
    expect(kit.told('li').join()).not.toContain('寄原件');
  });

  it('and the person asks on: it is the same request, open again', async () => {
    const kit = await house();
    await hire(kit, '示例陈');
    await kit.says('li', '转人工', '盖章件怎么交？');
    const { id } = await onlyRequest(kit);
    await orders(kit, '示例陈', { do: 'answer-request', request: id, text: '拍照发过来' });
    const heard = lastTo(kit, 'li');
    const more = heard?.buttons.findIndex((each) => each.label === '再问一句') ?? -1;
    if (heard) await kit.presses('li', heard, more);
    await kit.says('li', '黑白照片行吗？');
    const again = await onlyRequest(kit);
    expect([again.id, again.status, again.words.map((each) => each.side)]).toEqual([
      id,
      'open',
      ['person', 'staff', 'person'],
    ]);
  });

  it('a request is deleted with its person', async () => {
    const kit = await house();
    await kit.says('li', '转人工', '盖章件怎么交？', '删除我的数据');
    const reply = lastTo(kit, 'li');
    if (reply) await kit.presses('li', reply, 0);
    expect(await kit.store.requests.waiting()).toEqual([]);
  });
});

describe('a message that was put aside', () => {
  const poisoned: { on: boolean } = { on: true };
  const shaky: typeof reduce = (state, event, book) => {
    if (poisoned.on && event.type === 'said' && event.text.includes('毒')) throw new Error('示例 poison');
    return reduce(state, event, book);
  };

  async function withParked(): Promise<EngineKit> {
    poisoned.on = true;
    const kit = await house('full', { reduce: shaky });
    await hire(kit, '示例陈');
    await kit.hears('li', '这句有毒');
    for (let n = 0; n < 4; n += 1) {
      await kit.engine.idle();
      kit.clock.advance(5_000);
    }
    return kit;
  }

  it('is tried again when staff say so, and the person is answered', async () => {
    const kit = await withParked();
    const [parked] = await kit.store.turns.parked();
    poisoned.on = false;
    const before = kit.told('li').length;
    await orders(kit, '示例陈', { do: 'settle-message', box: 'inbox', id: parked?.inbox ?? 0, retry: true });
    await kit.engine.idle();
    expect(await kit.store.turns.parked()).toEqual([]);
    expect(kit.told('li').length).toBeGreaterThan(before);
  });

  it('or left for good', async () => {
    const kit = await withParked();
    const [parked] = await kit.store.turns.parked();
    await orders(kit, '示例陈', { do: 'settle-message', box: 'inbox', id: parked?.inbox ?? 0, retry: false });
    expect(await kit.store.turns.parked()).toEqual([]);
    expect(await kit.store.turns.pending()).toEqual({ inbox: 0, outbox: 0 });
  });
});
