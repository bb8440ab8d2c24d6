import { describe, expect, test } from 'vitest';
import { telegramInbounds } from '../../src/channels/telegram-format.ts';
import { readUpdate } from '../../src/channels/telegram-update.ts';
import { messageOf, person } from '../support/telegram-updates.ts';

const bot = { id: 4242, username: 'jiebang_test_bot' };
const group = { id: -1001, type: 'supergroup', title: '示例群' };

function read(...updates: object[]) {
  const known = updates.flatMap((update, index) => readUpdate({ update_id: index + 1, ...update }) ?? []);
  return telegramInbounds(known, { bot, receivedAt: '2026-11-23T01:00:00.000Z', joinAlbums: true });
}

function inGroup(text: string, extra: object = {}) {
  return { message: messageOf({ text, ...extra }, person(), group) };
}

describe('private chats', () => {
  test('a deep link is said as the start command', () => {
    const entities = [{ type: 'bot_command', offset: 0, length: 6 }];
    expect(read({ message: messageOf({ text: '/start l_2021-07', entities }) })[0]?.said).toBe('/start l_2021-07');
  });

  test('an edited message names the message it replaces', () => {
    const [first] = read({ edited_message: { ...messageOf({ text: '800万' }), message_id: 31, edit_date: 1 } });
    expect(first).toMatchObject({ edits: '31', messageId: '31', said: '800万' });
  });

  test('the largest photo is the file, and its caption is said', () => {
    const photo = [
      { file_id: 's', file_size: 10 },
      { file_id: 'l', file_size: 90 },
    ];
    const [first] = read({ message: { ...messageOf({ photo, caption: '现场' }), message_id: 40 } });
    expect(first).toMatchObject({ files: [{ id: 'l', name: 'photo-40.jpg', bytes: 90 }], said: '现场' });
  });

  test('a press carries the button, the chat and who pressed', () => {
    const message = { message_id: 9, chat: group, date: 0 };
    const [first] = read({ callback_query: { id: 'c', from: person(8), message, data: 'm.1' } });
    expect(first).toMatchObject({ chose: { button: 'm.1' }, address: { room: '-1001', user: '8' } });
  });

  test('what cannot be for us yields nothing: other kinds, bots, inline presses', () => {
    const robot = { ...person(), is_bot: true };
    const inline = { callback_query: { id: 'c', from: person(), inline_message_id: 'i', data: 'm.1' } };
    expect(read({ poll: {} }, { message: messageOf({ text: 'hi' }, robot) }, inline)).toEqual([]);
  });

  test('order and sequence follow Telegram, albums stand where they begin', () => {
    const album = { media_group_id: 'a', document: { file_id: 'd' } };
    const all = read(
      { message: messageOf({ text: '一' }) },
      { message: messageOf(album) },
      { message: messageOf({ text: '二' }) },
      { message: messageOf(album) },
    );
    expect(all.map((each) => [each.sequence, each.said ?? each.files?.length])).toEqual([
      [0, '一'],
      [1, 2],
      [2, '二'],
    ]);
  });
});

describe('groups', () => {
  test('plain talk, commands and mentions of others are left alone', () => {
    const other = { type: 'bot_command', offset: 0, length: 16 };
    const mention = { type: 'mention', offset: 0, length: 6 };
    expect(
      read(
        inGroup('大家好'),
        inGroup('/list@other_bot', { entities: [other] }),
        inGroup('@other 在吗', { entities: [mention] }),
      ),
    ).toEqual([]);
  });

  test('a mention, a reply and a command are heard, without the name', () => {
    const mention = { type: 'mention', offset: 3, length: 17 };
    const command = { type: 'bot_command', offset: 0, length: 22 };
    const reply_to_message = { message_id: 1, from: { id: 4242, is_bot: true } };
    const heard = read(
      inGroup('请问 @JieBang_test_bot 有电工钢吗', { entities: [mention] }),
      inGroup('那就第二个', { reply_to_message }),
      inGroup('/list@jiebang_test_bot 新材料', { entities: [command] }),
      inGroup('/list 新材料', { entities: [{ ...command, length: 5 }] }),
    );
    expect(heard.map((each) => each.said)).toEqual(['请问  有电工钢吗', '那就第二个', '/list 新材料', '/list 新材料']);
    expect(heard[0]?.address).toEqual({ channel: 'telegram', room: '-1001', user: '77' });
  });

  test('a bare mention asks for help; a forum topic is kept apart', () => {
    const entities = [{ type: 'mention', offset: 0, length: 17 }];
    const [first] = read(inGroup('@jiebang_test_bot', { entities, is_topic_message: true, message_thread_id: 5 }));
    expect(first).toMatchObject({ said: '/help', address: { thread: '5' } });
  });

  test('an edit that does not name the bot is not heard', () => {
    expect(read({ edited_message: messageOf({ text: '改了' }, person(), group) })).toEqual([]);
  });
});

describe('presses', () => {
  const press = (at: string) => {
    const update = readUpdate({
      update_id: Math.random() * 1e9,
      callback_query: {
        id: 'c',
        from: person(),
        message: { message_id: 9, chat: { id: 77, type: 'private' } },
        data: 'm.1',
      },
    });
    return telegramInbounds(update ? [update] : [], { bot, receivedAt: at, joinAlbums: true })[0]?.keys ?? [];
  };

  test('a double tap within fifteen seconds shares a key, the same button a minute later does not', () => {
    for (let second = 0; second < 60; second += 7) {
      const at = Date.parse('2026-11-23T01:00:00Z') + second * 1000;
      const [first, tap, later] = [0, 14_000, 60_000].map((ms) => press(new Date(at + ms).toISOString()));
      expect(tap?.some((key) => first?.includes(key))).toBe(true);
      expect(later?.some((key) => first?.includes(key))).toBe(false);
    }
  });
});
