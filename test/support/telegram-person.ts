/** A person in a private Telegram chat of the loopback peer. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Talk } from './form-walker.ts';
import type { TelegramPeer } from './telegram-peer.ts';
import { person, pressUpdate, textUpdate } from './telegram-updates.ts';

/** Longest silence before the test gives up, milliseconds. */
const PATIENCE = 90_000;

interface Keyboard {
  readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[];
}

/** The Talk of user `id`. A message that comes twice is heard once: every message of a walk is different. */
export function telegramTalk(peer: TelegramPeer, id: number): Talk {
  const who = person(id);
  const heard = new Set<string>();
  return {
    async say(text) {
      peer.push(textUpdate(text, who));
    },
    async press(label) {
      const found = offered(peer, id).findLast((each) => each.label === label);
      if (!found) throw new Error(`no button ${label}`);
      peer.push(pressUpdate(peer, found.data, found.message, who));
    },
    async hear(pattern) {
      const until = Date.now() + PATIENCE;
      while (Date.now() < until) {
        const found = peer.texts(id).find((text) => !heard.has(text) && pattern.test(text));
        if (found !== undefined) {
          heard.add(found);
          return found;
        }
        await wait(25);
      }
      throw new Error(`silence instead of ${pattern}; last seen:\n${peer.texts(id).slice(-3).join('\n')}`);
    },
  };
}

/** Buttons a chat was offered, oldest first. */
function offered(peer: TelegramPeer, id: number): readonly { label: string; data: string; message: number }[] {
  return [...peer.world.sent].flatMap(([message, { chat, keyboard }]) =>
    chat === String(id) && isKeyboard(keyboard)
      ? keyboard.inline_keyboard.flat().map((each) => ({ label: each.text, data: each.callback_data, message }))
      : [],
  );
}

function isKeyboard(value: unknown): value is Keyboard {
  return typeof value === 'object' && value !== null && 'inline_keyboard' in value;
}

/** Messages that one chat got more than once, over all chats. */
export function doubledMessages(peer: TelegramPeer): number {
  const all = [...peer.world.sent.values()].map((each) => `${each.chat} ${each.text}`);
  return all.length - new Set(all).size;
}
