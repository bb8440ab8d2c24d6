/** Why a list and a person fit, told so that both can check it. */

/** What of a person a reason rests on: the words they searched with, or an item of their profile, by its title where it has one. */
export interface ReasonItem {
  readonly kind: 'words' | 'work' | 'methods' | 'terms' | 'paper' | 'patent' | 'result';
  readonly text: string;
  readonly title?: string;
}

/** What of a list or need a reason meets. */
export interface ReasonPart {
  readonly kind: 'title' | 'terms' | 'indicator' | 'problem' | 'goals';
  readonly text: string;
}

/** How words met: the same words, two names for one thing, or what the first is to the second by the lexicon. */
export type ReasonTie =
  | 'same'
  | 'equal'
  | 'kind-of'
  | 'has-kind'
  | 'made-of'
  | 'part-of'
  | 'done-by'
  | 'way-to'
  | 'used-for'
  | 'served-by'
  | 'troubled-by'
  | 'trouble-of';

/** One thing in common, in both sides' own spelling; English names where the lexicon knows them. */
export interface MatchReason {
  readonly yours: string;
  readonly theirs: string;
  readonly tie: ReasonTie;
  readonly item: ReasonItem | null;
  readonly part: ReasonPart | null;
  readonly english?: string;
  readonly englishTheirs?: string;
}

/** All of a match that can be told. `missing` holds targets none of the person's items speak of. */
export interface MatchReasons {
  readonly met: readonly MatchReason[];
  readonly missing: readonly string[];
}
