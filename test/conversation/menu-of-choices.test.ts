import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replyView } from '../../src/channels/web/message-view.ts';
import type { Reply } from '../../src/ports/channel.ts';
import { type CareScene, startCareScene } from '../support/care-scene.ts';
import { sampleButton, sampleReply } from '../support/sample-reply.ts';

const AT = '2026-09-07T02:00:00.000Z';
let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

/** A need as far as the question for its sector, which has seven answers. */
async function askedForSector(place: 'web' | 'telegram'): Promise<Reply> {
  const factory = scene.at('factory', place);
  await factory.says('发布需求', '同意', '设备老是漏油，停机检修太多');
  const asked = (await factory.says('一年不漏')).at(-1);
  if (asked?.asks !== 'sector') throw new Error(`asked for ${asked?.asks}`);
  return asked;
}

describe('a question of more answers than a message has buttons', () => {
  it('is a numbered list where there is no room, and says that a number will do', async () => {
    const asked = await askedForSector('telegram');
    expect(asked.text).toContain('可选（回编号就行）：1 电子信息');
    expect(asked.buttons.length).toBeLessThanOrEqual(4);
    const [next] = await scene.at('factory', 'telegram').says('3');
    expect(next?.text).toContain('✓ 产业领域：新材料');
  });

  it('is a menu of all its answers in the web chat, without the list in words', async () => {
    const view = replyView(await askedForSector('web'), AT, null);
    expect(view.buttons.map((button) => button.label)).toEqual([
      '电子信息',
      '先进装备制造',
      '新材料',
      '新能源',
      '现代农业',
      '生物医药',
      '社会发展',
    ]);
    expect(view.text).toContain('这属于哪个产业领域');
    expect(view.text).not.toContain('可选');
  });

  it('takes the answer of its menu like that of any button', async () => {
    const asked = await askedForSector('web');
    const button = asked.menu?.buttons.find((each) => each.label === '新能源');
    const factory = scene.at('factory');
    await scene.kit.receive('factory', { chose: { button: button?.id ?? '' } });
    await scene.kit.engine.idle();
    expect((await factory.drafts())[0]?.answers.sector).toBe('energy');
  });

  it('keeps its menu beside the ways out when the third answer cannot be taken either', async () => {
    await askedForSector('web');
    await scene.at('factory').says('五花八门', '七零八落');
    const [refused] = await scene.at('factory').says('乱七八糟');
    expect(refused?.menu?.buttons.map((button) => button.label)).toEqual(
      expect.arrayContaining(['新材料', '先存着', '转人工']),
    );
  });

  it('offers its menu again after an answer that cannot be taken', async () => {
    await askedForSector('web');
    const [refused] = await scene.at('factory').says('五花八门');
    expect(refused?.asks).toBe('sector');
    expect(refused?.menu?.buttons).toHaveLength(7);
  });

  it('with few answers needs no menu', async () => {
    const view = replyView(sampleReply('要哪个？', { buttons: [sampleButton('m.0', '这个')] }), AT, null);
    expect([view.text, view.buttons.map((button) => button.label)]).toEqual(['要哪个？', ['这个']]);
  });
});

describe('a list that takes no bids any more', () => {
  it('is called closed on its card, and still says when', async () => {
    const lin = scene.at('lin');
    await lin.says('看榜单');
    await scene.later(60, 10);
    const cards = (await lin.says('看榜单')).flatMap((reply) => reply.cards);
    expect(cards.map((card) => card.label)).toEqual(['已截止', '已截止']);
    expect(cards.flatMap((card) => card.facts)).toContain('已于 2026-10-31（周六） 截止');
  });
});
