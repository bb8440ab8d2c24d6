/** A paper of a person in one shape, whatever it was read from: BibTeX, another export or a pasted citation. */

/** Unknown parts are empty. */
export interface Publication {
  readonly authors: string;
  readonly title: string;
  readonly venue: string;
  readonly year: string;
  readonly doi: string;
}
