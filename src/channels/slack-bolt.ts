import type { Logger, ReceiverEvent } from '@slack/bolt';
import type { ChannelLog } from './channel-log.ts';
import { slackFailure } from './slack-error.ts';

/** A request for Bolt to route; `ack` is called when it may be answered. */
export type SlackRequest = ReceiverEvent;

/** Slack as we use it: Web API calls that never retry by themselves, and Bolt's routing of requests. */
export interface SlackApp {
  /** Calls a Web API method. Throws `SlackFailure`. */
  call(method: string, args: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  /** Routes a request that is already on disk; acknowledges it. */
  route(request: SlackRequest): Promise<void>;
}

/** How the app is opened. */
export interface SlackAppOptions {
  readonly botToken: string;
  /** Another Web API address, for tests and proxies. */
  readonly apiUrl?: string;
  readonly log: ChannelLog;
}

const CALL_MS = 15_000;

/** Opens Bolt behind our own receiver; loads it on first use. */
export async function openSlack(options: SlackAppOptions): Promise<SlackApp> {
  const { App, LogLevel } = await import('@slack/bolt');
  const { botToken: token, apiUrl, log } = options;
  const app = new App({
    // Requests are checked and stored before Bolt sees them, so its receiver has nothing to do.
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    // Bolt's own way asks auth.test again for every request.
    authorize: async () => ({ botToken: token }),
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: boltLogger(log, LogLevel.WARN),
    logLevel: LogLevel.WARN,
    // The outbox retries; a client that does so by itself posts twice when an answer is lost.
    clientOptions: {
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: CALL_MS,
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    },
  });
  app.action(/^/, async ({ ack }) => ack());
  app.command(/^/, async ({ ack }) => ack());
  app.view(/^/, async ({ ack }) => ack());
  return {
    route: (request) => app.processEvent(request),
    async call(method, args) {
      try {
        return { ...(await app.client.apiCall(method, { token, ...args })) };
      } catch (thrown) {
        throw slackFailure(method, thrown);
      }
    },
  };
}

/** Warnings and errors only, and of them only the words: objects may hold what people wrote. */
function boltLogger(log: ChannelLog, level: ReturnType<Logger['getLevel']>): Logger {
  const words = (parts: readonly unknown[]) => parts.filter((part) => typeof part === 'string').join(' ') || 'no words';
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => log.warn({}, `Slack: ${words(parts)}`),
    error: (...parts: unknown[]) => log.error({}, `Slack: ${words(parts)}`),
    setLevel: () => undefined,
    getLevel: () => level,
    setName: () => undefined,
  };
}
