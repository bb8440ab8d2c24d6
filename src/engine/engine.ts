/** The engine: accepts messages, runs turns, sends what was committed. The only place with loops. */
import type { Shelf } from '../conversation/reducer-types.ts';
import type { Accept } from '../ports/channel.ts';
import type { TurnResult } from '../ports/turn.ts';
import { makeAnswer } from './answer.ts';
import { makeBooks } from './book.ts';
import { describeError } from './describe-error.ts';
import { type Indexer, makeIndexer } from './indexer.ts';
import type { Loop } from './loop.ts';
import { makeOutboxLoop } from './outbox-loop.ts';
import { type EngineParts, type Running, running } from './parts.ts';
import { makeSchedule } from './schedule.ts';
import { makeShelf } from './shelf.ts';
import { makeTurnLoop } from './turn-loop.ts';

/** A running product without its channels' ears. */
export interface Engine {
  /** Stores messages; resolves when they are on disk. Works before `start` and after `stop` as long as the store is open. */
  readonly accept: Accept;
  /** Reads lists and profiles, then begins to work. */
  start(): Promise<void>;
  /** Takes nothing new, ends what runs, sends what is due; never longer than `stopMs`. Nothing is lost by it. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing more can be done at this time of the clock. */
  idle(): Promise<void>;
  /** Reads lists and profiles again, after an import in this process. */
  refresh(): Promise<void>;
  /** The public lists, for pages anybody may see. */
  readonly shelf: Shelf;
}

interface Loops {
  readonly turns: Loop;
  readonly outbox: Loop;
  /** Wakes people up; never runs before `start`. */
  readonly schedule: Loop;
}

/** Makes an engine that does nothing until it is started. */
export function makeEngine(given: EngineParts): Engine {
  const parts = running(given);
  const { store, crash } = parts;
  const shelf = makeShelf(parts.programme.timeZone);
  const indexer = makeIndexer(store.records, shelf, parts.matching);
  const outbox = makeOutboxLoop(parts);
  const player = {
    reduce: parts.reduce,
    answer: makeAnswer(parts, shelf, indexer.maySuggest),
    bookOf: makeBooks(parts, shelf),
  };
  const committed = (result: TurnResult): void => {
    indexer.committed(result);
    tellFeed(result, parts);
    if (result.outgoing.length > 0) outbox.wake();
  };
  const turns = makeTurnLoop(player, committed, parts);
  const schedule = makeSchedule(parts, shelf, async (messages) => {
    await store.turns.accept(messages);
    turns.wake();
  });
  const loops: Loops = { outbox, turns, schedule };
  let stopRefreshing: (() => void) | null = null;

  return {
    shelf,
    idle: () => untilIdle(loops),
    refresh: () => indexer.load(),
    async accept(messages) {
      crash('accept:before');
      await store.turns.accept(messages);
      crash('accept:after');
      if (stopRefreshing) loops.turns.wake();
    },
    async start() {
      await indexer.load();
      stopRefreshing = refreshNowAndThen(indexer, parts);
      loops.turns.wake();
      loops.outbox.wake();
      loops.schedule.wake();
    },
    async stop() {
      stopRefreshing?.();
      stopRefreshing = null;
      await stopInTime(loops, parts);
    },
  };
}

function tellFeed({ effects }: TurnResult, { feed }: Running): void {
  for (const effect of effects) if (effect.type === 'save-case') feed.publish({ kind: 'case', id: effect.record.id });
}

function refreshNowAndThen(indexer: Indexer, { log, tuning }: Running): () => void {
  const load = (): void => {
    indexer
      .load()
      .catch((error: unknown) => log.warn({ reason: describeError(error) }, 'lists could not be read again'));
  };
  const timer = setInterval(load, tuning.shelfMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function untilIdle({ turns, outbox, schedule }: Loops): Promise<void> {
  schedule.wake();
  await schedule.settled();
  let before: number;
  do {
    before = turns.count() + outbox.count();
    turns.wake();
    await turns.settled();
    outbox.wake();
    await outbox.settled();
  } while (turns.count() + outbox.count() > before);
}

/** Turns first, so that what they say is still sent. */
async function stopInTime({ turns, outbox, schedule }: Loops, { log, tuning: { stopMs } }: Running): Promise<void> {
  const ended = (async () => {
    await schedule.stop();
    await turns.stop();
    outbox.wake();
    await outbox.settled();
    await outbox.stop();
    return true;
  })();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), stopMs);
  });
  const inTime = await Promise.race([ended, late]);
  clearTimeout(timer);
  if (inTime) return;
  log.warn({ stopMs }, 'stopped before everything had ended; the rest is done at the next start');
  // Whatever still hangs must not begin anything new.
  void schedule.stop();
  void outbox.stop();
}
