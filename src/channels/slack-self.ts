import { setTimeout as wait } from 'node:timers/promises';
import type { ChannelLog } from './channel-log.ts';
import type { SlackApp } from './slack-bolt.ts';
import { needsOperator } from './slack-error.ts';
import type { SlackSelf } from './slack-format.ts';

/** How Slack is asked who we are. */
export interface AskSelfOptions {
  readonly app: SlackApp;
  readonly log: ChannelLog;
  readonly signal: AbortSignal;
  /** Pause between two questions, in milliseconds. */
  readonly retryMs: number;
  readonly known: (self: SlackSelf) => void;
}

/** Asks `auth.test` until it answers. `first` resolves after the first try, `done` at the answer or the signal; each trouble is told once. */
export function askSelf(options: AskSelfOptions): { readonly first: Promise<unknown>; readonly done: Promise<void> } {
  const first = trouble(options);
  return { first, done: again(options, first) };
}

async function again(options: AskSelfOptions, first: Promise<string | null>): Promise<void> {
  const { log, signal, retryMs } = options;
  let told = '';
  for (let problem = await first; problem !== null && !signal.aborted; problem = await trouble(options)) {
    if (problem !== told) log.error({}, problem);
    told = problem;
    await wait(retryMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

async function trouble({ app, known }: AskSelfOptions): Promise<string | null> {
  try {
    const { team_id, user_id } = await app.call('auth.test', {});
    known({ team: String(team_id), user: String(user_id) });
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return needsOperator(error)
      ? `${reason}. Copy the bot token (xoxb-…) from "OAuth & Permissions" of your Slack app into SLACK_BOT_TOKEN and restart.`
      : `${reason}; asking again until Slack answers`;
  }
}
