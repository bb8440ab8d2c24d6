import { describe, expect, test } from 'vitest';
import { readSlackBody } from '../../src/channels/slack-body.ts';
import { slackInbounds } from '../../src/channels/slack-format.ts';
import { typedText } from '../../src/channels/slack-text.ts';
import { buttonPress, messageEvent, slashCommand } from '../support/slack-requests.ts';

function read(raw: object) {
  const body = readSlackBody(raw);
  return body
    ? slackInbounds(body, { self: { team: 'T100', user: 'U0BOT' }, receivedAt: '2026-11-23T01:00:00.000Z' })
    : [];
}

const inChannel = { channel: 'C1', channel_type: 'group' };

describe('messages', () => {
  test('in a channel only a mention or a reply to one of our messages is heard', () => {
    expect(read(messageEvent('大家好', inChannel))).toEqual([]);
    expect(read(messageEvent('回复别人', { ...inChannel, thread_ts: '1.1', parent_user_id: 'U5' }))).toEqual([]);
    expect(read(messageEvent('<@U0BOT> 有几件', inChannel))[0]?.said).toBe('有几件');
    const [reply] = read(messageEvent('材料不全', { ...inChannel, thread_ts: '1.1', parent_user_id: 'U0BOT' }));
    expect(reply).toMatchObject({ said: '材料不全', address: { room: 'C1', thread: '1.1' } });
  });

  test('robots, our own words, notes and deletions are not heard', () => {
    expect(read(messageEvent('x', { bot_id: 'B1' }))).toEqual([]);
    expect(read(messageEvent('x', { user: 'U0BOT' }))).toEqual([]);
    expect(read(messageEvent('x', { subtype: 'channel_join' }))).toEqual([]);
    expect(read(messageEvent('', { subtype: 'message_deleted' }))).toEqual([]);
  });

  test('an edited message names the message it replaces; an unfurled one is not an edit', () => {
    const message = { type: 'message', user: 'U7', text: '800万', ts: '5.5', edited: { user: 'U7', ts: '6.6' } };
    const [edit] = read(messageEvent('', { subtype: 'message_changed', message, user: undefined, text: undefined }));
    expect(edit).toMatchObject({
      edits: '5.5',
      messageId: '5.5',
      said: '800万',
      address: { room: 'D7', user: 'T100:U7' },
    });
    expect(read(messageEvent('', { subtype: 'message_changed', message: { ...message, edited: undefined } }))).toEqual(
      [],
    );
  });

  test('files come with their names, a voice clip as unreadable', () => {
    const files = [{ id: 'F1', name: '申报书.docx', size: 9, url_private: 'https://files.slack.com/x' }];
    expect(read(messageEvent('材料', { subtype: 'file_share', files }))[0]?.files).toEqual([
      { id: 'F1', name: '申报书.docx', bytes: 9 },
    ]);
    const clip = [{ id: 'F2', name: 'audio.m4a', subtype: 'slack_audio' }];
    expect(read(messageEvent('', { subtype: 'file_share', files: clip }))[0]).toMatchObject({ unreadable: 'voice' });
  });

  test('a message has two keys, so that a retry under another event id is known', () => {
    expect(read(messageEvent('x', { ts: '5.5' }, 'Ev1'))[0]?.keys).toEqual([
      'slack:T100:event:Ev1',
      'slack:T100:message:D7:5.5',
    ]);
  });
});

describe('presses and commands', () => {
  test('a press names button, person, message and thread', () => {
    const [press] = read(buttonPress('m1.0', { container: { message_ts: '5.5', thread_ts: '4.4', channel_id: 'C1' } }));
    expect(press).toMatchObject({ chose: { button: 'm1.0' }, address: { room: 'C1', user: 'T100:U7', thread: '4.4' } });
    expect(press?.keys[0]).toMatch(/^slack:T100:press:U7:1790000001\.\d+:5\.5$/);
  });

  test('/bang list is said as /list, Chinese as it is, nothing as help', () => {
    expect(['list', 'queue 新材料', '电工钢的榜', ''].map((text) => read(slashCommand(text))[0]?.said)).toEqual([
      '/list',
      '/queue 新材料',
      '电工钢的榜',
      '/help',
    ]);
  });
});

test('what was typed comes out of Slack’s markup', () => {
  const typed =
    '<@U0BOT> 邮箱 <mailto:a@b.cn|a@b.cn> 网址 <https://x.cn/?a=1&amp;b=2> 电话 <tel:+861|+86 1> 3 &lt; 5 &amp; <!here> <#C1|gaoxin> &amp;lt;';
  expect(typedText(typed, 'U0BOT')).toBe(
    '邮箱 a@b.cn 网址 https://x.cn/?a=1&b=2 电话 +86 1 3 < 5 & @here #gaoxin &lt;',
  );
});
