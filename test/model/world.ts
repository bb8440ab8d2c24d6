/** The real product on a real store in memory, and a platform that delivers once, twice, again, or to a process that dies. */

import { readProgramme } from '../../src/data-files.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import type { Reply } from '../../src/ports/channel.ts';
import type { Inbound } from '../../src/ports/message.ts';
import type { ChatModel } from '../../src/ports/model.ts';
import type { Listing } from '../../src/programme/records.ts';
import { realKit, sampleLists } from '../support/dialogue.ts';
import { type EngineKit, seat } from '../support/engine-kit.ts';
import fc from '../support/fast-check.ts';
import { makeMortal } from '../support/mortal-store.ts';
import { hire } from '../support/office.ts';
import { randomId } from '../support/random-id.ts';
import { formOf, type SmallForm } from './small-form.ts';

/** Who talks. */
export const PERSON = 'lin';
const LEASE_MS = 2_000;
const PROGRAMME = readProgramme('jiangxi-2021');

/** How the platform delivers one message; `engine` is which of two processes on the one store takes it. */
export interface Delivery {
  readonly way: 'once' | 'twice' | 'again' | 'crash';
  /** The crash point that is the end of the process, counted from the delivery. */
  readonly dies: number;
  readonly engine: 0 | 1;
}

/** Mostly once; sometimes doubled, later again, or into a death. */
export const deliveries: fc.Arbitrary<Delivery> = fc.record({
  way: fc.oneof(
    { weight: 6, arbitrary: fc.constant('once' as const) },
    { weight: 1, arbitrary: fc.constant('twice' as const) },
    { weight: 1, arbitrary: fc.constant('again' as const) },
    { weight: 2, arbitrary: fc.constant('crash' as const) },
  ),
  dies: fc.integer({ min: 1, max: 14 }),
  engine: fc.constantFrom(0 as const, 1 as const),
});

/** What a language model does when it is asked. */
export type Mood = 'silent' | 'garbage' | 'hostile' | 'broken';

/** Changes one part of the product for the worse. */
export type Mutant = (parts: EngineParts, form: SmallForm) => EngineParts;

/** The product, the platform and the clock. */
export interface World {
  readonly kit: EngineKit;
  readonly listing: Listing;
  readonly mind: { mood: Mood };
  /** Processes that died so far. */
  readonly deaths: () => number;
  /** Delivers a message of `from` (the person, unless told) and waits for all it brings about; tells what the person was sent. */
  deliver(message: Partial<Inbound>, how: Delivery, from?: string): Promise<readonly Reply[]>;
  /** Moves the clock and lets the product do what is due; tells what the person was sent. */
  pass(ms: number): Promise<readonly Reply[]>;
  /** All messages to the person, each once. */
  told(): readonly Reply[];
  close(): Promise<void>;
}

interface Process {
  readonly engine: Engine;
  /** Arms the crash: the `n`-th point passed from now on is the last. */
  arm(n: number): void;
  readonly death: Promise<'dead'>;
  isDead(): boolean;
}

