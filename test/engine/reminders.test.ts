import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type CareScene, keysOf, startCareScene, wordsOf } from '../support/care-scene.ts';
import { startKit } from '../support/engine-kit.ts';

let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

/** The steel list of the scene closes on 31 October 2026; the scene begins on 7 September. */
const DAY_BEFORE = 53;

async function paused() {
  const lin = scene.at('lin');
  await lin.says('我要揭电工钢', '同意', '示例理工大学');
  const said = await lin.says('先存着');
  return { lin, said };
}

describe('a draft that is not handed in', () => {
  it('says on pausing until when it is kept', async () => {
    const { said } = await paused();
    expect(keysOf(said)).toContain('care.draft-kept');
    expect(wordsOf(said)).toContain('2026-11-30');
  });

  it('is reminded of once, on the day before the last day, between 9:00 and 20:00', async () => {
    const { lin } = await paused();
    await scene.later(DAY_BEFORE - 1, 12);
    expect(lin.news()).toEqual([]);
    await scene.later(1, 8);
    expect(lin.news()).toEqual([]);
    await scene.later(0, 9);
    const told = lin.news();
    expect(keysOf(told)).toEqual(['care.remind']);
    expect(wordsOf(told)).toMatch(/2026-10-31/);
    await scene.later(0, 15);
    await scene.later(1, 10);
    expect(lin.news()).toEqual([]);
    expect(wordsOf(await lin.presses('继续填'))).toContain('2/4');
  });

  it('is not reminded of in the evening, nor afterwards on the last day', async () => {
    const { lin } = await paused();
    await scene.later(DAY_BEFORE, 20);
    await scene.later(1, 9);
    expect(lin.news()).toEqual([]);
  });

  it('is not reminded of after 不再提醒, and the others still are', async () => {
    const { lin } = await paused();
    await lin.says('我要揭腐植酸', '示例理工大学');
    await lin.says('先存着');
    await scene.later(42, 10);
    expect(keysOf(lin.news())).toEqual(['care.remind']);
    expect(keysOf(await lin.presses('不再提醒'))).toContain('care.no-reminder');
    await scene.later(11, 10);
    expect(keysOf(lin.news())).toEqual(['care.remind']);
  });

  it('is not reminded of once it is handed in, discarded, or every reminder was ended by one word', async () => {
    const { lin } = await paused();
    expect(keysOf(await lin.says('不再提醒'))).toContain('care.ended-all');
    await scene.later(DAY_BEFORE, 10);
    expect(lin.news()).toEqual([]);
    const wang = scene.at('wang');
    await wang.says('我要揭电工钢', '同意', '示例理工大学');
    await wang.says('取消', '2');
    await scene.later(0, 11);
    expect(keysOf(wang.news())).not.toContain('care.remind');
  });

  it('keeps the question in hand when the reminder comes in the middle of it', async () => {
    const lin = scene.at('lin');
    await lin.says('我要揭电工钢', '同意', '示例理工大学');
    await scene.later(DAY_BEFORE, 10);
    expect(keysOf(lin.news())).toEqual(['care.remind']);
    await lin.says('张三');
    expect((await lin.drafts())[0]?.answers).toMatchObject({ lead: '张三' });
  });

  it('goes thirty days after the last day, and that is said', async () => {
    const { lin } = await paused();
    await scene.later(DAY_BEFORE + 31, 10);
    lin.news();
    expect(await lin.drafts()).toHaveLength(1);
    await scene.later(1, 10);
    expect(keysOf(lin.news())).toEqual(['care.expired']);
    expect(await lin.drafts()).toEqual([]);
  });
});

describe('exactly once, whatever happens to the process', () => {
  it('a reminder is sent once over a restart, and a second process is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiebang-care-'));
    const url = `sqlite:${folder}/bot.db`;
    const { clock } = scene.kit;
    const first = await openStore(url, { clock, randomId });
    const listing = await scene.kit.store.records.cases({ kinds: ['listing'] });
    await first.load.load({ cases: listing });
    const parts = { ...scene.kit.parts, clock, channels: scene.kit.channels };
    const one = await startKit({ ...parts, store: first });
    await one.says('lin', '我要揭电工钢');
    await one.says('lin', '同意');
    await one.says('lin', '示例理工大学');
    clock.advance(DAY_BEFORE * 86_400_000);
    await one.engine.idle();
    await expect(openStore(url, { clock, randomId })).rejects.toThrow('in use');
    await one.close();
    const second = await openStore(url, { clock, randomId });
    const two = await startKit({ ...parts, store: second });
    await two.engine.idle();
    const reminders = scene.kit.channels.web.sent.filter((each) => each.reply.keys.includes('care.remind'));
    expect(reminders).toHaveLength(1);
    await two.close();
    await rm(folder, { recursive: true, force: true });
  });
});
