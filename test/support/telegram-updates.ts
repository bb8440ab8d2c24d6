/** Raw Telegram updates as the platform sends them, profile data included. 示例 people. */
import type { TelegramPeer } from './telegram-peer.ts';

let nextId = 10;

/** A person in a private chat. */
export function person(id = 77) {
  return {
    id,
    is_bot: false,
    first_name: '示例',
    last_name: '用户',
    username: 'shili_yonghu',
    language_code: 'zh-hans',
  };
}

/** A message with given content, in the private chat of `from` unless a chat is given. */
export function messageOf(
  content: object,
  from = person(),
  chat: object = { id: from.id, type: 'private', first_name: '示例' },
) {
  return { message_id: ++nextId, date: 1_790_000_000, from, chat, ...content };
}

/** An update with a plain text message. */
export function textUpdate(text: string, from = person()) {
  return { message: messageOf({ text }, from) };
}

/** A press on a button under message `messageId`. The peer must know it, so that it can be answered. */
export function pressUpdate(peer: TelegramPeer, data: string, messageId = 500, from = person()) {
  const id = `press-${++nextId}`;
  peer.world.presses.add(id);
  const message = { message_id: messageId, date: 1, chat: { id: from.id, type: 'private' }, text: 'x' };
  return { callback_query: { id, from, chat_instance: '1', message, data } };
}

/** A document kept by the peer and the update that carries it. */
export function documentUpdate(peer: TelegramPeer, name: string, bytes: Buffer, extra: object = {}) {
  const id = `file-${++nextId}`;
  peer.world.files.set(id, { bytes, size: bytes.byteLength });
  const document = {
    file_id: id,
    file_unique_id: id,
    file_name: name,
    mime_type: 'application/pdf',
    file_size: bytes.byteLength,
  };
  return { message: messageOf({ document, ...extra }) };
}
