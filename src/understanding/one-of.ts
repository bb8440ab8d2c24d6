/** Long lists of phrases, written as several short patterns. */

/** A pattern that finds any of the parts. No part may carry flags. */
export function oneOf(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map((part) => part.source).join('|'));
}

/** A pattern that matches a text which, as a whole, is one of the parts. */
export function whole(...parts: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${parts.map((part) => part.source).join('|')})$`);
}
