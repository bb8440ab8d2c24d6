/** The channels the configuration names, on one web server; platforms that are off are not even loaded. */
import type { FastifyPluginAsync } from 'fastify';
import type { DocumentFor } from './channels/document-for.ts';
import type { WebChannel } from './channels/web/web-channel.ts';
import type { Engine } from './engine/engine.ts';
import type { Foundation } from './foundation.ts';
import type { Channel } from './ports/channel.ts';
import { randomId } from './random-id.ts';
import { slackStaff } from './slack-staff.ts';

/** Channels that are on, and where the web one is reached. */
export interface Platforms {
  readonly channels: readonly Channel[];
  /** Whether a Slack room is private and holds nobody from outside; null when Slack does not say. */
  readonly isPrivate: ((room: string) => Promise<boolean | null>) | null;
  url(): string;
}

/** Makes the web channel with the desk, and Telegram, Slack and the group webhook where configured. */
export async function makePlatforms(foundation: Foundation, shelf: () => Engine['shelf'] | null): Promise<Platforms> {
  const { config, store, desk, log, clock } = foundation;
  const publicUrl = config.baseUrl;
  const others: Channel[] = [];
  let isPrivate: Platforms['isPrivate'] = null;
  const document: DocumentFor = async (ref, reader) => {
    const account = await store.records.accountAt(reader);
    return account === null ? null : desk.document(account, ref);
  };
  const plugins: FastifyPluginAsync[] = [];
  if (config.slack) {
    const { makeSlackChannel } = await import('./channels/slack.ts');
    const slack = makeSlackChannel({ ...config.slack, ...slackStaff(foundation), publicUrl, document, log, clock });
    others.push(slack);
    isPrivate = (room) => slack.isPrivate(room);
    plugins.push(slack.plugin);
  }
  if (config.telegram) {
    const { makeTelegramChannel } = await import('./channels/telegram.ts');
    const { telegramMenus } = await import('./channels/telegram-menu.ts');
    others.push(
      makeTelegramChannel({
        ...config.telegram,
        publicUrl,
        log,
        clock,
        document,
        menus: telegramMenus(foundation.catalogue),
      }),
    );
  }
  if (config.webhook) {
    const { makeWebhookChannel } = await import('./channels/webhook.ts');
    const { url, secret } = config.webhook;
    others.push(makeWebhookChannel({ url, publicUrl, clock, ...(secret !== null && { secret }) }));
  }
  const web = await makeWeb(foundation, shelf, plugins);
  return { channels: [web, ...others], isPrivate, url: () => web.url() };
}

async function makeWeb(
  foundation: Foundation,
  shelf: () => Engine['shelf'] | null,
  plugins: readonly FastifyPluginAsync[],
): Promise<WebChannel> {
  const { config, store, desk, programme, catalogue, forms, feed, log, clock } = foundation;
  const { makeWebChannel } = await import('./channels/web/web-channel.ts');
  const { deskPlugin } = await import('./channels/web/desk/desk-plugin.ts');
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
    pages: [(context) => deskPlugin({ ...context, desk, forms, feed, staff: store.staff })],
  });
}
