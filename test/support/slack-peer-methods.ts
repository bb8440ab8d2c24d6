import type { SlackCall, SlackMessage, SlackWorld } from './slack-peer.ts';

type Answer = { readonly ok: boolean; readonly error?: string; readonly retryAfter?: number } & Readonly<
  Record<string, unknown>
>;

/** Answers one Web API call against the peer's world. */
export function slackMethod(world: SlackWorld, { method, args }: SlackCall): Answer {
  switch (method) {
    case 'auth.test':
      return { ok: true, team_id: 'T100', user_id: 'U0BOT', bot_id: 'B0BOT', user: 'jiebang' };
    case 'chat.postMessage':
      return post(world, args, null);
    case 'chat.postEphemeral':
      return post(world, args, String(args.user));
    case 'chat.update':
      return update(world, args);
    case 'conversations.open':
      return { ok: true, channel: { id: `D-${String(args.users)}` } };
    case 'conversations.info':
      return world.channels.has(String(args.channel))
        ? { ok: true, channel: world.channels.get(String(args.channel)) }
        : no('channel_not_found');
    case 'conversations.history':
      return {
        ok: true,
        messages: world.messages.filter((each) => each.channel === args.channel && each.only === null).map(asHistory),
      };
    case 'conversations.replies':
      return {
        ok: true,
        messages: world.messages
          .filter((each) => each.channel === args.channel && each.args.thread_ts === args.ts)
          .map(asHistory),
      };
    case 'views.open':
      return openView(world, args);
    case 'views.publish':
      return { ok: true, view: { id: `V-${String(args.user_id)}` } };
    case 'files.info': {
      const file = world.files.get(String(args.file));
      return file
        ? {
            ok: true,
            file: {
              id: args.file,
              size: file.size,
              url_private_download: file.url ?? `${world.url}/files/${String(args.file)}`,
            },
          }
        : no('file_not_found');
    }
    case 'files.getUploadURLExternal': {
      const id = `F-${world.uploads.size + 1}`;
      world.uploads.set(id, { name: String(args.filename), length: Number(args.length), bytes: null, channel: null });
      return { ok: true, file_id: id, upload_url: `${world.url}/upload/${id}` };
    }
    case 'files.completeUploadExternal':
      return completeUpload(world, args);
    default:
      return no('unknown_method');
  }
}

function post(world: SlackWorld, args: Record<string, unknown>, only: string | null): Answer {
  const channel = String(args.channel);
  const problem = messageProblem(args) ?? placeProblem(world, channel, only);
  if (problem) return no(problem);
  const now = Date.now();
  const wait = (world.lastPost.get(channel) ?? 0) + world.spacing - now;
  if (wait > 0) return { ok: false, retryAfter: Math.ceil(wait / 1000) };
  world.lastPost.set(channel, now);
  const ts = `17900000${String(world.nextTs++).padStart(2, '0')}.000100`;
  world.messages.push({ channel, ts, only, args });
  return only === null ? { ok: true, channel, ts } : { ok: true, message_ts: ts };
}

function update(world: SlackWorld, args: Record<string, unknown>): Answer {
  const message = world.messages.find(
    (each) => each.channel === args.channel && each.ts === args.ts && each.only === null,
  );
  const problem = message ? messageProblem(args) : 'message_not_found';
  if (problem || !message) return no(problem ?? 'message_not_found');
  message.args = { ...message.args, ...args };
  return { ok: true, channel: args.channel, ts: args.ts };
}

function completeUpload(world: SlackWorld, args: Record<string, unknown>): Answer {
  const [file] = Array.isArray(args.files) ? args.files : [];
  const upload = world.uploads.get(String(file?.id));
  if (!upload || upload.bytes?.byteLength !== upload.length) return no('file_upload_size_mismatch');
  upload.channel = String(args.channel_id);
  return { ok: true, files: [{ id: file.id }] };
}

function asHistory(message: SlackMessage): object {
  return { type: 'message', ts: message.ts, text: message.args.text, metadata: message.args.metadata };
}

function placeProblem(world: SlackWorld, channel: string, only: string | null): string | null {
  if (!/^[CDG]/.test(channel)) return 'channel_not_found';
  const members = world.members.get(channel);
  return only !== null && members && !members.includes(only) ? 'user_not_in_channel' : null;
}

/** Block Kit's limits, and our own: nobody's words as mrkdwn, nothing unfurled. */
function messageProblem(args: Record<string, unknown>): string | null {
  const blocks = Array.isArray(args.blocks) ? args.blocks : [];
  if (!args.text && blocks.length === 0) return 'no_text';
  if (String(args.text).length > 40_000) return 'msg_too_long';
  const actionIds = blocks.flatMap(buttonsOf).map((each) => each.action_id);
  const isWrong = blocks.length > 50 || new Set(actionIds).size < actionIds.length || blocks.some(isWrongBlock);
  return isWrong ? 'invalid_blocks' : null;
}

interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
}
interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly text: { readonly text: string };
}

function buttonsOf(block: Block): readonly Element[] {
  return [...(block.accessory ? [block.accessory] : []), ...(block.type === 'actions' ? (block.elements ?? []) : [])];
}

function isWrongBlock(block: Block): boolean {
  const text = block.text?.text;
  if (block.type === 'section' && (!text || text.length > 3000 || /\p{Surrogate}/u.test(text))) return true;
  if (block.type === 'actions' && ((block.elements?.length ?? 0) < 1 || (block.elements?.length ?? 0) > 25))
    return true;
  return buttonsOf(block).some(
    (each) =>
      !each.text.text ||
      each.text.text.length > 75 ||
      (each.value?.length ?? 0) > 2000 ||
      (each.action_id?.length ?? 0) > 255,
  );
}

function no(error: string): Answer {
  return { ok: false, error };
}

/** A trigger is good once and for three seconds; the peer knows it by its name. */
function openView(world: SlackWorld, args: Record<string, unknown>): Answer {
  const trigger = String(args.trigger_id);
  if (trigger.startsWith('late')) return no('expired_trigger_id');
  const used = world.journal.filter((call) => call.method === 'views.open' && call.args.trigger_id === trigger);
  if (used.length > 1) return no('exchanged_trigger_id');
  const view = args.view;
  const title = typeof view === 'object' && view !== null ? Reflect.get(Reflect.get(view, 'title') ?? {}, 'text') : '';
  return String(title).length > 24 ? no('invalid_arguments') : { ok: true, view: { id: `V-${trigger}` } };
}
