/** What we read of a Telegram update; everything else, profile data included, is dropped at the door. */
import { z } from 'zod';

const user = z.object({ id: z.number(), is_bot: z.boolean().optional(), language_code: z.string().optional() });
const chat = z.object({ id: z.number(), type: z.string() });
const file = z.object({ file_id: z.string(), file_name: z.string().optional(), file_size: z.number().optional() });
const entity = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  user: z.object({ id: z.number() }).optional(),
});
const present = z.unknown().optional();
const place = {
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  chat,
};

const message = z.object({
  ...place,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
  media_group_id: z.string().optional(),
  document: file.optional(),
  photo: z.array(file).optional(),
  video: file.optional(),
  audio: file.optional(),
  voice: present,
  sticker: present,
  video_note: present,
  contact: present,
  location: present,
  poll: present,
  dice: present,
});

const callback = z.object({
  id: z.string(),
  from: user,
  message: z.object(place).optional(),
  data: z.string().optional(),
});

const update = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callback.optional(),
});

/** An update of the kinds we ask for. */
export type TelegramUpdate = z.infer<typeof update>;
/** A message as we read it. */
export type TelegramMessage = z.infer<typeof message>;
/** A press on an inline button. */
export type TelegramCallback = z.infer<typeof callback>;

/** The kinds we ask for. Telegram remembers an old setting when they are left out. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query'] as const;

/** Reads one raw update; null for a shape we do not know: one odd update must never hold up the others. */
export function readUpdate(raw: unknown): TelegramUpdate | null {
  const read = update.safeParse(raw);
  return read.success ? read.data : null;
}
