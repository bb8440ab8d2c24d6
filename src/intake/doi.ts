/** Digital object identifiers inside other words. */

const DOI = /10\.\d{4,9}\/[^\s"<>{}，。；、]+/i;

/** The first DOI of a text without what ends its sentence; '' for none. */
export function doiIn(text: string): string {
  return (DOI.exec(text)?.[0] ?? '').replace(/[.,;)\]]+$/, '');
}
