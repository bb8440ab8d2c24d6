/** What a wish for lists may be held to: the days they close on and the money they offer. */

/** ISO days a list closes on, and integer yuan it can pay; a missing end is open. */
export interface FindLimits {
  readonly since?: string;
  readonly until?: string;
  readonly least?: number;
  readonly most?: number;
}

/** Only the limits of a wish, a command or a query. */
export function limitsOf({ since, until, least, most }: FindLimits): FindLimits {
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  };
}

/** True for a wish held to nothing. */
export function isUnlimited(limits: FindLimits): boolean {
  return Object.keys(limitsOf(limits)).length === 0;
}

/** True where a list with this offer, a range in yuan, may pay what is wanted; one that names no money is no answer. */
export function paysWithin(
  { least, most }: FindLimits,
  money: { readonly min: number; readonly max: number } | null,
): boolean {
  if (least === undefined && most === undefined) return true;
  return money !== null && money.max >= (least ?? 0) && money.min <= (most ?? Number.POSITIVE_INFINITY);
}
