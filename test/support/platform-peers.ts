/** Telegram and Slack on the loopback, and the settings that tie the product to them. */
import { type SlackPeer, startSlackPeer } from './slack-peer.ts';
import { startTelegramPeer, type TelegramPeer } from './telegram-peer.ts';

/** Both platforms, running. */
export interface PlatformPeers {
  readonly telegram: TelegramPeer;
  readonly slack: SlackPeer;
  /** Environment of a product that uses both; staff notices go to channel C1. */
  readonly settings: Readonly<Record<string, string>>;
  /** Slack sends its requests to the product at this address from now on. */
  aim(url: string): void;
  close(): Promise<void>;
}

/** Starts both; the token is a canary that no log and no reply may hold. */
export async function startPlatformPeers(token = '4242:canary-token-of-the-attack'): Promise<PlatformPeers> {
  const telegram = await startTelegramPeer(token);
  const slack = await startSlackPeer();
  return {
    telegram,
    slack,
    settings: {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SLACK_CHANNEL: 'C1',
    },
    aim(url) {
      slack.target = `${url}/slack/events`;
    },
    async close() {
      await telegram.close();
      await slack.close();
    },
  };
}
