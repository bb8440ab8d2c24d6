/** The console channel: people at one terminal, or a script that speaks JSON lines. Sends by printing. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Address } from '../conversation/address.ts';
import { botError } from '../errors.ts';
import type { Accept, Button, Channel, Receipt, Reply } from '../ports/channel.ts';
import type { FileRef, Inbound } from '../ports/message.ts';

/** What one person at the console says: words, a choice by number or label, or a file of this machine. */
export interface ConsoleInput {
  readonly from: string;
  readonly text?: string;
  /** The number or the label of something offered in the last message to this person. */
  readonly choose?: string | number;
  readonly file?: string;
  /** Makes a repeated line a duplicate. */
  readonly id?: string;
  readonly opened?: boolean;
}

/** The console as a channel, with the door its command pushes input through. */
export interface ConsoleChannel extends Channel {
  /** Hands one input over; resolves when it is on disk. False when `choose` names nothing that was offered. */
  push(input: ConsoleInput): Promise<boolean>;
}

/** Room of notices to staff at the console. */
export const STAFF_ROOM = 'staff';

/** Makes the channel; `print` gets each message with whom it is for, `now` stamps what is said. */
export function makeConsoleChannel(options: {
  readonly print: (to: string, reply: Reply) => void;
  readonly now: () => Date;
  readonly randomId: () => string;
}): ConsoleChannel {
  let accept: Accept | null = null;
  let sequence = 0;
  const offered = new Map<string, readonly Button[]>();

  async function send(to: Address, reply: Reply): Promise<Receipt> {
    offered.set(to.room, [...reply.cards.map((card) => card.button), ...reply.buttons]);
    options.print(to.room, reply);
    return { id: reply.id };
  }

  async function push(input: ConsoleInput): Promise<boolean> {
    if (!accept) throw botError('delivery', 'the console has not been started', { retryable: true });
    const chosen = input.choose === undefined ? null : findOffered(offered, input.from, input.choose);
    if (input.choose !== undefined && chosen === null) return false;
    const inbound: Inbound = {
      keys: [`console:${input.id ?? options.randomId()}`],
      address: { channel: 'console', room: chosen?.room ?? input.from, user: input.from },
      receivedAt: options.now().toISOString(),
      sequence: sequence++,
      ...(chosen && { chose: { button: chosen.button.id } }),
      ...(input.text !== undefined && { said: input.text }),
      ...(input.file !== undefined && { files: [{ id: input.file, name: basename(input.file), bytes: null }] }),
      ...(input.opened && { opened: true }),
    };
    await accept([inbound]);
    return true;
  }

  return {
    name: 'console',
    start: async (door) => {
      accept = door;
    },
    send,
    push,
    fetchFile: readLocal,
    stop: async () => {
      accept = null;
    },
  };
}

/** Offered to the person, or to the room of all staff. */
function findOffered(
  offered: ReadonlyMap<string, readonly Button[]>,
  from: string,
  choose: string | number,
): { readonly room: string; readonly button: Button } | null {
  for (const room of [from, STAFF_ROOM]) {
    const buttons = offered.get(room) ?? [];
    const wanted = String(choose).trim();
    const button = /^\d+$/.test(wanted) ? buttons[Number(wanted) - 1] : buttons.find((each) => each.label === wanted);
    if (button) return { room, button };
  }
  return null;
}

async function readLocal(ref: FileRef, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(ref.id);
    if (size > maxBytes) throw botError('delivery', `${ref.name} is larger than ${maxBytes} bytes`);
    return await readFile(ref.id);
  } catch (cause) {
    throw botError('delivery', `${ref.name} cannot be read`, { cause });
  }
}
