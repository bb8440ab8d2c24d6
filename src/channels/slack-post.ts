/** Sends replies through the Web API: notices to a channel are posted there, those to a person as direct messages; answers in a channel only their reader sees. */
import type { Address } from '../conversation/address.ts';
import type { Receipt, Reply } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChannelLog } from './channel-log.ts';
import type { DocumentFor } from './document-for.ts';
import { makeSentParts, type SentParts } from './sent-parts.ts';
import { slackBlocks, slackPreview } from './slack-blocks.ts';
import type { SlackApp } from './slack-bolt.ts';
import { makeSlackDoubts, markOf, type SlackDoubts } from './slack-doubt.ts';
import { isSlackFailure } from './slack-error.ts';
import { uploadToSlack } from './slack-upload.ts';

/** Errors that say the old message can no longer be changed: a new one is posted. */
const UNCHANGEABLE = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'is_inactive'];
/** Errors that say the person cannot be reached in that channel: a direct message reaches them. */
const NOT_THERE = ['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'];

/** Sends or replaces one message. Throws `SlackFailure`. */
export type SlackPost = (to: Address, reply: Reply, updates: Receipt | undefined) => Promise<Receipt>;

/** What sending needs. */
export interface SlackPostOptions {
  readonly publicUrl: string | null;
  readonly apiUrl?: string;
  readonly document: DocumentFor;
  readonly clock: Clock;
  readonly log: ChannelLog;
}

interface Sender {
  readonly app: SlackApp;
  readonly doubts: SlackDoubts;
  /** The post's time stamp, then the names of the files sent. */
  readonly sent: SentParts<string>;
  readonly options: SlackPostOptions;
}

/** Makes the sender. It remembers posts whose answer was lost, and looks for them before it posts again. */
export function makeSlackPost(open: () => Promise<SlackApp>, options: SlackPostOptions): SlackPost {
  const memory = { doubts: makeSlackDoubts(options.clock), sent: makeSentParts<string>(), options };
  return async (to, reply, updates) => {
    const sender = { app: await open(), ...memory };
    const blocks = slackBlocks(reply, options.publicUrl);
    const content = { text: slackPreview(reply), blocks, parse: 'none', link_names: false };
    const replaced = updates ? await update(sender.app, updates, content) : null;
    if (replaced) return replaced;
    if (isPosted(to)) return post(sender, to, reply, content);
    // News of somebody's case is theirs alone, wherever they last wrote; a whisper would be lost while they are away.
    if (reply.notice) return post(sender, { ...to, room: '', thread: undefined }, reply, content);
    return whisper(sender.app, to, content).catch(async (error: unknown) => {
      if (!isSlackFailure(error) || !NOT_THERE.includes(error.reason)) throw error;
      return post(sender, { ...to, room: '', thread: undefined }, reply, content);
    });
  };
}

type Content = Readonly<Record<string, unknown>>;

/** True for direct messages, and for a channel written to as a whole: nobody in it is meant alone. */
function isPosted(to: Address): boolean {
  return !/^[CG]/.test(to.room) || to.user === '' || to.user === to.room;
}

async function update(app: SlackApp, old: Receipt, content: Content): Promise<Receipt | null> {
  if (typeof old.channel !== 'string' || typeof old.ts !== 'string' || old.whispered) return null;
  try {
    await app.call('chat.update', { channel: old.channel, ts: old.ts, ...content });
    return old;
  } catch (error) {
    if (isSlackFailure(error) && UNCHANGEABLE.includes(error.reason)) return null;
    throw error;
  }
}

async function whisper(app: SlackApp, to: Address, content: Content): Promise<Receipt> {
  const reader = { channel: to.room, user: userOf(to), ...threadOf(to) };
  const answer = await app.call('chat.postEphemeral', { ...reader, ...content });
  return { channel: to.room, ts: String(answer.message_ts ?? ''), whispered: 1 };
}

async function post(sender: Sender, to: Address, reply: Reply, content: Content): Promise<Receipt> {
  const channel = to.room === '' ? await directRoom(sender.app, to) : to.room;
  const key = `${reply.id} ${channel}`;
  const [known] = sender.sent.of(key);
  const ts = known ?? (await postOnce(sender, channel, to, reply, content));
  if (reply.files.length > 0 && channel.startsWith('D')) {
    if (known === undefined) sender.sent.add(key, ts);
    await postFiles(sender, key, { channel, thread: to.thread }, to, reply);
  }
  sender.sent.forget(key);
  return { channel, ts };
}

async function postOnce(sender: Sender, channel: string, to: Address, reply: Reply, content: Content): Promise<string> {
  const { app, doubts } = sender;
  const mark = { channel, thread: to.thread, id: reply.id };
  try {
    const found = await doubts.find(app, mark);
    const own = { metadata: markOf(reply.id), mrkdwn: false, unfurl_links: false, unfurl_media: false };
    const ts = found ?? (await app.call('chat.postMessage', { channel, ...threadOf(to), ...content, ...own })).ts;
    doubts.settle(mark);
    return String(ts ?? '');
  } catch (error) {
    if (isSlackFailure(error) && error.doubtful) doubts.remember(mark);
    throw error;
  }
}

/** Papers go into direct messages only; a channel gets the link. */
async function postFiles(
  { app, sent, options }: Sender,
  key: string,
  place: { readonly channel: string; readonly thread: string | undefined },
  to: Address,
  reply: Reply,
): Promise<void> {
  for (const ref of reply.files.slice(sent.of(key).length - 1)) {
    const file = await options.document(ref, to);
    if (file) await uploadToSlack(app, place, file, options.apiUrl);
    else options.log.warn({ document: ref.document }, 'Slack: a document was not sent');
    sent.add(key, ref.name);
  }
}

async function directRoom(app: SlackApp, to: Address): Promise<string> {
  const { channel } = await app.call('conversations.open', { users: userOf(to) });
  return typeof channel === 'object' && channel !== null ? String(Reflect.get(channel, 'id')) : '';
}

function userOf(to: Address): string {
  return to.user.split(':').at(-1) ?? to.user;
}

function threadOf(to: Address): { thread_ts?: string } {
  return to.thread === undefined ? {} : { thread_ts: to.thread };
}
