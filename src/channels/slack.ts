import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { Address } from '../conversation/address.ts';
import { botError } from '../errors.ts';
import type { Accept, Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileRef } from '../ports/message.ts';
import type { ChannelLog } from './channel-log.ts';
import type { DocumentFor } from './document-for.ts';
import { download, tooBig } from './download.ts';
import { isOfTeam, readSlackBody, type SlackBody } from './slack-body.ts';
import { openSlack, type SlackApp } from './slack-bolt.ts';
import { type SlackContext, type SlackSelf, slackInbounds } from './slack-format.ts';
import { homeView, type SlackHome } from './slack-home.ts';
import { isSlackHost } from './slack-host.ts';
import { makeSlackPost } from './slack-post.ts';
import { type ReasonWords, readReason, reasonForm } from './slack-reason.ts';
import { type SlackDelivery, slackReceiver } from './slack-receiver.ts';
import { askSelf } from './slack-self.ts';

/** How the Slack channel is set up. */
export interface SlackOptions {
  /** `xoxb-…`, from the app's "OAuth & Permissions" page. */
  readonly botToken: string;
  /** From the app's "Basic Information" page. */
  readonly signingSecret: string;
  /** Another Web API address, for tests and proxies; empty is Slack's. */
  readonly apiUrl?: string;
  /** Public address of the web channel, for links; null leaves rooted links out. */
  readonly publicUrl: string | null;
  /** Papers for direct messages; without it none are sent. */
  readonly document?: DocumentFor;
  readonly log: ChannelLog;
  readonly clock: Clock;
  /** Words of the form for a reason; without them a press is answered in the conversation. */
  readonly reason?: ReasonWords;
  /** What waits for a member of staff; null for everybody else, whose home stays as it is. */
  readonly home?: (reader: Address) => Promise<SlackHome | null>;
  /** A member of the workspace was deactivated. */
  readonly left?: (member: Address) => Promise<void>;
  /** Pause before asking again who we are, in milliseconds, 30000 unless told. */
  readonly retryMs?: number;
}

/** Slack: a channel, and the plugin that receives its requests on the web server. */
export interface SlackChannel extends Channel {
  /** Answers `POST /slack/events`; register it on the server before listening. Answers 503 until `start`. */
  readonly plugin: FastifyPluginAsync;
  /** Whether a channel is private and holds nobody from outside; null when Slack does not say. Others get notices without personal data only. */
  isPrivate(room: string): Promise<boolean | null>;
}

/** How long a start waits for Slack before it lets the other channels go on. */
const START_MS = 2000;

interface Door {
  accept: Accept | null;
  self: SlackSelf | null;
}

/** Makes the Slack channel. Nothing is acknowledged before it is accepted. */
export function makeSlackChannel(options: SlackOptions): SlackChannel {
  let app: Promise<SlackApp> | null = null;
  const open = () => {
    app ??= openSlack(options);
    return app;
  };
  const door: Door = { accept: null, self: null };
  const ending = new AbortController();
  let identifying: Promise<void> = Promise.resolve();
  const take = async (delivery: SlackDelivery) => receive(await open(), delivery, door, options);
  return {
    name: 'slack',
    plugin: slackReceiver({ ...options, take }),
    async start(accept) {
      door.accept = accept;
      const { signal } = ending;
      const known = (self: SlackSelf) => {
        door.self = self;
      };
      const asking = askSelf({
        app: await open(),
        log: options.log,
        signal,
        retryMs: options.retryMs ?? 30_000,
        known,
      });
      identifying = asking.done;
      await Promise.race([asking.first, wait(START_MS, undefined, { ref: false })]);
    },
    send: makeSlackPost(open, { ...options, document: options.document ?? (async () => null) }),
    fetchFile: async (ref, maxBytes) => fetchFile(await open(), ref, maxBytes, options),
    isPrivate: async (room) => isPrivate(await open(), room),
    async stop() {
      door.accept = null;
      ending.abort();
      await identifying;
    },
  };
}

