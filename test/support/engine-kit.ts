import type { Address, ChannelName } from '../../src/conversation/address.ts';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { readClinic, readMessages } from '../../src/data-files.ts';
import { albumPdf } from '../../src/documents/album.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { makeFeed } from '../../src/engine/feed.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import type { Reply } from '../../src/ports/channel.ts';
import type { Inbound } from '../../src/ports/message.ts';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { PROGRAMME } from './case-fixtures.ts';
import { echo } from './echo-reducer.ts';
import { type FakeChannel, makeFakeChannel } from './fake-channel.ts';
import { type HeardLog, makeHeardLog } from './heard-log.ts';
import { randomId } from './random-id.ts';
import { makeSmallMatch } from './small-match.ts';
import { makeTestClock, type TestClock } from './test-clock.ts';

const CATALOGUE = makeCatalogue(readMessages());
const CLINIC = readClinic();

/** A whole engine on a real store with fake platforms; nobody moves its clock but the test. */
export interface EngineKit {
  readonly engine: Engine;
  readonly store: Store;
  readonly clock: TestClock;
  readonly log: HeardLog;
  readonly match: ReturnType<typeof makeSmallMatch>;
  readonly parts: EngineParts;
  readonly channels: Readonly<Record<'web' | 'telegram' | 'slack', FakeChannel>>;
  /** Puts messages of one seat into the inbox as one batch; nothing is answered yet. */
  hears(user: string, ...said: readonly string[]): Promise<void>;
  receive(user: string, more: Partial<Inbound>): Promise<void>;
  /** Says it and waits for everything it brings about. */
  says(user: string, ...said: readonly string[]): Promise<readonly string[]>;
  presses(user: string, reply: Reply, n: number): Promise<readonly string[]>;
  /** What the person has been told, on the web. */
  told(user: string): readonly string[];
  close(): Promise<void>;
}

/** What a test may choose. */
export interface KitOptions extends Partial<Omit<EngineParts, 'channels' | 'clock'>> {
  readonly url?: string;
  readonly clock?: TestClock;
  readonly channels?: EngineKit['channels'];
  /** Not started: the test starts it. */
  readonly asleep?: boolean;
}

/** Makes fresh fake platforms. */
export function makeFakeChannels(): EngineKit['channels'] {
  return { web: makeFakeChannel('web'), telegram: makeFakeChannel('telegram'), slack: makeFakeChannel('slack') };
}

/** Opens a store and starts an engine on it. */
export async function startKit(options: KitOptions = {}): Promise<EngineKit> {
  const clock = options.clock ?? makeTestClock();
  const store = options.store ?? (await openStore(options.url ?? 'sqlite::memory:', { clock, randomId }));
  const channels = options.channels ?? makeFakeChannels();
  const log = makeHeardLog();
  const match = makeSmallMatch();
  const { asleep = false, url: _, ...chosen } = options;
  const parts = {
    ...quietParts(),
    ...chosen,
    store,
    clock,
    log,
    matching: chosen.matching ?? match,
    channels: Object.values(channels),
  };
  const engine = makeEngine(parts);
  if (!asleep) await engine.start();
  return withVerbs({ engine, store, clock, log, match, channels, parts });
}

/** Parts that need nothing of the world. */
function quietParts(): Omit<EngineParts, 'store' | 'clock' | 'channels' | 'log' | 'matching'> {
  return {
    reduce: echo,
    programme: PROGRAMME,
    forms: [],
    clinic: CLINIC,
    catalogue: CATALOGUE,
    model: null,
    staffTargets: () => [],
    staffLocale: 'zh',
    album: albumPdf,
    feed: makeFeed(),
  };
}

function withVerbs(
  kit: Pick<EngineKit, 'engine' | 'store' | 'clock' | 'log' | 'match' | 'channels' | 'parts'>,
): EngineKit {
  const { engine, clock, channels } = kit;
  const hear = (user: string, parts: readonly Partial<Inbound>[]): Promise<void> =>
    engine.accept(parts.map((part, sequence) => inboundOf(user, clock, { sequence, ...part })));
  const told = (user: string): readonly string[] => channels.web.texts(user);
  const answered = async (user: string, hearing: Promise<void>): Promise<readonly string[]> => {
    const before = told(user).length;
    await hearing;
    await engine.idle();
    return told(user).slice(before);
  };
  return {
    ...kit,
    told,
    hears: (user, ...said) =>
      hear(
        user,
        said.map((text) => ({ said: text })),
      ),
    receive: (user, more) => hear(user, [more]),
    says: (user, ...said) =>
      answered(
        user,
        hear(
          user,
          said.map((text) => ({ said: text })),
        ),
      ),
    presses: (user, reply, n) => answered(user, hear(user, [{ chose: { button: reply.buttons[n]?.id ?? 'none' } }])),
    async close() {
      await engine.stop();
      await kit.store.close();
    },
  };
}

function inboundOf(user: string, clock: TestClock, more: Partial<Inbound>): Inbound {
  return { keys: [randomId()], address: seat(user), receivedAt: clock.iso(), sequence: 0, ...more };
}

/** A private seat on a channel. */
export function seat(user: string, channel: ChannelName = 'web'): Address {
  return { channel, room: user, user };
}
