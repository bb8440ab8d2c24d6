/** Puts the parts together: the only place where middle and edges meet. */
import type { Config } from './config.ts';
import type { Address, DeliveryTarget } from './conversation/address.ts';
import { makeCatalogue } from './conversation/catalogue.ts';
import { reduce } from './conversation/reduce.ts';
import { lazyKnowledge, readClinic, readForms, readMessages, readProgramme, readStopList } from './data-files.ts';
import { makeDocuments } from './documents/documents.ts';
import { makeDesk } from './engine/desk.ts';
import { type Engine, makeEngine } from './engine/engine.ts';
import { makeFeed } from './engine/feed.ts';
import type { EngineParts } from './engine/parts.ts';
import { isBotError } from './errors.ts';
import type { Foundation } from './foundation.ts';
import { lazyGuess } from './guess-files.ts';
import { lazyConcepts, lazyGlosses } from './lexicon-files.ts';
import { type Log, makeLog } from './log.ts';
import { makeDraftCard, makeIsThin } from './matching/draft-card.ts';
import { makeHashedEmbedder } from './matching/hashed-embedder.ts';
import { type Matcher, makeMatchIndex } from './matching/match-index.ts';
import type { LexiconSource } from './matching/meaning-keeper.ts';
import { makeModels } from './models.ts';
import { makePlatforms, type Platforms } from './platforms.ts';
import type { Channel } from './ports/channel.ts';
import type { Clock } from './ports/clock.ts';
import type { Desk } from './ports/desk.ts';
import type { ChatModel, Embedder } from './ports/model.ts';
import type { Store } from './ports/store.ts';
import type { Programme } from './programme/programme.ts';
import { randomId } from './random-id.ts';
import { openStore } from './store/open-store.ts';

/** Messages of one person in a minute that are answered at full speed, when they do not wait for the answers. */
const MESSAGES_PER_MINUTE = 20;

/** The machine's clock. */
export const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/** Opens the configured database; `guest` is a short visit beside a running bot. */
export function openConfiguredStore(
  config: Config,
  options: { readonly guest?: boolean; readonly log?: Log } = {},
): Promise<Store> {
  const { guest, log } = options;
  return openStore(config.databaseUrl, {
    clock: SYSTEM_CLOCK,
    randomId,
    ...(guest && { guest }),
    ...(log && { log: (text: string) => log.info({}, text) }),
  });
}

