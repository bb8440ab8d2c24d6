/** What playing a suite yields, in one shape for all four kinds. */

/** One thing that was checked. */
export interface Checked {
  readonly id: string;
  readonly ok: boolean;
  /** Groups it is counted in: `intent apply`, `language zh` … */
  readonly groups: readonly string[];
  readonly say: string;
  /** What happened instead; empty when it is right. */
  readonly got: string;
  /** Kind of grave error, when it is one. */
  readonly grave?: string;
  /** Words that were said, or the turn; for the list of failures. */
  readonly at?: string;
}

/** The result of a whole suite. */
export interface SuiteOutcome {
  readonly suite: string;
  readonly checked: readonly Checked[];
  /** Grave errors found beside the checks. */
  readonly grave: readonly Checked[];
  /** Checks that only a person can judge. */
  readonly judge: readonly { readonly id: string; readonly at: string; readonly say: string }[];
  /** Further numbers: slots, needless questions … */
  readonly numbers: Readonly<Record<string, number>>;
  /** What the reader of the result must know. */
  readonly notes: readonly string[];
  /** Transcripts by id, for judging. */
  readonly transcripts: Readonly<Record<string, string>>;
}

/** Right and all, of a share. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** The share of checks that hold. */
export function shareOf(checked: readonly Checked[]): Share {
  return { right: checked.filter((each) => each.ok).length, of: checked.length };
}

/** Shares by group, in the order groups were met. */
export function sharesByGroup(checked: readonly Checked[]): ReadonlyMap<string, Share> {
  const groups = new Map<string, Share>();
  for (const each of checked) {
    for (const group of each.groups) {
      const { right, of } = groups.get(group) ?? { right: 0, of: 0 };
      groups.set(group, { right: right + (each.ok ? 1 : 0), of: of + 1 });
    }
  }
  return groups;
}

/** Every grave error: those of failed checks and those found beside them. */
export function graveErrors({ checked, grave }: SuiteOutcome): readonly Checked[] {
  return [...checked.filter((each) => !each.ok && each.grave !== undefined), ...grave];
}
