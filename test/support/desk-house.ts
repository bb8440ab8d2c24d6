import { makeDesk } from '../../src/engine/desk.ts';
import type { Desk, Documents } from '../../src/ports/desk.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Account, AuditEntry, CaseRecord, Profile, Role } from '../../src/programme/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import { MONDAY, membership, PROGRAMME } from './case-fixtures.ts';
import { randomId } from './random-id.ts';
import { makeSmallMatch } from './small-match.ts';
import { makeTestClock, type TestClock } from './test-clock.ts';

/** A store with cases and people, and the desk on it. */
export interface DeskHouse {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: TestClock;
  readonly match: ReturnType<typeof makeSmallMatch>;
  /** What documents were made of. */
  readonly made: unknown[];
  hire(account: string, role: Role, division?: string | null): Promise<void>;
  hold(rows: {
    readonly cases?: readonly CaseRecord[];
    readonly people?: readonly string[];
    readonly profiles?: readonly Profile[];
  }): Promise<void>;
}

/** Opens an empty house. */
export async function openDeskHouse(): Promise<DeskHouse> {
  const clock = makeTestClock();
  const store = await openStore('sqlite::memory:', { clock, randomId });
  const match = makeSmallMatch();
  const made: unknown[] = [];
  const documents: Documents = {
    make: async (ref, view, account) => {
      made.push({ ref, view, account });
      return { name: 'paper.docx', mime: 'application/x', bytes: new Uint8Array([1]) };
    },
    queue: async (rows) => {
      made.push(rows);
      return new Uint8Array([2]);
    },
  };
  const desk = makeDesk({ store, clock, programme: PROGRAMME, matching: match, documents });
  return {
    store,
    desk,
    clock,
    match,
    made,
    hire: (account, role, division = null) =>
      store.staff.add(anAccount(account), membership(account, role, { division }), entry(account, 'hire')),
    hold: async ({ cases = [], people = [], profiles = [] }) => {
      await store.load.load({ accounts: people.map(anAccount), cases, profiles });
      for (const record of [...cases, ...profiles]) match.put(record);
    },
  };
}

/** A person called like their id. */
export function anAccount(id: string): Account {
  return { id, locale: 'zh', localeChosen: false, name: `示例${id}`, createdAt: MONDAY, source: 'live' };
}

/** A team that agreed to be suggested. */
export function aProfile(id: string, more: Partial<Profile> = {}): Profile {
  const rest = { formVersion: 1, version: 1, updatedAt: MONDAY, discoverable: true, source: 'sample' } as const;
  return { id, account: null, name: `示例团队 ${id}`, answers: {}, ...rest, ...more };
}

/** An audit row about an account or case. */
export function entry(object: string, action: string, more: Partial<AuditEntry> = {}): AuditEntry {
  const rest = { from: null, to: null, reasonHash: null, turn: randomId() };
  return { at: MONDAY, actor: 'system', action, object: { kind: 'account', id: object }, ...rest, ...more };
}
