/** A turn from its claimed messages to the commit: conflicts run it again, failures give messages back. */
import { isBotError } from '../errors.ts';
import type { ClaimedMessage, ClaimedTurn, TurnResult } from '../ports/turn.ts';
import { outgoingOf } from './outgoing.ts';
import type { Running } from './parts.ts';
import type { Player } from './play.ts';
import { setBack } from './set-back.ts';
import { type ReadItems, runTurn } from './turn.ts';

/** A turn that meets a conflict is run again on fresh records this often; after that it has failed. */
const RERUNS = 3;

/** Runs and commits a turn; `committed` is told of the result once it is on disk, `remark` is a sentence said before the answers. Throws only when the store is out. */
export async function attemptTurn(
  turn: ClaimedTurn,
  player: Player,
  committed: (result: TurnResult) => void,
  parts: Running,
  remark: string | null = null,
): Promise<void> {
  const read: ReadItems = new Map();
  try {
    for (let run = 0; ; run += 1) {
      const { result, failure, left } = await runTurn(turn, read, player, parts);
      if (!result) throw failure?.error;
      if (!(await commit(remark === null ? result : remarked(result, remark, parts), run < RERUNS, parts))) continue;
      committed(result);
      if (failure) await setBack(turn, failure.messages, 0, failure.error, parts);
      return await freeLeases(left, parts);
    }
  } catch (error) {
    if (isBotError(error, 'store') && error.retryable) throw error;
    const [first, ...others] = turn.messages;
    if (first) await setBack(turn, [first], turn.attempts, error, parts);
    await freeLeases(others, parts);
  }
}

/** The result with one sentence of the catalogue before everything else it says. */
function remarked(result: TurnResult, key: string, parts: Running): TurnResult {
  const [first] = result.turn.messages;
  if (!first) return result;
  const { account } = result;
  const say = { lines: [{ key }], buttons: [], cards: [], files: [] };
  const out = outgoingOf(
    { to: first.inbound.address, say, locale: account.locale, account: account.id },
    `${first.turn}.remark`,
    parts,
  );
  return { ...result, outgoing: [out, ...result.outgoing] };
}

/** False when a conflict was met and the turn may be run again. */
async function commit(result: TurnResult, mayRepeat: boolean, { store, crash }: Running): Promise<boolean> {
  try {
    crash('turn:before-commit');
    await store.turns.commit([result]);
  } catch (error) {
    if (mayRepeat && isBotError(error, 'conflict')) return false;
    throw error;
  }
  crash('turn:after-commit');
  return true;
}

/** Ends leases without counting a try. */
export async function freeLeases(messages: readonly ClaimedMessage[], { store, clock }: Running): Promise<void> {
  if (messages.length > 0)
    await store.turns.renew(
      messages.map((message) => message.inbox),
      clock.now(),
    );
}
