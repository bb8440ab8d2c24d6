import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/ports/channel.ts';
import { slackBench } from '../support/slack-bench.ts';
import { buttonPress, messageEvent } from '../support/slack-requests.ts';
import { until } from '../support/until.ts';

const WORDS = { label: '原因', hint: '原样转给对方', send: '提交', cancel: '算了', needed: '请先写明原因。' };
const bench = slackBench();

/** The event of a kind that is no message. */
function event(body: object) {
  return { ...messageEvent(''), event: body };
}

function submission(reason: string, metadata: object) {
  return {
    type: 'view_submission',
    team: { id: 'T100' },
    user: { id: 'U7', team_id: 'T100' },
    view: {
      id: 'V1',
      callback_id: 'reason',
      private_metadata: JSON.stringify(metadata),
      state: { values: { reason: { reason: { type: 'plain_text_input', value: reason } } } },
    },
  };
}

function reasonPressed(trigger = 'tr.9') {
  const press = buttonPress('M1.1', { trigger_id: trigger });
  const [action] = press.actions;
  return { ...press, actions: [{ ...action, action_id: 'reason:M1.1', text: { type: 'plain_text', text: '退回' } }] };
}

describe('a press that owes a reason', () => {
  it('opens a form before anything is stored or looked up, and is acknowledged at once', async () => {
    await bench.listening({ reason: WORDS });
    const done = await bench.peer.sendAction(reasonPressed());
    expect([done.status, done.body]).toEqual([200, '']);
    await until(() => bench.peer.calls('views.open').length === 1);
    const [opened] = bench.peer.calls('views.open');
    expect(JSON.stringify(opened)).toContain('退回');
    expect(bench.inbox.messages).toEqual([]);
  });

  it('comes in with its reason once the form is sent', async () => {
    await bench.listening({ reason: WORDS });
    const done = await bench.peer.sendAction(
      submission('请附检测报告', { button: 'M1.1', room: 'C1', thread: '17.1' }),
    );
    expect(done.body).toBe('');
    expect(bench.inbox.messages).toMatchObject([
      {
        chose: { button: 'M1.1' },
        said: '请附检测报告',
        address: { channel: 'slack', room: 'C1', user: 'T100:U7', thread: '17.1' },
      },
    ]);
  });

  it('an empty reason stays in the form with a word beside the field', async () => {
    await bench.listening({ reason: WORDS });
    const done = await bench.peer.sendAction(submission(' …… ', { button: 'M1.1', room: 'C1' }));
    expect(JSON.parse(done.body)).toEqual({ response_action: 'errors', errors: { reason: '请先写明原因。' } });
    expect(bench.inbox.messages).toEqual([]);
  });

  it('a form sent twice over a bad line is one decision', async () => {
    await bench.listening({ reason: WORDS });
    const form = submission('请附检测报告', { button: 'M1.1', room: 'C1' });
    await bench.peer.sendAction(form);
    await bench.peer.sendAction(form);
    expect(bench.inbox.messages).toHaveLength(1);
  });

  it('whose trigger has expired counts as a plain press: the bot asks in the conversation', async () => {
    await bench.listening({ reason: WORDS });
    await bench.peer.sendAction(reasonPressed('late.1'));
    await until(() => bench.inbox.messages.length === 1);
    expect(bench.inbox.messages).toMatchObject([{ chose: { button: 'M1.1' } }]);
  });

  it('is marked on the button of its act only', async () => {
    const channel = await bench.listening();
    const reply: Reply = {
      id: 'm'.repeat(26),
      text: '新技术需求',
      buttons: [
        { id: 'M1.0', label: '受理' },
        { id: 'M1.1', label: '退回', asks: 'reason' },
      ],
      cards: [],
      files: [],
      keys: [],
    };
    await channel.send({ channel: 'slack', room: 'C1', user: 'C1' }, reply);
    const [posted] = bench.peer.calls('chat.postMessage');
    const ids = JSON.stringify(posted).match(/"action_id":"[^"]+"/g);
    expect(ids).toEqual(['"action_id":"M1.0"', '"action_id":"reason:M1.1"']);
  });
});

describe('the home tab', () => {
  it('shows what waits, read anew every time it is opened', async () => {
    let n = 1;
    const home = async () => ({
      title: `待办 ${n++} 件`,
      rows: [{ text: '技术需求 N-1', open: '打开', href: null }],
      note: null,
    });
    await bench.listening({ home });
    await bench.peer.sendEvent(event({ type: 'app_home_opened', user: 'U7', tab: 'home' }));
    await bench.peer.sendEvent({ ...event({ type: 'app_home_opened', user: 'U7', tab: 'home' }), event_id: 'EvB' });
    await until(() => bench.peer.calls('views.publish').length === 2);
    expect(JSON.stringify(bench.peer.calls('views.publish'))).toMatch(/待办 1 件[\s\S]*待办 2 件/);
    expect(bench.inbox.messages).toEqual([]);
  });

  it('stays empty for people who are no staff', async () => {
    await bench.listening({ home: async () => null });
    const done = await bench.peer.sendEvent(event({ type: 'app_home_opened', user: 'U8' }));
    expect(done.status).toBe(200);
    expect(bench.peer.calls('views.publish')).toEqual([]);
  });
});

describe('a member who leaves the workspace', () => {
  it('is revoked before Slack is answered', async () => {
    const left: string[] = [];
    await bench.listening({ left: async ({ user }) => void left.push(user) });
    await bench.peer.sendEvent(event({ type: 'user_change', user: { id: 'U7', team_id: 'T100', deleted: true } }));
    expect(left).toEqual(['T100:U7']);
  });

  it('a changed picture revokes nobody', async () => {
    const left: string[] = [];
    await bench.listening({ left: async ({ user }) => void left.push(user) });
    await bench.peer.sendEvent(event({ type: 'user_change', user: { id: 'U7', team_id: 'T100', deleted: false } }));
    expect(left).toEqual([]);
  });

  it('when that fails Slack is asked to send it again', async () => {
    await bench.listening({
      left: async () => {
        throw new Error('示例: disk full');
      },
    });
    const done = await bench.peer.sendEvent(event({ type: 'user_change', user: { id: 'U7', deleted: true } }));
    expect(done.status).toBe(503);
  });
});
