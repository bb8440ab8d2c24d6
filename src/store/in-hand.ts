/** Which messages are being read just now, in a small file beside the database: after a death the next start knows what was in hand. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { Database } from './database.ts';

/** Why a message waits again: it was in hand, perhaps among others, when the process died so many times. */
const IN_HAND = 'in hand at deaths of the process: ';
/** The same of one that was read alone. */
const ALONE_IN_HAND = 'read alone at deaths of the process: ';
/** From so many deaths on a message is read late and alone: kills by chance seldom hit one message as often. */
const TOO_MANY = 4;
/** After so many deaths while it was read alone, in a process that had been well before, it is put aside. */
const TOO_MANY_ALONE = 2;

/** What a stored reason says of deaths: among others and alone. */
export interface Deaths {
  readonly inHand: number;
  readonly alone: number;
}

/** Reads a stored reason; any other says of no death. */
export function deathsOf(reason: string | null): Deaths {
  const count = (lead: string) => (reason?.startsWith(lead) ? Number(reason.slice(lead.length)) || 0 : 0);
  return { inHand: count(IN_HAND), alone: count(ALONE_IN_HAND) };
}

/** True for a message to be read alone. */
export function isSuspect({ inHand, alone }: Deaths): boolean {
  return inHand >= TOO_MANY || alone > 0;
}

/** True for a message that no process survives. */
export function isDeadly({ alone }: Deaths): boolean {
  return alone >= TOO_MANY_ALONE;
}

function oneMore({ inHand, alone }: Deaths, wasAlone: boolean): string {
  return wasAlone || alone > 0 ? `${ALONE_IN_HAND}${alone + (wasAlone ? 1 : 0)}` : `${IN_HAND}${inHand + 1}`;
}

/** Stands before a turn that runs alone. */
const ALONE = '!';

/** The note of what is in hand. */
export interface InHand {
  /** What this turn reads now; nothing when it has ended. Never throws: a note that cannot be written costs a count, no answer. */
  note(turn: number, inboxes: readonly number[]): void;
  /** From now on this turn is noted as running alone, until it has ended. */
  alone(turn: number): void;
  /** A clean end: nothing is in hand. */
  end(): void;
}

/** Keeps the note beside `file`; a database in memory needs none. */
export function inHand(file: string | null): InHand {
  if (file === null) return { note: () => undefined, alone: () => undefined, end: () => undefined };
  const path = pathOf(file);
  const turns = new Map<number, readonly number[]>();
  const isolated = new Set<number>();
  let longest = 0;
  let descriptor: number | null = null;
  let ended = false;
  const write = (): void => {
    const text = [...turns]
      .map(([turn, inboxes]) => `${isolated.has(turn) ? ALONE : ''}${inboxes.join(',')}`)
      .join(' ');
    longest = Math.max(longest, text.length);
    descriptor ??= openSync(path, 'w');
    // One write from the start, never shorter than before, and no sync: it has to outlive the process, not the machine.
    writeSync(descriptor, text.padEnd(longest), 0);
  };
  return {
    note(turn, inboxes) {
      if (ended) return;
      if (inboxes.length > 0) turns.set(turn, inboxes);
      else if (!turns.delete(turn)) return;
      else isolated.delete(turn);
      quietly(write);
    },
    alone: (turn) => void isolated.add(turn),
    end() {
      ended = true;
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
      quietly(() => rmSync(path, { force: true }));
    },
  };
}

/**
 * Reads what a process that died left behind, once. Of what was in hand nobody knows which message it was, so each death
 * is only counted; one that ran alone is known.
 */
export async function countDeaths(database: Database, file: string): Promise<void> {
  const left = turnsLeft(pathOf(file));
  if (left.length === 0) return;
  // Gone before they are counted: a death in between loses a count, it never counts twice.
  quietly(() => rmSync(pathOf(file), { force: true }));
  for (const { alone, inboxes } of left) {
    const rows = await database.read<{ id: number; reason: string | null }>(
      `SELECT id, reason FROM inbox WHERE status = 'open' AND id IN (SELECT value FROM json_each(?1))`,
      [JSON.stringify(inboxes)],
    );
    for (const { id, reason } of rows) {
      const now = oneMore(deathsOf(reason), alone);
      await database.write((sql) => sql.run('UPDATE inbox SET reason = ?1 WHERE id = ?2', [now, id]));
    }
  }
}

interface TurnLeft {
  readonly alone: boolean;
  readonly inboxes: readonly number[];
}

function turnsLeft(path: string): readonly TurnLeft[] {
  try {
    const turns = readFileSync(path, 'utf8').match(/!?\d+(?:,\d+)*/g) ?? [];
    return turns.map((turn) => ({
      alone: turn.startsWith(ALONE),
      inboxes: turn.replace(ALONE, '').split(',').map(Number),
    }));
  } catch {
    return [];
  }
}

function pathOf(file: string): string {
  return `${file}.hand`;
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A full or read-only disk: turns go on without a note.
  }
}
