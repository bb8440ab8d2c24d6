/** One publication as any export or citation gives it. */

/** Unknown parts are empty. */
export interface Publication {
  readonly authors: string;
  readonly title: string;
  readonly venue: string;
  readonly year: string;
  readonly doi: string;
}
