/** The channels the configuration names, on one web server; platforms that are off are not even loaded. */
import type { FastifyPluginAsync } from 'fastify';
import type { WebChannel } from './channels/web/web-channel.ts';
import type { Engine } from './engine/engine.ts';
import type { Shared } from './main.ts';
import type { Channel } from './ports.ts';
import { randomId } from './random-id.ts';

/** Channels that are on, and where the web one is reached. */
export interface Platforms {
  readonly channels: readonly Channel[];
  url(): string;
}

/** Makes the web channel with the desk, and Telegram, Slack and the group webhook where configured. */
export async function makePlatforms(shared: Shared, shelf: () => Engine['shelf'] | null): Promise<Platforms> {
  const { config, store, desk, log, clock } = shared;
  const publicUrl = config.baseUrl;
  const others: Channel[] = [];
  const plugins: FastifyPluginAsync[] = [];
  if (config.slack) {
    const { makeSlackChannel } = await import('./channels/slack.ts');
    const slack = makeSlackChannel({ ...config.slack, publicUrl, log, clock });
    others.push(slack);
    plugins.push(slack.plugin);
  }
  if (config.telegram) {
    const { makeTelegramChannel } = await import('./channels/telegram.ts');
    others.push(
      makeTelegramChannel({
        ...config.telegram,
        publicUrl,
        log,
        clock,
        document: async (ref, reader) => {
          const account = await store.records.accountAt(reader);
          return account === null ? null : desk.document(account, ref);
        },
      }),
    );
  }
  if (config.webhook) {
    const { makeWebhookChannel } = await import('./channels/webhook.ts');
    const { url, secret } = config.webhook;
    others.push(makeWebhookChannel({ url, publicUrl, clock, ...(secret !== null && { secret }) }));
  }
  const web = await makeWeb(shared, shelf, plugins);
  return { channels: [web, ...others], url: () => web.url() };
}

async function makeWeb(shared: Shared, shelf: () => Engine['shelf'] | null, plugins: readonly FastifyPluginAsync[]): Promise<WebChannel> {
  const { config, store, desk, programme, catalogue, log, clock } = shared;
  const { makeWebChannel } = await import('./channels/web/web-channel.ts');
  return makeWebChannel({
    host: config.host,
    port: config.port,
    ...(config.baseUrl !== null && { baseUrl: config.baseUrl }),
    store,
    desk,
    programme,
    shelf: () => shelf() ?? { named: () => [] },
    catalogue,
    clock,
    randomId,
    log,
    plugins,
  });
}
