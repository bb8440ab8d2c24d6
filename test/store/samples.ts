/** Small valid records, turns and worlds for the store's tests. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Address } from '../../src/conversation/address.ts';
import type { Effect, State } from '../../src/conversation/reducer-types.ts';
import type { Reply } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Inbound } from '../../src/ports/message.ts';
import type { ClaimedTurn, Outgoing, TurnRepository, TurnResult } from '../../src/ports/turn.ts';
import type {
  Account,
  Application,
  AuditEntry,
  CaseRecord,
  Draft,
  Listing,
  ListingDetails,
  Profile,
} from '../../src/programme/records.ts';

export const AT = '2026-03-02T01:00:00.000Z';
export const NOW = new Date(AT);
export const LEASE = 60_000;

/** A moment some milliseconds after {@link NOW}. */
export function later(ms: number): Date {
  return new Date(NOW.getTime() + ms);
}

export const randomId = (): string => randomBytes(16).toString('hex');

export const clock: Clock = { now: () => NOW };

/** A clock that a test moves by hand. */
export function movingClock(): Clock & { ms: number } {
  const moving = { ms: 0, now: () => later(moving.ms) };
  return moving;
}

/** A new folder and how to remove it. */
export async function temporaryFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'jiebang-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export function seat(user: string, channel: Address['channel'] = 'web'): Address {
  return { channel, room: user, user };
}

export function inbound(user: string, said: string, more: Partial<Inbound> = {}): Inbound {
  return { keys: [`web:${randomId()}`], address: seat(user), receivedAt: AT, sequence: 0, said, ...more };
}

export function anAccount(id: string): Account {
  return { id, locale: 'zh', localeChosen: false, name: null, createdAt: AT, source: 'live' };
}

export function aDraft(id: string, account: string, more: Partial<Draft> = {}): Draft {
  return {
    ...{ id, account, purpose: 'application', listing: 'listing-1', case: null, form: 'f', formVersion: 1 },
    ...{ stage: 'interest', answers: { unit: '示例大学' }, filledBy: {}, undo: [], status: 'open', version: 1 },
    ...{ createdAt: AT, updatedAt: AT },
    ...more,
  };
}

const CASE: Omit<
  CaseRecord,
  'id' | 'kind' | 'status' | 'reference' | 'listing' | 'interest' | 'stampedCopy' | 'details'
> = {
  ...{ version: 1, track: 'key-technology', title: '高温合金', sector: 'materials', statusSince: AT, createdAt: AT },
  ...{ owner: null, organisation: null, answers: {}, form: null, formVersion: 1, ruleVersion: '1', submittedAt: AT },
  ...{ submission: 1, turn: 'staff', promisedOn: null, reason: null, offline: false, source: 'live' },
};

export function anApplication(id: string, owner: string, more: Partial<Application> = {}): Application {
  const own = { id, reference: `JB-${id}`, owner, listing: 'listing-1', interest: null, stampedCopy: false } as const;
  return { ...CASE, kind: 'application', status: 'submitted', ...own, ...more };
}

export function aListing(id: string, more: Partial<Listing> = {}): Listing {
  const details: ListingDetails = {
    ...{ goals: '目标', indicators: [], money: null, deadline: null, termMonths: null, eligibility: null },
    ...{ visibility: 'public', batch: null, province: null, year: 2026, programmeName: null, takenBy: null },
    ...{ need: null, ourReading: [], terms: [] },
  };
  return { ...CASE, kind: 'listing', status: 'published', id, reference: `B-${id}`, turn: 'nobody', details, ...more };
}

export function aProfile(id: string, account: string | null, more: Partial<Profile> = {}): Profile {
  const rest = { formVersion: 1, version: 1, updatedAt: AT, discoverable: true, source: 'live' } as const;
  return { id, account, name: '示例团队', answers: {}, ...rest, ...more };
}

export function anAudit(object: string, more: Partial<AuditEntry> = {}): AuditEntry {
  const rest = { at: AT, actor: 'system', action: 'submit', from: null, to: 'submitted', reasonHash: null } as const;
  return { ...rest, object: { kind: 'application', id: object }, turn: randomId(), ...more };
}

export function aReply(id: string, text: string, more: Partial<Reply> = {}): Reply {
  return { id, text, buttons: [], cards: [], files: [], keys: [], ...more };
}

export function outgoing(key: string, to: Address, more: Partial<Outgoing> = {}): Outgoing {
  const rest = { commands: {}, account: null, dueAt: AT, group: null, updates: null };
  return { key, to, reply: aReply(`m-${key}`, `text of ${key}`), ...rest, ...more };
}

export const STATE: State = {
  ...{
    v: 1,
    focus: { in: 'idle' },
    shown: [],
    about: null,
    parked: [],
    lastSaid: '',
    misses: 0,
    offered: [],
    search: null,
  },
};

/** What a turn that answers everything it claimed comes to. */
export function resultOf(turn: ClaimedTurn, account: string, more: Partial<TurnResult> = {}): TurnResult {
  const [first] = turn.messages;
  const link = turn.account === null && first ? first.inbound.address : null;
  const said = turn.messages.map(({ inbox, inbound: { address, receivedAt, said: text, messageId } }) => ({
    ...{ inbox, address, at: receivedAt, text: text ?? '', messageId: messageId ?? null },
  }));
  return { turn, account: anAccount(account), link, state: STATE, effects: [], audit: [], outgoing: [], said, ...more };
}

/** Lets somebody say something and commits the turn that comes of it. */
export async function say(
  turns: TurnRepository,
  user: string,
  effects: readonly Effect[] = [],
  more: Partial<TurnResult> = {},
): Promise<void> {
  await turns.accept([inbound(user, 'hello')]);
  const [turn] = await turns.claim(NOW, 1, LEASE);
  if (!turn) throw new Error('nothing to claim');
  await turns.commit([resultOf(turn, `account-${user}`, { effects, ...more })]);
}
