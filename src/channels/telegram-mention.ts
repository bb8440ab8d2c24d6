import type { TelegramMessage } from './telegram-update.ts';

/** The bot itself, as `getMe` tells it. */
export interface TelegramBot {
  readonly id: number;
  readonly username: string;
}

/** True when a message is meant for the bot: in private always, in a group when it is mentioned, replied to or commanded. */
export function isForBot(message: TelegramMessage, bot: TelegramBot): boolean {
  if (message.chat.type === 'private') return true;
  if (message.reply_to_message?.from?.id === bot.id) return true;
  return mentionsOf(message, bot).length > 0 || isCommand(message, bot);
}

/** The words of a message without mentions of the bot and without `@bot` behind a command. */
export function wordsForBot(message: TelegramMessage, bot: TelegramBot): string {
  const text = message.text ?? message.caption ?? '';
  const spoken = mentionsOf(message, bot).reduceRight(
    (left, at) => left.slice(0, at.offset) + left.slice(at.offset + at.length),
    text,
  );
  const command = /^(\/\w+)@(\w+)/.exec(spoken);
  const own = command?.[2]?.toLowerCase() === bot.username.toLowerCase();
  return (own ? `${command?.[1] ?? ''}${spoken.slice(command?.[0].length)}` : spoken).trim();
}

function entitiesOf(message: TelegramMessage) {
  return (message.text === undefined ? message.caption_entities : message.entities) ?? [];
}

function mentionsOf(message: TelegramMessage, bot: TelegramBot) {
  const text = message.text ?? message.caption ?? '';
  const name = `@${bot.username}`.toLowerCase();
  return entitiesOf(message).filter(
    (entity) =>
      (entity.type === 'mention' && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name) ||
      (entity.type === 'text_mention' && entity.user?.id === bot.id),
  );
}

function isCommand(message: TelegramMessage, bot: TelegramBot): boolean {
  if (!entitiesOf(message).some((entity) => entity.type === 'bot_command' && entity.offset === 0)) return false;
  const other = /^\/\w+@(\w+)/.exec(message.text ?? message.caption ?? '')?.[1];
  return other === undefined || other.toLowerCase() === bot.username.toLowerCase();
}
