/** What somebody types while a person was asked for and has not answered yet. */
import { describe, expect, it } from 'vitest';
import { lastTo, officeTests } from '../support/office.ts';

const office = officeTests();

describe('while a person is asked for', () => {
  it('the wish to have everything deleted is obeyed: nothing is passed on, and the held notice never goes out', async () => {
    const kit = await office.open('full');
    await kit.says('p1', '转人工');
    await kit.says('p1', '删除我的全部数据');
    expect(lastTo(kit, 'p1')?.keys).toContain('delete.sure');
    const [request] = await kit.store.requests.waiting();
    expect(request?.words).toEqual([]);
    const reply = lastTo(kit, 'p1');
    const n = reply?.buttons.findIndex(({ label }) => label === '确认删除') ?? -1;
    if (reply) await kit.presses('p1', reply, n);
    expect(await kit.store.requests.waiting()).toEqual([]);
    kit.clock.advance(120_000);
    await kit.engine.idle();
    expect(kit.channels.slack.sent.filter(({ reply: { text } }) => text.includes('求助'))).toEqual([]);
  });

  it('asking once more is the same wish, and no words for it', async () => {
    const kit = await office.open('full');
    await kit.says('p1', '转人工');
    await kit.says('p1', '转人工');
    const waiting = await kit.store.requests.waiting();
    expect(waiting.map(({ words }) => words)).toEqual([[]]);
    await kit.says('p1', '怎么删除我的数据，要找谁办');
    const [request] = await kit.store.requests.waiting();
    expect(request?.words.map(({ text }) => text)).toEqual(['怎么删除我的数据，要找谁办']);
  });
});