async function receive(app: SlackApp, delivery: SlackDelivery, door: Door, options: SlackOptions): Promise<unknown> {
  const { accept, self } = door;
  if (!accept || !self) throw botError('delivery', 'not ready to receive', { retryable: true });
  const read = readSlackBody(delivery.body);
  if (read && !isOfTeam(read, self.team)) {
    options.log.warn({}, 'Slack: a request of another workspace was left aside');
    return '';
  }
  const context = { self, receivedAt: options.clock.now().toISOString() };
  const special = read ? await answerSpecial(app, read, { accept, context, options }) : null;
  if (special) return special.answer;
  const inbounds = read ? slackInbounds(read, context) : [];
  if (inbounds.length > 0) await accept(inbounds);
  let answer: unknown = '';
  const ack = async (body?: unknown) => {
    answer = body ?? '';
  };
  // On disk already: whatever Bolt makes of it, Slack need not send it again.
  await app
    .route({ ...delivery, body: { ...delivery.body }, ack })
    .catch(() => options.log.warn({}, 'Slack: Bolt could not route a stored request'));
  return answer;
}

interface Special {
  readonly accept: Accept;
  readonly context: SlackContext;
  readonly options: SlackOptions;
}

/** Forms, the home tab and members who left; null for what is said and pressed. */
async function answerSpecial(app: SlackApp, read: SlackBody, by: Special): Promise<{ answer: unknown } | null> {
  const { accept, context, options } = by;
  if (read.type === 'block_actions') {
    const form = options.reason ? reasonForm(read, options.reason) : null;
    // Acknowledged at once: the form opens meanwhile, before anything is looked up. Where it cannot, the press counts as one.
    if (form)
      void app.call('views.open', form).catch(() => accept(slackInbounds(read, context)).catch(() => undefined));
    return form ? { answer: '' } : null;
  }
  if (read.type === 'view_submission') {
    const said = options.reason ? readReason(read, context, options.reason) : null;
    if (said && 'inbound' in said) await accept([said.inbound]);
    return { answer: said && 'answer' in said ? said.answer : '' };
  }
  if (read.type !== 'event_callback') return null;
  const { event } = read;
  const seat = (user: string): Address => ({ channel: 'slack', room: user, user: `${context.self.team}:${user}` });
  if (event.type === 'user_change') {
    if (event.user.deleted === true) await options.left?.(seat(event.user.id));
    return { answer: '' };
  }
  if (event.type !== 'app_home_opened') return null;
  void showHome(app, event.user, seat(event.user), options);
  return { answer: '' };
}

/** A home that cannot be shown is no reason to ask Slack for the event again: it is read anew the next time. */
async function showHome(app: SlackApp, user: string, reader: Address, { home, log }: SlackOptions): Promise<void> {
  try {
    const shown = await home?.(reader);
    if (shown) await app.call('views.publish', { user_id: user, view: homeView(shown) });
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'Slack: the home tab could not be shown');
  }
}

async function isPrivate(app: SlackApp, room: string): Promise<boolean | null> {
  const { channel } = await app.call('conversations.info', { channel: room }).catch(() => ({ channel: null }));
  if (typeof channel !== 'object' || channel === null) return null;
  const is = (name: string) => Reflect.get(channel, name) === true;
  return is('is_private') && !is('is_shared') && !is('is_ext_shared') && !is('is_pending_ext_shared');
}

async function fetchFile(app: SlackApp, ref: FileRef, maxBytes: number, options: SlackOptions): Promise<Uint8Array> {
  const { file } = await app.call('files.info', { file: ref.id });
  const info = typeof file === 'object' && file !== null ? file : {};
  const [address, size]: unknown[] = [Reflect.get(info, 'url_private_download'), Reflect.get(info, 'size')];
  if (typeof size === 'number' && size > maxBytes) throw tooBig('Slack', maxBytes);
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : null;
  // The token goes along with this request, so only to Slack.
  if (!url || !isSlackHost(url, options.apiUrl))
    throw botError('delivery', 'Slack: the file has no address we may fetch');
  return download(url, { from: 'Slack', maxBytes, headers: { authorization: `Bearer ${options.botToken}` } });
}
