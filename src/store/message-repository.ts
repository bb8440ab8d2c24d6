/** The transcript people see after a reload, and the commands behind the buttons in it. */
import type { Address } from '../conversation/address.ts';
import type { MessageRepository, TranscriptRow } from '../ports/store.ts';
import type { Outgoing, TurnResult } from '../ports/turn.ts';
import type { Database } from './database.ts';
import { seatOf } from './seat.ts';

interface MessageRow {
  readonly id: string;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
}

type Said = Pick<TurnResult['said'][number], 'text' | 'messageId'>;
type Sent = Pick<Outgoing, 'reply' | 'commands' | 'to'>;

/** The newest rows of a seat: without what was replaced, and what may still be taken back. */
export const TRANSCRIPT = `SELECT m.id, m.at, m.direction, m.body FROM message AS m
  WHERE m.address = ?1 AND m.replaced = 0
    AND (?2 IS NULL OR (m.at, m.n) < (SELECT b.at, b.n FROM message AS b WHERE b.address = ?1 AND b.id = ?2))
    AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.id = m.n
      AND o.status = 'waiting' AND o.reason IS NULL AND o.due_at > ?3)
  ORDER BY m.at DESC, m.n DESC LIMIT ?4`;

/** A sent message by its id, and whether it is the latest of its seat. */
export const SENT = `SELECT m.body, m.account, NOT EXISTS (SELECT 1 FROM message AS later
    WHERE later.address = m.address AND later.direction = 'out' AND later.notice = 0
      AND later.at >= m.at AND later.n > m.n) AS latest
  FROM message AS m WHERE m.id = ? AND m.direction = 'out' ORDER BY m.n LIMIT 1`;

/** Makes the message repository; transcripts come oldest first. */
export function messageRepository(database: Database, now: () => Date): MessageRepository {
  return {
    transcript: async (address, limit, before) => {
      const params = [seatOf(address), before ?? null, now().toISOString(), limit];
      const rows = await database.read<MessageRow>(TRANSCRIPT, params);
      return rows.map(transcriptRow).reverse();
    },
    commandOf: (button) => commandOf(database, button),
    turnOfMessage: async (address, messageId) => (await saidRow(database, address, messageId))?.id ?? null,
    timeOfMessage: async (address, messageId) => (await saidRow(database, address, messageId))?.at ?? null,
  };
}

function transcriptRow({ id, at, direction, body }: MessageRow): TranscriptRow {
  if (direction === 'in') {
    const { text, messageId }: Said = JSON.parse(body);
    return { id, at, direction, text, reply: null, messageId };
  }
  const { reply }: Sent = JSON.parse(body);
  return { id, at, direction, text: reply.text, reply };
}

async function commandOf(database: Database, button: string) {
  const id = button.slice(0, Math.max(0, button.lastIndexOf('.')));
  const [row] = await database.read<{ body: string; account: string | null; latest: number }>(SENT, [id]);
  if (!row) return null;
  const { reply, commands, to }: Sent = JSON.parse(row.body);
  const command = Object.hasOwn(commands, button) ? commands[button] : undefined;
  if (!command) return null;
  const shown = [...reply.buttons, ...reply.cards.map((card) => card.button)].find((each) => each.id === button);
  return {
    command,
    account: row.account,
    to,
    latest: row.latest === 1,
    asks: reply.asks ?? null,
    label: shown?.label ?? '',
  };
}

/** The message as it was first said: its edits bear the same number. */
async function saidRow(
  database: Database,
  address: Address,
  messageId: string,
): Promise<{ readonly id: string; readonly at: string } | undefined> {
  const [row] = await database.read<{ id: string; at: string }>(
    `SELECT id, at FROM message WHERE address = ? AND direction = 'in' AND body->>'messageId' = ? ORDER BY n LIMIT 1`,
    [seatOf(address), messageId],
  );
  return row;
}
