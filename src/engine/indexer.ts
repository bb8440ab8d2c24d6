/** Keeps what is searched in memory equal to what is on disk: the shelf of public lists and the match index. */
import type { MatchIndex } from '../ports/match.ts';
import type { RecordRepository } from '../ports/store.ts';
import type { TurnResult } from '../ports/turn.ts';
import type { CaseRecord, Profile } from '../programme/records.ts';
import { isPublic, type LiveShelf } from './shelf.ts';

/** Feeds shelf and match index. */
export interface Indexer {
  /** Reads all lists and profiles; again now and then, for changes made by other processes. */
  load(): Promise<void>;
  /** Takes over what a committed turn saved. */
  committed(result: TurnResult): void;
  /** True for the profile of a person or team that agreed to be suggested. */
  maySuggest(profile: string): boolean;
}

/** Makes the indexer. */
export function makeIndexer(records: RecordRepository, shelf: LiveShelf, matching: MatchIndex): Indexer {
  /** Versions put before: an unchanged record is not analysed again. */
  const known = new Map<string, number>();
  const suggested = new Set<string>();

  function put(record: CaseRecord): void {
    if (record.kind !== 'listing') return;
    shelf.put(record);
    const shown = isPublic(record);
    if (shown && known.get(record.id) !== record.version) matching.put(record);
    if (shown) known.set(record.id, record.version);
    else if (known.delete(record.id)) matching.remove(record.id);
  }

  function putProfile(profile: Profile): void {
    if (known.get(profile.id) !== profile.version) matching.put(profile);
    known.set(profile.id, profile.version);
    if (profile.discoverable) suggested.add(profile.id);
    else suggested.delete(profile.id);
  }

  async function load(): Promise<void> {
    const [listings, profiles] = await Promise.all([shelf.load(records), records.profiles()]);
    for (const listing of listings) put(listing);
    for (const profile of profiles) putProfile(profile);
    const present = new Set([...listings.filter(isPublic), ...profiles].map((record) => record.id));
    for (const id of [...known.keys()].filter((each) => !present.has(each))) {
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
        if (effect.type === 'save-case') put(effect.record);
        if (effect.type === 'save-profile') putProfile(effect.profile);
        // Which profile went with the account is not told: what is no longer there is taken out.
        if (effect.type === 'delete-account') void load().catch(() => undefined);
      }
    },
  };
}
