/** What a form's rules may look at beside the answers. */
import type { Programme } from './programme.ts';
import type { Indicator, Track } from './records.ts';

/** The surroundings of a form being filled; plain data, the same for every question of a draft. */
export interface FormContext {
  readonly programme: Programme;
  /** The track of the list or need, or null where none applies (profile). */
  readonly track: Track | null;
  /** The list's indicators: one row each for fields with `rowPer: 'list-indicator'`. */
  readonly indicators: readonly Indicator[];
  /** Day of answering, ISO date in the programme zone; without it nothing is compared with today. */
  readonly today?: string;
  /** The list's offer in integer yuan and its term, for rules that compare a bid with them. */
  readonly list?: {
    readonly money: { readonly min: number; readonly max: number } | null;
    readonly termMonths: number | null;
  };
}
