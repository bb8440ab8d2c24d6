/** The matcher as the engine asks it, and the vectors it keeps. */

import type { MatchReasons, ReasonItem, ReasonPart } from '../conversation/match-reason.ts';
import type { Hit } from '../conversation/reducer-types.ts';
import type { CardDraft } from '../programme/concept-card.ts';
import type { CaseRecord, Profile } from '../programme/records.ts';

/** Finds lists for words and people for lists. Answers in memory; fed by {@link MatchIndex.put}. */
export interface MatchIndex {
  /** Adds or replaces a record's items; unlisted kinds are ignored. */
  put(record: CaseRecord | Profile): void;
  remove(id: string): void;
  /** Lists for a wish, best first. `accept` filters exactly (open, visible, sector). */
  lists(words: string, accept: (id: string) => boolean, limit: number): Promise<readonly MatchHit[]>;
  /** People and teams for a list or need text, best first. */
  people(words: string, accept: (id: string) => boolean, limit: number): Promise<readonly MatchHit[]>;
  /** True when scores are good enough to say that nothing fits: words alone cannot tell. Left out: false. */
  knows?(): boolean;
  /** The same match told so that it can be checked: where the words stand, by which relation they met, what is missing. */
  reasons?(because: MatchHit['because'], items: readonly ReasonItem[], parts: readonly ReasonPart[]): MatchReasons;
  /** Waits until all vectors of put records are stored; for tests and imports. */
  settled(): Promise<void>;
}

/** Proposes the concept card of a text from the lexicon. */
export type DraftCard = (text: string) => Promise<CardDraft>;

/** True where the lexicon knows little of a text, so that matching may miss people; false while that cannot be told. */
export type IsThin = (text: string) => boolean;

/** One match: 0…1 and which words met. */
export interface MatchHit {
  readonly id: string;
  readonly score: number;
  readonly because: Hit['because'];
}

/** Vectors by record item, embedder and text hash. */
export interface VectorRepository {
  load(
    embedder: string,
  ): Promise<readonly { readonly key: string; readonly textHash: string; readonly vector: Float32Array }[]>;
  save(
    embedder: string,
    rows: readonly { readonly key: string; readonly textHash: string; readonly vector: Float32Array }[],
  ): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
