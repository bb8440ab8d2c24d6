/** What the kinds of fields have in common when their answers are read. */
import type { Field, FieldKind } from '../programme/form.ts';

/** A figure, a day, an address or a code: other words are no answer. */
const TYPED: ReadonlySet<FieldKind> = new Set([
  'money',
  'duration',
  'percent',
  'number',
  'date',
  'phone',
  'email',
  'orcid',
  'credit-code',
  'url',
]);
/** Any words would do, or a plain yes. */
const OPEN: ReadonlySet<FieldKind> = new Set(['text', 'long-text', 'rows', 'file', 'yes-no']);

/** True for a field whose answer is a figure, a day, an address or a code. */
export function isTyped({ kind }: Field): boolean {
  return TYPED.has(kind);
}

/** True for a field answered in words of one's own. */
export function isWords({ kind }: Field): boolean {
  return kind === 'text' || kind === 'long-text';
}

/** True for a field that tells by its kind whether a text said elsewhere is meant for it: a value, or one of its options. */
export function isTelling({ kind }: Field): boolean {
  return !OPEN.has(kind);
}
