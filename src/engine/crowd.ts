/** Somebody sends many messages without waiting for answers: told once, then answered more slowly; nothing is lost. */
import type { ClaimedTurn } from '../ports/turn.ts';

const MINUTE = 60_000;
/** Least time between two answers to somebody in such a hurry. */
const SLOWLY_MS = 3_000;

/** What to do with a claimed turn: answer it, perhaps with a word about the pace, or let it wait. */
export interface Pacing {
  /** Milliseconds the turn has to wait; 0 means it may be answered. */
  readonly restMs: number;
  /** True for the first turn of a hurry: it says that things go more slowly now. */
  readonly tells: boolean;
}

/** Watches how fast each person writes. */
export interface Crowd {
  pace(turn: ClaimedTurn, now: Date): Pacing;
  /** The turn was answered. */
  answered(turn: ClaimedTurn, now: Date): void;
}

interface Person {
  /** When the messages of the last minute came that did not wait for an answer. */
  readonly hurried: readonly number[];
  readonly lastCounted: number;
  readonly answeredAt: number;
  readonly told: boolean;
}

const NEW: Person = { hurried: [], lastCounted: -1, answeredAt: 0, told: false };

/** Makes the watcher; more than `perMinute` hurried messages are too many, 0 allows any number. */
export function makeCrowd(perMinute: number): Crowd {
  const people = new Map<string, Person>();

  function counted(turn: ClaimedTurn, key: string): Person {
    const person = people.get(key) ?? NEW;
    const fresh = turn.messages.filter(({ inbox, inbound }) => inbox > person.lastCounted && !inbound.timer);
    const times = fresh.map(({ inbound }) => Date.parse(inbound.receivedAt));
    // Whoever waits for the answer before writing on may write as much as they like.
    const hurried = fresh.length > 1 ? times : times.filter((at) => at < person.answeredAt);
    const latest = Math.max(...times, ...person.hurried, 0);
    const kept = [...person.hurried, ...hurried].filter((at) => at > latest - MINUTE);
    const lastCounted = Math.max(person.lastCounted, ...turn.messages.map((message) => message.inbox));
    return { ...person, hurried: kept, lastCounted, told: person.told && kept.length > perMinute };
  }

  function sweep(now: Date): void {
    if (people.size < 10_000) return;
    for (const [key, { answeredAt }] of people) if (answeredAt < now.getTime() - MINUTE) people.delete(key);
  }

  return {
    pace(turn, now) {
      if (perMinute === 0) return { restMs: 0, tells: false };
      const key = keyOf(turn);
      const person = counted(turn, key);
      people.set(key, person);
      sweep(now);
      if (person.hurried.length <= perMinute) return { restMs: 0, tells: false };
      const restMs = person.told ? Math.max(0, person.answeredAt + SLOWLY_MS - now.getTime()) : 0;
      return { restMs, tells: !person.told };
    },
    answered(turn, now) {
      if (perMinute === 0) return;
      const key = keyOf(turn);
      const person = people.get(key) ?? NEW;
      people.set(key, { ...person, answeredAt: now.getTime(), told: person.hurried.length > perMinute });
    },
  };
}

/** The account, or the seat of somebody new; rows of one turn are of one person. */
function keyOf(turn: ClaimedTurn): string {
  const address = turn.messages[0]?.inbound.address;
  return turn.account ?? `${address?.channel} ${address?.room} ${address?.user}`;
}
