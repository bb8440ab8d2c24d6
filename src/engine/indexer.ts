/** Keeps what is searched in memory equal to what is on disk: the shelf of public lists and the match index. */
import type { MatchIndex } from '../ports/match.ts';
import type { RecordRepository } from '../ports/store.ts';
import type { TurnResult } from '../ports/turn.ts';
import { isPublic } from '../programme/open.ts';
import type { CaseRecord, Profile } from '../programme/records.ts';
import type { LiveShelf } from './shelf.ts';

/** Feeds shelf and match index. */
export interface Indexer {
  /** Reads all lists and profiles; again now and then, for changes made by other processes. */
  load(): Promise<void>;
  /** Takes over what a committed turn saved. */
  committed(result: Pick<TurnResult, 'effects'>): void;
  /** True for the profile of a person or team that agreed to be suggested. */
  maySuggest(profile: string): boolean;
}

/** Records put between two pauses, so that thousands of them hold nobody up. */
const PACE = 50;

function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Puts records one by one, a few at a time; leaves out those that are old when their turn comes. */
async function putInTurns<T extends { readonly id: string }>(
  records: readonly T[],
  isOld: (id: string) => boolean,
  put: (record: T) => void,
): Promise<void> {
  for (const [at, record] of records.entries()) {
    if (!isOld(record.id)) put(record);
    if (at % PACE === PACE - 1) await othersFirst();
  }
}

/** What of a record the index rests on: its version, and when its card was last changed. */
function stampOf(record: CaseRecord | Profile): string {
  return `${record.version} ${'card' in record ? (record.card?.at ?? '') : ''}`;
}

/** Makes the indexer. */
export function makeIndexer(records: RecordRepository, shelf: LiveShelf, matching: MatchIndex): Indexer {
  /** What was put before: an unchanged record is not analysed again. */
  const known = new Map<string, string>();
  const suggested = new Set<string>();
  /** Saved since the last load began: what that load read of them is old. */
  const touched = new Set<string>();
  let loads = 0;
  const fresh = <T extends { readonly id: string }>(record: T): T => {
    touched.add(record.id);
    return record;
  };

  function put(record: CaseRecord): void {
    if (record.kind !== 'listing') return;
    shelf.put(record);
    const shown = isPublic(record);
    if (shown && known.get(record.id) !== stampOf(record)) matching.put(record);
    if (shown) known.set(record.id, stampOf(record));
    else if (known.delete(record.id)) matching.remove(record.id);
  }

  function putProfile(profile: Profile): void {
    if (known.get(profile.id) !== stampOf(profile)) matching.put(profile);
    known.set(profile.id, stampOf(profile));
    if (profile.discoverable) suggested.add(profile.id);
    else suggested.delete(profile.id);
  }

  async function load(): Promise<void> {
    loads += 1;
    const mine = loads;
    touched.clear();
    const [listings, profiles] = await Promise.all([shelf.load(records), records.profiles()]);
    // A later load began, or the record was saved meanwhile: what was read here is old.
    const isOld = (id: string): boolean => mine !== loads || touched.has(id);
    await putInTurns(listings, isOld, put);
    await putInTurns(profiles, isOld, putProfile);
    if (mine !== loads) return;
    const present = new Set([...listings.filter(isPublic), ...profiles].map((record) => record.id));
    for (const id of [...known.keys()].filter((each) => !present.has(each) && !touched.has(each))) {
      known.delete(id);
      suggested.delete(id);
      matching.remove(id);
    }
  }

  return {
    load,
    maySuggest: (profile) => suggested.has(profile),
    committed({ effects }) {
      for (const effect of effects) {
        if (effect.type === 'save-case') put(fresh(effect.record));
        if (effect.type === 'save-profile') putProfile(fresh(effect.profile));
        // Which profile went with the account is not told: what is no longer there is taken out.
        if (effect.type === 'delete-account') void load().catch(() => undefined);
      }
    },
  };
}
