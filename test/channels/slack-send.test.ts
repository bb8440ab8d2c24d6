import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/conversation/address.ts';
import { sampleButton, sampleCard, sampleNotice, sampleReply } from '../support/sample-reply.ts';
import { slackBench } from '../support/slack-bench.ts';

const bench = slackBench();
const room: Address = { channel: 'slack', room: 'C1', user: '' };
const reader: Address = { channel: 'slack', room: 'C1', user: 'T100:U7' };
const direct: Address = { channel: 'slack', room: 'D7', user: 'T100:U7' };

const tried = (sending: Promise<unknown>) => sending.catch((thrown: unknown) => thrown);

describe('sending', () => {
  test('a notice is plain blocks with two buttons; the preview says its reference only', async () => {
    const slack = await bench.listening();
    const buttons = ['受理', '退回', '更多'].map((label, index) => sampleButton(`m.${index}`, label));
    await slack.send(room, sampleNotice('新申报：超薄电工钢\n申报单位 示例大学', { buttons, link: '/desk/J-7K3M' }));
    const [call] = bench.peer.calls('chat.postMessage');
    expect(call?.text).toBe('J-7K3M');
    expect(call?.blocks).toMatchObject([
      { type: 'section', text: { type: 'plain_text', text: '新申报：超薄电工钢\n申报单位 示例大学', emoji: false } },
      { type: 'actions', elements: [{ value: 'm.0' }, { value: 'm.1' }] },
      { type: 'context', elements: [{ type: 'mrkdwn', text: '<https://bang.example/desk/J-7K3M>' }] },
    ]);
    expect(JSON.stringify(call?.blocks)).not.toContain('m.2');
  });

  test('hostile markup stays letters', async () => {
    const slack = await bench.listening();
    const hostile = '<!channel> <@U1> <https://evil.example|点我> *粗* :boom: \ud800完';
    await slack.send(direct, sampleReply(hostile, { cards: [sampleCard(hostile)] }));
    const [call] = bench.peer.calls('chat.postMessage');
    expect(call?.text).toBe('&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|点我&gt; *粗* :boom: 完');
    expect(JSON.stringify(call?.blocks)).not.toContain('"mrkdwn"');
    expect(call?.blocks).toMatchObject([
      { text: { type: 'plain_text' } },
      { text: { type: 'plain_text' }, accessory: { value: 'm.1' } },
    ]);
  });

  test('a long text stays within Block Kit and whole', async () => {
    const slack = await bench.listening();
    const text = '揭榜👩‍🔬挂帅'.repeat(1500);
    await slack.send(direct, sampleReply(text));
    const blocks = bench.peer.calls('chat.postMessage')[0]?.blocks as { text: { text: string } }[];
    expect(blocks.map((block) => block.text.text).join('')).toBe(text);
  });

  test('a decided notice is changed in place; a deleted one is posted anew', async () => {
    const slack = await bench.listening();
    const receipt = await slack.send(room, sampleNotice('待办'));
    expect(await slack.send(room, sampleNotice('已由示例受理'), receipt)).toEqual(receipt);
    expect(bench.peer.world.messages).toHaveLength(1);
    expect(JSON.stringify(bench.peer.world.messages[0]?.args.blocks)).toContain('已由示例受理');
    bench.peer.fault('chat.update', { kind: 'refused', status: 200, reason: 'message_not_found' });
    expect(await slack.send(room, sampleNotice('已退回'), receipt)).not.toEqual(receipt);
  });

  test('an answer to somebody in a channel is for their eyes only, in the thread they wrote in', async () => {
    const slack = await bench.listening();
    await slack.send({ ...reader, thread: '1.2' }, sampleReply('这件事需要审核人来办'));
    expect(bench.peer.calls('chat.postEphemeral')[0]).toMatchObject({ channel: 'C1', user: 'U7', thread_ts: '1.2' });
    expect(bench.peer.calls('chat.postMessage')).toEqual([]);
  });

  test('what is meant for a whole channel is posted there, notice or not', async () => {
    const slack = await bench.listening();
    await slack.send({ channel: 'slack', room: 'C1', user: 'C1' }, sampleReply('昨夜积压 23 条'));
    await slack.send(room, sampleReply('补一句'));
    expect(bench.peer.world.messages.map((message) => [message.channel, message.only])).toEqual([
      ['C1', null],
      ['C1', null],
    ]);
  });

  test('who cannot be reached in the channel is written to directly, and so is a bare user', async () => {
    const slack = await bench.listening();
    bench.peer.world.members.set('C1', ['U1']);
    await slack.send(reader, sampleReply('请在私信里继续'));
    await slack.send({ channel: 'slack', room: '', user: 'T100:U8' }, sampleReply('您好'));
    expect(bench.peer.world.messages.map((message) => message.channel)).toEqual(['D-U7', 'D-U8']);
  });

  test('a post whose answer was lost is found again instead of posted twice', async () => {
    const slack = await bench.listening();
    const notice = sampleNotice('只此一份');
    bench.peer.fault('chat.postMessage', { kind: 'lost-answer' });
    expect(await tried(slack.send(room, notice))).toMatchObject({ code: 'delivery', retryable: true });
    const receipt = await slack.send(room, notice);
    expect(bench.peer.world.messages.map((message) => message.ts)).toEqual([receipt.ts]);
    await slack.send(room, sampleNotice('另一份'));
    expect(bench.peer.world.messages).toHaveLength(2);
  });

  test('a post that never arrived is posted by the next try', async () => {
    const slack = await bench.listening();
    const notice = sampleNotice('断线');
    bench.peer.fault('chat.postMessage', { kind: 'cut' }, { kind: 'server-error' });
    await tried(slack.send(room, notice));
    await tried(slack.send(room, notice));
    await slack.send(room, notice);
    expect(bench.peer.world.messages).toHaveLength(1);
  });

  test('papers are uploaded into direct messages, once each though Slack stumbles; never into a channel', async () => {
    const slack = await bench.listening();
    const files = [
      { document: 'application' as const, id: 'x', name: 'a' },
      { document: 'my-data' as const, id: 'y', name: 'b' },
    ];
    const reply = sampleReply('您的材料', { files });
    bench.peer.fault('files.completeUploadExternal', { kind: 'refused', status: 200, reason: 'internal_error' });
    expect(await tried(slack.send(direct, reply))).toMatchObject({ retryable: true });
    await slack.send(direct, reply);
    const uploads = () => [...bench.peer.world.uploads.values()].filter((each) => each.channel !== null);
    expect(uploads().map((each) => [each.name, each.channel, String(each.bytes)])).toEqual([
      ['application.docx', 'D7', 'docx bytes'],
      ['my-data.docx', 'D7', 'docx bytes'],
    ]);
    expect(bench.peer.world.messages).toHaveLength(1);
    await slack.send(room, sampleNotice('新申报', { files }));
    expect(uploads()).toHaveLength(2);
  });

  test('one call, one try: the channel limit comes back as a time to wait', async () => {
    const slack = await bench.listening();
    bench.peer.world.spacing = 30_000;
    await slack.send(room, sampleNotice('一'));
    expect(await tried(slack.send(room, sampleNotice('二')))).toMatchObject({ retryable: true, retryAfterMs: 30_000 });
    expect(bench.peer.calls('chat.postMessage')).toHaveLength(2);
  });

  test.each([
    ['channel_not_found', false, undefined],
    ['is_archived', false, undefined],
    ['invalid_blocks', false, undefined],
    ['internal_error', true, undefined],
    ['token_revoked', true, 300_000],
    ['missing_scope', true, 300_000],
  ] as const)('%s: retryable %s after %s ms', async (reason, retryable, retryAfterMs) => {
    const slack = await bench.listening();
    bench.peer.fault('chat.postMessage', { kind: 'refused', status: 200, reason });
    expect(await tried(slack.send(room, sampleNotice('x')))).toMatchObject({
      code: 'delivery',
      retryable,
      retryAfterMs,
    });
  });

  test('no error and no log line holds the token or what people said', async () => {
    const slack = await bench.listening();
    const errors: unknown[] = [];
    for (const kind of ['server-error', 'cut', 'garbage', 'lost-answer'] as const) {
      bench.peer.fault('chat.postMessage', { kind });
      errors.push(await tried(slack.send(room, sampleNotice('秘密内容'))));
    }
    const told = errors
      .map((error) =>
        error instanceof Error ? `${error.message}${error.stack}${String(error.cause)}` : 'not an error',
      )
      .join();
    expect(told).not.toMatch(/canary|秘密|not an error/);
    expect(bench.log.text()).not.toMatch(/canary|秘密/);
  });
});

