/** Whether turns may still be committed: nothing they rest on has moved since they read it. */
import { type BotError, botError } from '../errors.ts';
import type { TurnResult } from '../ports/turn.ts';
import { CASE_KINDS } from './record-rows.ts';
import { seatOf } from './seat.ts';
import type { Sql } from './sqlite-driver.ts';

/** The results of one call of commit: written together or not at all. */
export type Unit = readonly TurnResult[];

type What = 'conversation' | 'inbox' | 'link' | 'draft' | 'case' | 'profile' | 'handoff';

/** What is known of a thing: a version, or for links the account. */
type Known = Map<string, string | number>;

interface Row {
  readonly what: What;
  readonly id: string | number;
  readonly found: string | number;
}

const among = (what: What): string => `IN (SELECT value FROM json_each(?1, '$.${what}'))`;
const versions = (what: What, table: string): string =>
  `SELECT '${what}' AS what, id, version AS found FROM ${table} WHERE id ${among(what)}`;

const CURRENT = [
  `SELECT 'conversation' AS what, account AS id, version AS found FROM conversation WHERE account ${among('conversation')}`,
  `SELECT 'inbox', id, 1 FROM inbox WHERE status = 'open' AND id ${among('inbox')}`,
  `SELECT 'link', address, account FROM address_link WHERE address ${among('link')}`,
  versions('draft', 'draft'),
  versions('profile', 'profile'),
  versions('handoff', 'handoff'),
  ...CASE_KINDS.map((kind) => versions('case', kind)),
].join(' UNION ALL ');

/** Compares every unit with the database, in order; a unit accepted before counts for the next. Names the refused. */
export async function refusedUnits(sql: Sql, units: readonly Unit[]): Promise<ReadonlyMap<Unit, BotError>> {
  const rows = await sql.all<Row>(CURRENT, [JSON.stringify(wanted(units.flat()))]);
  const known: Known = new Map(rows.map((row) => [`${row.what}:${row.id}`, row.found]));
  const refused = new Map<Unit, BotError>();
  for (const unit of units) {
    const changed: Known = new Map();
    const moved = unit.map((result) => movedIn(result, known, changed)).find((what) => what !== null);
    if (moved) refused.set(unit, botError('conflict', `${moved} changed while the turn ran`, { retryable: true }));
    else for (const [key, value] of changed) known.set(key, value);
  }
  return refused;
}

function wanted(results: Unit): Readonly<Record<What, readonly (string | number)[]>> {
  const effects = results.flatMap((result) => result.effects);
  const messages = results.flatMap((result) => result.turn.messages);
  return {
    conversation: results.map((result) => result.account.id),
    inbox: messages.map((message) => message.inbox),
    link: messages.map((message) => seatOf(message.inbound.address)),
    draft: effects.flatMap((effect) => (effect.type === 'save-draft' ? [effect.draft.id] : [])),
    case: effects.flatMap((effect) => (effect.type === 'save-case' ? [effect.record.id] : [])),
    profile: effects.flatMap((effect) => (effect.type === 'save-profile' ? [effect.profile.id] : [])),
    handoff: effects.flatMap((effect) => (effect.type === 'save-request' ? [effect.request.id] : [])),
  };
}

/** The first thing of a result that moved, or null; notes in `changed` what the result makes of things. */
function movedIn(result: TurnResult, known: Known, changed: Known): string | null {
  const now = (what: What, id: string | number) => changed.get(`${what}:${id}`) ?? known.get(`${what}:${id}`) ?? 0;
  const set = (what: What, id: string | number, value: string | number) => changed.set(`${what}:${id}`, value);
  for (const message of result.turn.messages) {
    const seat = seatOf(message.inbound.address);
    if (now('inbox', message.inbox) !== 1) return `message ${message.inbox}`;
    if ((now('link', seat) || null) !== result.turn.account) return `the account of message ${message.inbox}`;
    set('inbox', message.inbox, 0);
  }
  const account = result.account.id;
  if (now('conversation', account) !== result.turn.version) return `conversation ${account}`;
  set('conversation', account, result.turn.version + 1);
  if (result.link) set('link', seatOf(result.link), account);
  return movedRecord(result, now, set);
}

function movedRecord(
  result: TurnResult,
  now: (what: What, id: string) => string | number,
  set: (what: What, id: string, value: number) => void,
): string | null {
  for (const effect of result.effects) {
    if (effect.type === 'save-draft') {
      // Colleagues write on one draft in turns of their own: who read an earlier version begins again.
      if (Number(now('draft', effect.draft.id)) >= effect.draft.version) return `draft ${effect.draft.id}`;
      set('draft', effect.draft.id, effect.draft.version);
    } else if (effect.type === 'save-case') {
      if (now('case', effect.record.id) !== effect.expected) return `${effect.record.kind} ${effect.record.id}`;
      set('case', effect.record.id, effect.record.version);
    } else if (effect.type === 'save-profile') {
      if (now('profile', effect.profile.id) !== effect.expected) return `profile ${effect.profile.id}`;
      set('profile', effect.profile.id, effect.profile.version);
    } else if (effect.type === 'handoff') {
      set('handoff', effect.request.id, effect.request.version);
    } else if (effect.type === 'save-request') {
      if (now('handoff', effect.request.id) !== effect.expected) return `request ${effect.request.id}`;
      set('handoff', effect.request.id, effect.request.version);
    }
  }
  return null;
}
