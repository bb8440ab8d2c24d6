/** Parts of a message that say what is wanted. */

/** We (赣北大学) would like to bid: what stands in brackets is no part of the wish. */
export function withoutAsides(folded: string): string {
  return folded.replace(/\s*[(（][^)）]{0,80}[)）]\s*/g, ' ').trim();
}

/** The clauses of a message without the sighs before them; two parts with a space between are two where both are Chinese. */
export function plainClauses(folded: string): readonly string[] {
  return folded
    .split(/[\s]*[,，。.;；!！、~…\n]+[\s]*|(?<=\p{Script=Han})\s+/u)
    .map((clause) => clause.replace(/^[啊呀哎诶唉噢哦额呃嗯]+/, ''))
    .filter((clause) => clause !== '');
}

/** The clause in which a pattern is found, the whole text when it runs over several. */
export function clauseOf(folded: string, pattern: RegExp): string {
  return folded.split(/[,，。;；!！\n]+/).find((clause) => pattern.test(clause)) ?? folded;
}