describe('rooms and files', () => {
  test('a room is private only when nobody from outside is in it', async () => {
    const slack = await bench.listening();
    bench.peer.world.channels.set('C2', { is_private: false }).set('C3', { is_private: true, is_ext_shared: true });
    expect(await Promise.all(['C1', 'C2', 'C3', 'C4'].map((id) => slack.isPrivate(id)))).toEqual([
      true,
      false,
      false,
      null,
    ]);
  });

  test('a file is fetched with the token from Slack only, up to the limit', async () => {
    const slack = await bench.listening();
    bench.peer.world.files
      .set('F1', { bytes: Buffer.alloc(5000, 1), size: 5000 })
      .set('F2', { bytes: Buffer.alloc(0), size: 1, url: 'https://evil.example/x' });
    bench.peer.world.files.set('F3', { bytes: Buffer.alloc(9000), size: 10 });
    const file = (id: string) => ({ id, name: 'a.pdf', bytes: null });
    expect((await slack.fetchFile?.(file('F1'), 10_000))?.byteLength).toBe(5000);
    for (const id of ['F2', 'F3'])
      await expect(slack.fetchFile?.(file(id), 6000)).rejects.toMatchObject({ retryable: false });
    await expect(slack.fetchFile?.(file('F1'), 4000)).rejects.toMatchObject({ retryable: false });
  });
});
