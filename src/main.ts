/** Puts the parts together: the only place where middle and edges meet. */
import type { Config } from './config.ts';
import type { Address, DeliveryTarget } from './conversation/address.ts';
import { makeCatalogue } from './conversation/catalogue.ts';
import { reduce } from './conversation/reduce.ts';
import { readClinic, readForms, readMessages, readProgramme, readStopList } from './data-files.ts';
import { makeDocuments } from './documents/documents.ts';
import { type Engine, makeEngine } from './engine/engine.ts';
import type { EngineParts } from './engine/parts.ts';
import { makeFeed } from './engine/feed.ts';
import { makeDesk } from './engine/desk.ts';
import { type Log, makeLog } from './log.ts';
import { makeHashedEmbedder } from './matching/hashed-embedder.ts';
import { makeMatchIndex } from './matching/match-index.ts';
import { makeModels } from './models.ts';
import type { Foundation } from './foundation.ts';
import { makePlatforms } from './platforms.ts';
import type { Channel, ChatModel, Clock, Desk, Store } from './ports.ts';
import type { Programme } from './programme/programme.ts';
import { randomId } from './random-id.ts';
import { openStore } from './store/open-store.ts';

/** The machine's clock. */
export const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/** Opens the configured database; `guest` is a short visit beside a running bot. */
export function openConfiguredStore(config: Config, options: { readonly guest?: boolean; readonly log?: Log } = {}): Promise<Store> {
  const { guest, log } = options;
  return openStore(config.databaseUrl, {
    clock: SYSTEM_CLOCK,
    randomId,
    ...(guest && { guest }),
    ...(log && { log: (text: string) => log.info({}, text) }),
  });
}

/** How the parts are put together. */
export interface AssembleOptions {
  /** Channels of the caller, beside those the configuration names. */
  readonly channels?: readonly Channel[];
  /** Load sample data when the database is empty. */
  readonly sample: boolean;
  /** Serve the web chat, the staff desk and the platforms. */
  readonly web: boolean;
  /** A further room for staff notices. */
  readonly staffRoom?: Address;
}

/** A running product. */
export interface Assembled {
  readonly engine: Engine;
  readonly store: Store;
  readonly desk: Desk;
  /** Names of the channels that are on. */
  readonly channels: readonly string[];
  /** What sample data was loaded, or null. */
  readonly loaded: string | null;
  /** Address of the web channel; empty without one. */
  url(): string;
  stop(): Promise<void>;
}

/** Opens the store, loads data, starts the engine and its channels. */
export async function assemble(config: Config, options: AssembleOptions): Promise<Assembled> {
  const log = makeLog(config.logLevel);
  const programme = readProgramme(config.programme);
  const forms = readForms(programme);
  const catalogue = makeCatalogue(readMessages());
  const store = await openConfiguredStore(config, { log });
  try {
    return await assembleOn(store, { config, programme, forms, catalogue, log, clock: SYSTEM_CLOCK }, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function assembleOn(store: Store, read: Omit<Foundation, 'store' | 'desk' | 'matching' | 'feed'>, options: AssembleOptions): Promise<Assembled> {
  const { config, programme, forms, catalogue, log, clock } = read;
  const loaded = options.sample && (await store.records.isEmpty()) ? await loadSamples(store, programme, clock) : null;
  const stop = readStopList();
  const models = await makeModels(config);
  const matching = makeMatchIndex({
    embedder: models.embedder ?? makeHashedEmbedder(stop),
    vectors: store.vectors,
    log,
    stop,
    weights: { vector: models.embedder ? 1 : 0 },
  });
  const desk = makeDesk({ store, clock, programme, matching, documents: makeDocuments({ programme, forms, catalogue, clock }) });
  const feed = makeFeed();
  const shared: Foundation = { ...read, store, desk, matching, feed };
  const shelf: { current: Engine['shelf'] | null } = { current: null };
  const platforms = options.web
    ? await makePlatforms(shared, () => shelf.current)
    : { channels: [], isPrivate: null, url: () => '' };
  const rooms = { detail: config.detail };
  const channels = [...platforms.channels, ...(options.channels ?? [])];
  const engine = makeEngine({
    store,
    channels,
    clock,
    reduce,
    programme,
    forms,
    clinic: readClinic(),
    catalogue,
    matching,
    // Free text is read by rules alone until the reading prompt has landed; the model explains matches.
    model: null,
    parseCommand: () => null,
    explain: explainer(models.chat),
    staffTargets: (sector) => staffTargets(config, programme, sector, options.staffRoom, rooms.detail),
    staffLocale: config.staffLocale,
    album: async (images) => (await import('./documents/album.ts')).albumPdf(images),
    feed,
    log,
  });
  shelf.current = engine.shelf;
  await engine.start();
  for (const channel of channels) await channel.start(engine.accept);
  if (config.slack && rooms.detail === 'full' && (await platforms.isPrivate?.(config.slack.channel)) !== true) {
    log.warn({ channel: config.slack.channel }, 'the Slack channel is not known to be private: notices stay minimal');
    rooms.detail = 'minimal';
  }
  return {
    engine,
    store,
    desk,
    channels: channels.map((each) => each.name),
    loaded,
    url: platforms.url,
    async stop() {
      // The engine goes first: what is due is still sent, and what arrives meanwhile waits on disk.
      await engine.stop();
      await Promise.all(channels.map((each) => each.stop()));
      await store.close();
    },
  };
}

function explainer(model: ChatModel | null): EngineParts['explain'] {
  if (model === null) return undefined;
  return async (facts, locale) => (await import('./ai/explain-match.ts')).explainMatch(model, facts, locale);
}

async function loadSamples(store: Store, programme: Programme, clock: Clock): Promise<string> {
  const { loadSampleData } = await import('./commands/sample-data.ts');
  return loadSampleData(store, programme, clock.now());
}

/** Where notices to staff go beside the desk: the console of the operator, Slack by division, a group robot. */
function staffTargets(config: Config, programme: Programme, sector: string | null, room: Address | undefined, detail: Config['detail']): readonly DeliveryTarget[] {
  const targets: DeliveryTarget[] = room ? [{ address: room, detail: 'full' }] : [];
  const { slack, webhook } = config;
  if (slack) {
    const division = programme.sectors.find((each) => each.id === sector)?.division ?? '';
    const channel = slack.divisionChannels[division] ?? slack.channel;
    targets.push({ address: { channel: 'slack', room: channel, user: channel }, detail });
  }
  if (webhook) targets.push({ address: { channel: 'webhook', room: 'staff', user: 'staff' }, detail });
  return targets;
}
