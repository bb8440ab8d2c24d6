/** Slack requests → inbound messages. Pure. */
import type { Address } from '../conversation/address.ts';
import type { FileRef, Inbound } from '../ports/message.ts';
import type { SlackBody, SlackEvent, SlackPress } from './slack-body.ts';
import { typedText } from './slack-text.ts';

/** Who we are in the workspace, as `auth.test` tells it. */
export interface SlackSelf {
  readonly team: string;
  readonly user: string;
}

/** What reading a request needs beside it. */
export interface SlackContext {
  readonly self: SlackSelf;
  readonly receivedAt: string;
}

/** The messages of one request: one, several presses, or none when it is not meant for us. */
export function slackInbounds(body: SlackBody, context: SlackContext): readonly Inbound[] {
  switch (body.type) {
    case 'event_callback': {
      const key = `slack:${context.self.team}:event:${body.event_id}`;
      const { event } = body;
      // Of a home that is opened and a member who left nothing is said.
      if (event.type === 'app_home_opened' || event.type === 'user_change') return [];
      const inbound = event.subtype === 'message_changed' ? edited(event, key, context) : spoken(event, key, context);
      return inbound ? [inbound] : [];
    }
    case 'block_actions':
      return pressed(body, context);
    case 'view_submission':
      return [];
    case 'command':
      return [commanded(body, context)];
  }
}

/** Subtypes of messages people write; all others are notes of Slack or of robots. */
const SPOKEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

function spoken(event: SlackEvent, key: string, context: SlackContext): Inbound | null {
  const { self, receivedAt } = context;
  if (!SPOKEN.includes(event.subtype) || !isForUs(event, event.channel_type, event.type, self)) return null;
  if (event.user === undefined || event.bot_id || event.user === self.user) return null;
  const said = typedText(event.text ?? '', self.user);
  const voice = (event.files ?? []).some((file) => file.subtype === 'slack_audio');
  const files = voice ? [] : filesOf(event);
  if (said === '' && files.length === 0 && !voice && event.type !== 'app_mention') return null;
  return {
    keys: [key, `slack:${self.team}:message:${event.channel}:${event.ts}`],
    address: addressOf(event, event.channel, event.user, self),
    receivedAt,
    sequence: 0,
    messageId: event.ts,
    ...(files.length > 0 ? { files } : {}),
    ...(voice ? { unreadable: 'voice' as const } : {}),
    ...(said !== '' ? { said } : files.length === 0 && !voice ? { said: '/help' } : {}),
  };
}

function edited(event: SlackEvent, key: string, context: SlackContext): Inbound | null {
  const { self, receivedAt } = context;
  const { message } = event;
  // Without `edited` Slack itself changed it: an unfurled link, a first reply.
  if (!message?.edited || message.user === undefined || message.bot_id || message.user === self.user) return null;
  const said = typedText(message.text ?? '', self.user);
  if (said === '' || !isForUs(message, event.channel_type, 'message', self)) return null;
  return {
    keys: [key, `slack:${self.team}:edit:${event.channel}:${message.ts}:${message.edited.ts}`],
    address: addressOf(message, event.channel, message.user, self),
    receivedAt,
    sequence: 0,
    messageId: message.ts,
    edits: message.ts,
    said,
  };
}

function pressed(press: SlackPress, context: SlackContext): readonly Inbound[] {
  const { self, receivedAt } = context;
  const room = press.channel?.id ?? press.container.channel_id;
  const { message_ts, thread_ts } = press.container;
  if (room === undefined) return [];
  const user = `${press.user.team_id ?? press.team?.id ?? self.team}:${press.user.id}`;
  const address: Address = { channel: 'slack', room, user, ...(thread_ts === undefined ? {} : { thread: thread_ts }) };
  return press.actions.flatMap((action, sequence) => {
    if (action.value === undefined) return [];
    const keys = [`slack:${self.team}:press:${press.user.id}:${action.action_ts}:${message_ts ?? ''}`];
    return [{ keys, address, receivedAt, sequence, chose: { button: action.value } }];
  });
}

/** `/bang list` is said as `/list`, so that no open question takes it for its answer; `/bang` alone asks for help. */
function commanded(body: Extract<SlackBody, { type: 'command' }>, context: SlackContext): Inbound {
  const words = typedText(body.text, context.self.user);
  return {
    keys: [`slack:${context.self.team}:command:${body.trigger_id}`],
    address: { channel: 'slack', room: body.channel_id, user: `${body.team_id}:${body.user_id}` },
    receivedAt: context.receivedAt,
    sequence: 0,
    said: words === '' ? '/help' : /^[a-z]/i.test(words) ? `/${words}` : words,
  };
}

type Words = Pick<SlackEvent, 'text' | 'thread_ts' | 'parent_user_id' | 'team' | 'user_team'>;

/** In a direct message always; in a channel when mentioned, or in the thread of one of our messages. */
function isForUs(words: Words, channelType: string | undefined, type: string, self: SlackSelf): boolean {
  return (
    channelType === 'im' ||
    type === 'app_mention' ||
    words.parent_user_id === self.user ||
    (words.text ?? '').includes(`<@${self.user}>`)
  );
}

function addressOf(words: Words, room: string, user: string, self: SlackSelf): Address {
  const address = { channel: 'slack' as const, room, user: `${words.user_team ?? words.team ?? self.team}:${user}` };
  return words.thread_ts === undefined ? address : { ...address, thread: words.thread_ts };
}

function filesOf(event: SlackEvent): readonly FileRef[] {
  return (event.files ?? []).map((file) => ({ id: file.id, name: file.name ?? 'file', bytes: file.size ?? null }));
}