/** Opens the database for one command: as its only user, or as a short visit while the bot runs. */
export async function visitStore(config: Config): Promise<Store> {
  try {
    return await openConfiguredStore(config);
  } catch (error) {
    if (!isBotError(error, 'store')) throw error;
    return openConfiguredStore(config, { guest: true });
  }
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

type Read = Omit<Foundation, 'store' | 'desk' | 'matching' | 'feed'>;

async function assembleOn(store: Store, read: Read, options: AssembleOptions): Promise<Assembled> {
  const { config, programme, clock } = read;
  const loaded = options.sample && (await store.records.isEmpty()) ? await loadSamples(store, programme, clock) : null;
  const models = await makeModels(config);
  const concepts = conceptsFor(read.log);
  const matching = matcher(store, models.embedder, read.log, concepts);
  const stopList = readStopList();
  const draftCard = makeDraftCard(concepts, stopList);
  const isThin = makeIsThin(concepts, stopList);
  const documents = makeDocuments(read);
  const desk = makeDesk({ store, clock, programme, matching, documents, draftCard, isThin });
  const foundation: Foundation = { ...read, store, desk, matching, feed: makeFeed() };
  const shelf: { current: Engine['shelf'] | null } = { current: null };
  const platforms = options.web ? await makePlatforms(foundation, () => shelf.current) : NO_PLATFORMS;
  const channels = [...platforms.channels, ...(options.channels ?? [])];
  const rooms: Rooms = { detail: config.detail, console: options.staffRoom };
  const engine = makeEngine({ ...engineParts(foundation, channels, models.chat, rooms), draftCard });
  shelf.current = engine.shelf;
  const stop = async () => {
    // The engine goes first: what is due is still sent, and what arrives meanwhile waits on disk.
    await engine.stop();
    await Promise.all(channels.map((each) => each.stop()));
  };
  try {
    await engine.start();
    for (const channel of channels) await channel.start(engine.accept);
    await keepMinimal(foundation, platforms, rooms);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    engine,
    store,
    desk,
    channels: channels.map((each) => each.name),
    loaded,
    url: platforms.url,
    async stop() {
      await stop();
      await store.close();
    },
  };
}

const NO_PLATFORMS: Platforms = { channels: [], isPrivate: null, url: () => '' };

/** Staff rooms beside the desk, and how much notices may say there. */
interface Rooms {
  detail: Config['detail'];
  readonly console: Address | undefined;
}

type MatcherLog = Pick<Log, 'info' | 'warn'>;

/** The lexicon with the operator's own words. */
function conceptsFor(log: MatcherLog): LexiconSource {
  const warn = (why: string): void =>
    log.warn({ why }, 'the own synonyms file cannot be read; the words before it stay');
  return lazyConcepts({ now: Date.now, warn });
}

/** The matcher over a store's vectors; without an embedder it goes by words and concepts alone. */
export function matcher(
  store: Pick<Store, 'vectors'>,
  remote: Embedder | null,
  log: MatcherLog,
  concepts = conceptsFor(log),
): Matcher {
  const stop = readStopList();
  const embedder = remote ?? makeHashedEmbedder(stop);
  return makeMatchIndex({
    embedder,
    vectors: store.vectors,
    log,
    stop,
    glosses: lazyGlosses(),
    concepts,
    weights: { vector: remote ? 1 : 0 },
  });
}

function engineParts(
  foundation: Foundation,
  channels: readonly Channel[],
  chat: ChatModel | null,
  rooms: Rooms,
): EngineParts {
  const { store, clock, programme, forms, catalogue, matching, feed, log, config } = foundation;
  return {
    store,
    channels,
    clock,
    reduce,
    programme,
    forms,
    clinic: readClinic(),
    articleFor: lazyKnowledge(),
    guess: lazyGuess((why) => log.warn({ why }, 'the examples for understanding cannot be read: the rules read alone')),
    catalogue,
    matching,
    model: chat,
    explain: explainer(chat),
    staffTargets: (sector) => staffTargets(config, programme, sector, rooms),
    newsDetail: config.detail,
    staffLocale: config.staffLocale,
    album: async (images) => (await import('./documents/album.ts')).albumPdf(images),
    readPaper: async (bytes, mime) => (await import('./documents/read-paper.ts')).readPaper(bytes, mime),
    feed,
    log,
    tuning: {
      perMinute: MESSAGES_PER_MINUTE,
      ...(config.model && { modelPerPerson: config.model.calls.perPerson, modelPerDay: config.model.calls.perDay }),
    },
  };
}

/** R42: content goes only to a Slack channel that is known to be private and without outsiders. */
async function keepMinimal({ config, log }: Foundation, platforms: Platforms, rooms: Rooms): Promise<void> {
  if (!config.slack || rooms.detail === 'minimal') return;
  if ((await platforms.isPrivate?.(config.slack.channel)) === true) return;
  log.warn({ channel: config.slack.channel }, 'the Slack channel is not known to be private: notices stay minimal');
  rooms.detail = 'minimal';
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
function staffTargets(
  config: Config,
  programme: Programme,
  sector: string | null,
  rooms: Rooms,
): readonly DeliveryTarget[] {
  const targets: DeliveryTarget[] = rooms.console ? [{ address: rooms.console, detail: 'full' }] : [];
  const { slack, webhook } = config;
  const { detail } = rooms;
  if (slack) {
    const division = programme.sectors.find((each) => each.id === sector)?.division ?? '';
    const channel = slack.divisionChannels[division] ?? slack.channel;
    targets.push({ address: { channel: 'slack', room: channel, user: channel }, detail });
  }
  if (webhook) targets.push({ address: { channel: 'webhook', room: 'staff', user: 'staff' }, detail });
  return targets;
}
