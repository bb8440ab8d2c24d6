import type { TelegramAnswer, TelegramCall, TelegramWorld } from './telegram-peer.ts';

const FILE_MAX = 20 * 1024 * 1024;

/** Answers one Bot API call against the peer's world. `gone` is aborted when the caller hangs up. */
export async function telegramMethod(
  world: TelegramWorld,
  call: TelegramCall,
  gone: AbortSignal,
): Promise<TelegramAnswer> {
  switch (call.method) {
    case 'getMe':
      return { result: { id: 4242, is_bot: true, first_name: 'Jiebang', username: 'jiebang_test_bot' } };
    case 'setMyCommands':
      return { result: true };
    case 'getUpdates':
      return getUpdates(world, call.body, gone);
    case 'sendMessage':
      return sendMessage(world, call.body);
    case 'editMessageText':
      return editMessageText(world, call.body);
    case 'sendDocument':
      return sendDocument(world, call.body);
    case 'answerCallbackQuery':
      return world.presses.delete(String(call.body.callback_query_id))
        ? { result: true }
        : bad('query is too old and response timeout expired or query ID is invalid');
    case 'getFile':
      return getFile(world, String(call.body.file_id));
    default:
      return { status: 404, description: 'Not Found' };
  }
}

async function getUpdates(
  world: TelegramWorld,
  body: Record<string, unknown>,
  gone: AbortSignal,
): Promise<TelegramAnswer> {
  if (world.webhook) {
    return {
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    };
  }
  world.wake();
  const mine = ++world.polls;
  const offset = typeof body.offset === 'number' ? body.offset : 0;
  world.confirmed.push(...world.pending.filter((each) => each.update_id < offset).map((each) => each.update_id));
  world.pending = world.pending.filter((each) => each.update_id >= offset);
  const until = Date.now() + Number(body.timeout ?? 0) * 1000;
  while (world.pending.length === 0 && Date.now() < until && !gone.aborted && world.polls === mine) {
    await woken(world, until - Date.now(), gone);
  }
  if (world.polls !== mine) {
    return {
      status: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    };
  }
  return { result: world.pending.slice(0, Number(body.limit ?? 100)) };
}

function woken(world: TelegramWorld, ms: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const wake = () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', wake);
      resolve();
    };
    gone.addEventListener('abort', wake);
    world.wake = wake;
  });
}

function sendMessage(world: TelegramWorld, body: Record<string, unknown>): TelegramAnswer {
  const problem = textProblem(body) ?? placeProblem(world, body);
  if (problem) return problem;
  const id = world.nextMessage++;
  world.sent.set(id, { chat: String(body.chat_id), text: String(body.text), keyboard: body.reply_markup });
  return { result: { message_id: id, date: 1, chat: { id: body.chat_id, type: 'private' }, text: body.text } };
}

function editMessageText(world: TelegramWorld, body: Record<string, unknown>): TelegramAnswer {
  const message = world.sent.get(Number(body.message_id));
  if (!message || message.chat !== String(body.chat_id)) return bad('message to edit not found');
  const problem = textProblem(body) ?? placeProblem(world, body);
  if (problem) return problem;
  const same = message.text === body.text && JSON.stringify(message.keyboard) === JSON.stringify(body.reply_markup);
  if (same) return bad('message is not modified: specified new message content and reply markup are exactly the same');
  Object.assign(message, { text: String(body.text), keyboard: body.reply_markup });
  return { result: { message_id: Number(body.message_id), date: 1, chat: { id: body.chat_id, type: 'private' } } };
}

function sendDocument(world: TelegramWorld, body: Record<string, unknown>): TelegramAnswer {
  const problem = placeProblem(world, body);
  if (problem) return problem;
  const file = body.document as { name: string; bytes: Buffer };
  world.documents.push({ chat: String(body.chat_id), ...file });
  return {
    result: { message_id: world.nextMessage++, date: 1, chat: { id: body.chat_id, type: 'private' }, document: {} },
  };
}

function getFile(world: TelegramWorld, id: string): TelegramAnswer {
  const file = world.files.get(id);
  if (!file) return bad('invalid file_id');
  if ((file.size ?? file.bytes.byteLength) > FILE_MAX) return bad('file is too big');
  return {
    result: {
      file_id: id,
      file_unique_id: id,
      file_path: id,
      ...(file.size === undefined ? {} : { file_size: file.size }),
    },
  };
}

function placeProblem(world: TelegramWorld, body: Record<string, unknown>): TelegramAnswer | null {
  return world.blocked.has(String(body.chat_id))
    ? { status: 403, description: 'Forbidden: bot was blocked by the user' }
    : null;
}

function textProblem(body: Record<string, unknown>): TelegramAnswer | null {
  const text = body.text;
  if (typeof text !== 'string' || text.trim() === '') return bad('message text is empty');
  if (text.length > 4096) return bad('message is too long');
  if (/\p{Surrogate}/u.test(text)) return bad('strings must be encoded in UTF-8');
  if (body.parse_mode !== undefined) return bad("can't parse entities: this peer wants plain text");
  const markup = body.reply_markup as { inline_keyboard: { text: string; callback_data: string }[][] } | undefined;
  const buttons = markup?.inline_keyboard.flat() ?? [];
  const wrong = buttons.some(
    (each) => !each.text || Buffer.byteLength(each.callback_data) < 1 || Buffer.byteLength(each.callback_data) > 64,
  );
  return wrong ? bad('BUTTON_DATA_INVALID') : null;
}

function bad(reason: string): TelegramAnswer {
  return { status: 400, description: `Bad Request: ${reason}` };
}
