/** A reply → Telegram messages: plain text below the limit, an inline keyboard under the last one. Pure. */
import type { Button, Reply } from '../ports/channel.ts';
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { replyText } from './reply-text.ts';
import { splitText } from './split-text.ts';

/** Telegram takes 4096 UTF-16 units; a little is kept free. */
const TEXT_MAX = 4000;
const LABEL_MAX = 60;
const ROW_COLUMNS = 26;
const ROW_BUTTONS = 3;

/** One inline button as the Bot API wants it. */
export interface InlineButton {
  readonly text: string;
  readonly callback_data: string;
}

/** One message to send. `keyboard` is a list of rows, empty on all parts but the last. */
export interface TelegramPart {
  readonly text: string;
  readonly keyboard: readonly (readonly InlineButton[])[];
}

/** The messages a reply becomes, in order; none when it only carries files. */
export function telegramParts(reply: Reply, publicUrl: string | null): readonly TelegramPart[] {
  const keyboard = [...packed(cardButtons(reply)), ...packed(reply.buttons)];
  const text = clean(replyText(reply, publicUrl));
  const texts = text.trim() === '' ? (keyboard.length > 0 ? ['…'] : []) : splitText(text, TEXT_MAX);
  return texts.map((part, index) => ({ text: part, keyboard: index === texts.length - 1 ? keyboard : [] }));
}

function cardButtons(reply: Reply): readonly Button[] {
  const several = reply.cards.length > 1;
  return reply.cards.map((card, index) =>
    several ? { ...card.button, label: `${index + 1}. ${card.button.label}` } : card.button,
  );
}

/** Rows that stay readable on a phone: up to three short labels side by side. */
function packed(buttons: readonly Button[]): readonly (readonly InlineButton[])[] {
  const rows: InlineButton[][] = [];
  let columns = 0;
  for (const button of buttons) {
    const text = cut(clean(button.label), LABEL_MAX) || '·';
    const row = rows.at(-1);
    const wide = width(text) + 2;
    if (!row || row.length >= ROW_BUTTONS || columns + wide > ROW_COLUMNS) {
      rows.push([{ text, callback_data: button.id }]);
      columns = wide;
    } else {
      row.push({ text, callback_data: button.id });
      columns += wide;
    }
  }
  return rows;
}

function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}
