/** What a search finds. */
import type { Listing } from '../programme/records.ts';
import type { MatchReasons } from './match-reason.ts';

/** A list that fits, with the reasons a person can check. */
export interface Hit {
  readonly listing: Listing;
  /** 0…1. */
  readonly score: number;
  /** The person's words that met the list's, in their own spelling. */
  readonly because: readonly { readonly yours: string; readonly theirs: string }[];
  /** The reasons as they can be checked: where the words stand, by which relation they met, what is missing; left out where nobody looked. */
  readonly reasons?: MatchReasons;
  /** The same reasons in a model's words, checked to hold nothing else; left out without a model. */
  readonly explanation?: string;
}
