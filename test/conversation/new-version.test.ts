import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { type CareScene, keysOf, type Speaker, startCareScene } from '../support/care-scene.ts';
import { seat } from '../support/engine-kit.ts';

let scene: CareScene;
let lin: Speaker;
beforeEach(async () => {
  scene = await startCareScene();
  lin = scene.at('lin');
  await lin.says('我要揭电工钢', '同意', '示例理工大学', '张三', '13800138000', '有中试线');
});
afterEach(() => scene.stop());

const interest = async () => (await scene.kit.store.records.cases({ kinds: ['interest'] }))[0];
const notices = () =>
  scene.kit.channels.web.sent
    .filter((each) => each.to.room === 'desk')
    .flatMap((each) => each.reply.notice?.kind ?? []);

/** Edits the message with these words. */
async function edits(words: string, text: string): Promise<readonly string[]> {
  const rows = await scene.kit.store.messages.transcript(seat('lin'), 100);
  const edited = rows.find((row) => row.direction === 'in' && row.text === words)?.messageId;
  const before = scene.kit.channels.web.sent.length;
  const message = { keys: [randomId()], address: seat('lin'), receivedAt: scene.kit.clock.iso(), sequence: 0 };
  await scene.kit.engine.accept([{ ...message, said: text, edits: edited ?? 'none' }]);
  await scene.kit.engine.idle();
  return keysOf(scene.kit.channels.web.sent.slice(before).map((each) => each.reply));
}

describe('an interest that was handed in', () => {
  it('is changed until the last day as a new version, and staff are told once for it', async () => {
    await lin.presses('提交');
    expect(await interest()).toMatchObject({ submission: 1 });
    expect(await edits('示例理工大学', '示例科技大学')).toContain('edited.submitted');
    expect((await interest())?.answers.unit).toBe('示例理工大学');
    expect((await lin.drafts())[0]?.answers.unit).toBe('示例理工大学');
    await lin.presses('改一改');
    await lin.says('示例科技大学');
    await lin.presses('提交');
    expect(await interest()).toMatchObject({ submission: 2, answers: { unit: '示例科技大学' } });
    expect(notices().filter((kind) => kind === 'interest-changed')).toHaveLength(1);
    expect((await lin.drafts())[0]?.stage).toBe('bid');
  });

  it('is not changed after the last day; the date and a contact are named', async () => {
    await lin.presses('提交');
    await edits('示例理工大学', '示例科技大学');
    await scene.later(60, 10);
    expect(keysOf(await lin.presses('改一改'))).toEqual(expect.arrayContaining(['care.list-closed', 'submit.fixed']));
    await lin.says('提交');
    expect(await interest()).toMatchObject({ submission: 1, answers: { unit: '示例理工大学' } });
  });
});

describe('editing an old message', () => {
  it('corrects the answer it gave while nothing is handed in', async () => {
    expect(await edits('示例理工大学', '示例科技大学')).toContain('edited.taken');
    expect((await lin.drafts())[0]?.answers.unit).toBe('示例科技大学');
  });

  it('changes nothing after two days, and that is said', async () => {
    await scene.later(3, 10);
    expect(await edits('示例理工大学', '示例科技大学')).toContain('care.edited-late');
    expect((await lin.drafts())[0]?.answers.unit).toBe('示例理工大学');
  });
});
