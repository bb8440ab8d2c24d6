/** One dialogue's world: the real engine on a store in memory, simulated platforms, the suite's lists and people. */

import type { Address } from '../../conversation/address.ts';
import { makeCatalogue } from '../../conversation/catalogue.ts';
import { reduce } from '../../conversation/reduce.ts';
import { lazyKnowledge, readClinic, readMessages, readStopList } from '../../data-files.ts';
import { albumPdf } from '../../documents/album.ts';
import { readPaper } from '../../documents/read-paper.ts';
import { type Engine, makeEngine } from '../../engine/engine.ts';
import { makeFeed } from '../../engine/feed.ts';
import { type EngineLog, type EngineParts, TUNING } from '../../engine/parts.ts';
import { lazyGuess } from '../../guess-files.ts';
import { lazyConcepts, lazyGlosses } from '../../lexicon-files.ts';
import { makeDraftCard } from '../../matching/draft-card.ts';
import { makeHashedEmbedder } from '../../matching/hashed-embedder.ts';
import { makeMatchIndex } from '../../matching/match-index.ts';
import type { ChatModel } from '../../ports/model.ts';
import type { Store } from '../../ports/store.ts';
import { randomId } from '../../random-id.ts';
import { openStore } from '../../store/open-store.ts';
import type { SuiteFixture } from '../suite-fixture.ts';
import type { SuiteSetting } from '../suite-forms.ts';
import type { SuiteNames } from '../suite-names.ts';
import { suiteAccount, suiteId, suiteListings, suiteMembership } from '../suite-records.ts';
import { makePlatforms, type Platforms } from './simulated-platforms.ts';
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** What scenes are made of; read once. */
export interface SceneParts {
  readonly fixture: SuiteFixture;
  readonly setting: SuiteSetting;
  readonly names: SuiteNames;
}

/** A language model that can be switched off. */
export interface SwitchedModel {
  readonly model: ChatModel;
  /** How long it is waited for, in milliseconds. */
  readonly patienceMs: number;
  up: boolean;
}

/** A running world. */
export interface Scene extends SceneParts {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly platforms: Platforms;
  readonly engine: () => Engine;
  readonly switched: SwitchedModel | null;
  /** Everything logged, for what must never be in it. */
  readonly logged: readonly string[];
  /** The process ends and begins again on the same records. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The Slack channel of all staff. */
export const STAFF_ROOM: Address = { channel: 'slack', room: 'C0STAFF', user: 'C0STAFF' };

const CATALOGUE = makeCatalogue(readMessages());
const ARTICLES = lazyKnowledge();
const GUESS = lazyGuess(() => undefined);
const CLINIC = readClinic();
const STOP = readStopList();
const GLOSSES = lazyGlosses();
const CONCEPTS = lazyConcepts({ now: Date.now, warn: () => undefined });
/** Ten in the morning in Shanghai. */
const MORNING = 'T02:00:00.000Z';

/** Opens a world in which nothing has been said. */
export async function openScene(parts: SceneParts, switched: SwitchedModel | null): Promise<Scene> {
  const clock = makeVirtualClock(`${parts.fixture.today}${MORNING}`);
  const store = await openStore('sqlite::memory:', { clock, randomId });
  await loadWorld(store, parts, clock.iso());
  const platforms = makePlatforms();
  const logged: string[] = [];
  const matching = makeMatchIndex({
    embedder: makeHashedEmbedder(STOP),
    vectors: store.vectors,
    log: listener(logged),
    stop: STOP,
    glosses: GLOSSES,
    concepts: CONCEPTS,
    weights: { vector: 0 },
  });
  const make = (): Engine => makeEngine(engineParts(parts, { store, clock, platforms, logged, switched, matching }));
  let engine = make();
  await engine.start();
  return {
    ...parts,
    store,
    clock,
    platforms,
    switched,
    logged,
    engine: () => engine,
    async restart() {
      await engine.stop();
      engine = make();
      await engine.start();
    },
    async close() {
      await engine.stop();
      await store.close();
    },
  };
}

async function loadWorld(store: Store, { fixture, setting }: SceneParts, at: string): Promise<void> {
  const owners = new Set(fixture.lists.flatMap((list) => list.owner ?? []));
  const people = Object.entries(fixture.people);
  const accounts = people.filter(([key]) => owners.has(key)).map(([key, person]) => suiteAccount(key, person, at));
  await store.load.load({ accounts, cases: suiteListings(fixture, setting.programme, at) });
  for (const [key, person] of people) {
    const audit = {
      at,
      actor: 'system',
      action: 'scene',
      object: { kind: 'account', id: suiteId(key) },
      from: null,
      to: null,
      reasonHash: null,
      turn: randomId(),
    };
    if (person.role === 'staff') await store.staff.add(suiteAccount(key, person, at), suiteMembership(key, at), audit);
    const channels = person.role === 'staff' ? ['slack', 'web'] : owners.has(key) ? person.channels : [];
    for (const channel of channels)
      await store.staff.link(seatOf(key, channel, person.role === 'staff'), suiteId(key), audit);
  }
}

/** Where somebody of the suite sits on a channel; staff talk in their shared Slack room and sit at the desk. */
export function seatOf(key: string, channel: string, staff: boolean): Address {
  if (channel === 'slack') {
    const user = `T0SUITE:U0${key}`;
    return { channel, room: staff ? STAFF_ROOM.room : user, user };
  }
  const room = channel === 'web' && staff ? `desk:${key}` : `${channel}-${key}`;
  return { channel: channel === 'telegram' ? 'telegram' : 'web', room, user: room };
}

type World = Pick<Scene, 'store' | 'clock' | 'platforms' | 'switched'> & {
  readonly logged: string[];
  readonly matching: EngineParts['matching'];
};

function engineParts({ setting }: SceneParts, world: World): EngineParts {
  return {
    store: world.store,
    clock: world.clock,
    channels: world.platforms.channels,
    reduce,
    programme: setting.programme,
    forms: setting.forms,
    clinic: CLINIC,
    articleFor: ARTICLES,
    guess: GUESS,
    catalogue: CATALOGUE,
    matching: world.matching,
    draftCard: makeDraftCard(CONCEPTS, STOP),
    model: world.switched?.model ?? null,
    staffTargets: () => [{ address: STAFF_ROOM, detail: 'full' }],
    staffLocale: 'zh',
    newsDetail: 'full',
    album: albumPdf,
    readPaper,
    feed: makeFeed(),
    log: listener(world.logged),
    tuning: { paceMs: {}, modelMs: world.switched?.patienceMs ?? TUNING.modelMs },
  };
}

function listener(lines: string[]): EngineLog & { debug(): void } {
  const keep = (fields: object, message: string): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { debug: () => undefined, info: keep, warn: keep, error: keep };
}
