/** The shapes an answer may have in a draft, a case or a profile. Plain JSON; money in integer yuan. */

/** A sum in integer yuan: one figure, a range, an upper bound, or 未定 (not yet decided). */
export interface MoneyAnswer {
  readonly yuan?: number;
  readonly min?: number;
  readonly max?: number;
  readonly approx?: boolean;
  readonly undecided?: boolean;
}

/** A span of days in programme time, both ends inclusive, ISO `YYYY-MM-DD`; a single day has `start === end`. */
export interface DateAnswer {
  readonly start: string;
  readonly end: string;
  readonly precision: 'day' | 'month' | 'quarter' | 'half' | 'year';
}

/** A length of time in months; `approx` when the person was not exact. */
export interface DurationAnswer {
  readonly months: number;
  readonly approx?: boolean;
}

/** A file kept in the store: `sha256` is its address, `bytes` its size. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
}

/** One value of one cell or field. `null` is a stored skip: the field was seen and left open on purpose. */
export type ScalarAnswer =
  | null
  | string
  | number
  | boolean
  | MoneyAnswer
  | DateAnswer
  | DurationAnswer
  | readonly string[]
  | readonly StoredFile[];

/** One row of a `rows` field: cell id → value. */
export type RowAnswer = Readonly<Record<string, ScalarAnswer>>;

/** The value of one field. */
export type AnswerValue = ScalarAnswer | readonly RowAnswer[];

/** Field id → value; a missing key was never answered. */
export type Answers = Readonly<Record<string, AnswerValue>>;