/** Opens the world of one form; `mutant` breaks something in it. */
export async function openWorld(form: SmallForm, mutant: Mutant = (parts) => parts): Promise<World> {
  const [steel, straw] = sampleLists();
  const listing = form.track === 'key-technology' ? steel : straw;
  if (!listing) throw new Error('there is no sample list');
  const mind: World['mind'] = { mood: 'broken' };
  const kit = await realKit([listing], {
    asleep: true,
    forms: Object.values(PROGRAMME.tracks).map((track) => formOf(form, track.applicationForm)),
    model: form.withModel ? moody(mind) : null,
    tuning: { leaseMs: LEASE_MS, pollMs: 600_000, modelMs: 20 },
  });
  await hire(kit, 'ann');
  await hire(kit, 'bob', 'reviewer');
  const parts = mutant(kit.parts, form);
  const processes: [Process, Process] = [await begin(parts), await begin(parts)];
  let deaths = 0;

  const told = (): readonly Reply[] => {
    const mine = kit.channels.web.sent.filter((each) => each.to.room === PERSON).map((each) => each.reply);
    return mine.filter((reply, n) => mine.findIndex((each) => each.id === reply.id) === n);
  };
  const heard = async (doing: () => Promise<void>): Promise<readonly Reply[]> => {
    const before = told().length;
    await doing();
    return told().slice(before);
  };
  /** The supervisor: what died is started again, and what it held comes free. */
  const revive = async (which: 0 | 1): Promise<void> => {
    deaths += 1;
    processes[which] = await begin(parts);
    kit.clock.advance(LEASE_MS + 500);
  };

  return {
    kit,
    listing,
    mind,
    deaths: () => deaths,
    told,
    deliver: (message, how, from = PERSON) =>
      heard(async () => {
        const keys = [randomId(), randomId()];
        const inbound = { keys, address: seat(from), receivedAt: kit.clock.iso(), sequence: 0, ...message };
        await deliverIn(
          how,
          inbound,
          () => processes[how.engine],
          () => revive(how.engine),
        );
        kit.clock.advance(1_000);
      }),
    pass: (ms) =>
      heard(async () => {
        kit.clock.advance(ms);
        await processes[0].engine.idle();
      }),
    async close() {
      for (const each of processes) await each.engine.stop();
      await kit.store.close();
    },
  };
}

async function deliverIn(
  { way, dies }: Delivery,
  inbound: Inbound,
  process: () => Process,
  revive: () => Promise<void>,
): Promise<void> {
  const { engine } = process();
  if (way === 'crash') {
    await accepted(process(), dies, inbound);
    if (!process().isDead()) return;
    await revive();
    await process().engine.accept([inbound]);
    return process().engine.idle();
  }
  await engine.accept([inbound]);
  if (way === 'twice') await engine.accept([inbound]);
  await engine.idle();
  if (way !== 'again') return;
  // Another try of the platform may bear another event id beside the message's own.
  await engine.accept([{ ...inbound, keys: [randomId(), ...inbound.keys.slice(1)] }]);
  await engine.idle();
}

async function accepted(process: Process, dies: number, inbound: Inbound): Promise<void> {
  process.arm(dies);
  const life = (async () => {
    await process.engine.accept([inbound]);
    await process.engine.idle();
    process.arm(Number.POSITIVE_INFINITY);
  })().catch(() => undefined);
  await Promise.race([life, process.death]);
}

async function begin(parts: EngineParts): Promise<Process> {
  const { store, die, isDead } = makeMortal(parts.store);
  let left = Number.POSITIVE_INFINITY;
  let died = (): void => undefined;
  const death = new Promise<'dead'>((resolve) => {
    died = () => resolve('dead');
  });
  const crash = (point: string): void => {
    if (isDead()) throw new Error('dead');
    left -= 1;
    if (left > 0) return;
    die();
    died();
    throw new Error(`killed at ${point}`);
  };
  const engine = makeEngine({ ...parts, store, crash });
  await engine.start();
  await engine.idle();
  return {
    engine,
    death,
    isDead,
    arm: (n) => {
      left = n;
    },
  };
}

/** Proposals nobody asked for: all of them must come to nothing. */
const HOSTILE = [
  { do: 'submit' },
  { do: 'answer', text: '示例假大学' },
  { do: 'consent', kind: 'hand-over', yes: true },
  { do: 'act', case: 'x', action: 'accept' },
  { do: 'delete-data', confirmed: true },
  { do: 'withdraw', confirmed: true },
];

/** A language model that is of no help. */
function moody(mind: World['mind']): ChatModel {
  return {
    provider: 'example-model',
    complete: async (_prompt, _vars, parse) => {
      if (mind.mood === 'broken') throw new Error('connection refused');
      if (mind.mood === 'silent') return new Promise(() => undefined);
      return parse(mind.mood === 'garbage' ? '<html>502' : { commands: HOSTILE, text: '我已替您提交。' });
    },
  };
}
