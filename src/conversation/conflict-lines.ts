/** What a conflict check found, in sentences; the same on the desk and in chat. */
import type { ConflictCheck } from '../programme/conflict-check.ts';
import type { Line } from './say.ts';

/** A sentence with the words it rests on. */
export interface ConflictLine {
  readonly key: string;
  readonly vars?: { readonly what: string };
}

/** Shown of one check in a row of several. */
const IN_SHORT = 4;

/** The answer, then each reason, each thing to look at, and each thing missing with the way to mend it. */
export function conflictLines(check: ConflictCheck): readonly ConflictLine[] {
  const found = (group: string, findings: readonly { readonly kind: string; readonly what: string }[]) =>
    findings.map(({ kind, what }) => ({ key: `conflict.${group}.${kind}`, vars: { what } }));
  return [
    { key: `conflict.answer.${check.answer}` },
    ...found('reason', check.reasons),
    ...found('look', check.looks),
    ...found('missing', check.missing),
  ];
}

/** One line of kinds alone, without codes, titles or people: for a row of several, and for channels abroad. */
export function conflictInShort(check: ConflictCheck): Line {
  const keys = [
    ...check.reasons.map(({ kind }) => `conflict.short.${kind}`),
    ...check.looks.map(({ kind }) => `conflict.short.${kind}`),
    ...check.missing.map(({ kind }) => `conflict.short.no-${kind}`),
  ];
  const [first, ...others] = [...new Set(keys)].slice(0, IN_SHORT).map((key): Line => ({ key }));
  if (first === undefined) return { key: 'conflict.row.clear' };
  const kinds = others.reduce((before, next): Line => ({ key: 'conflict.both', vars: { before, next } }), first);
  return { key: `conflict.row.${check.answer}`, vars: { kinds } };
}
