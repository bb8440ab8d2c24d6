/** Cutting people's words for remarks and summaries. */

/** People's words in a remark of ours, cut to a readable length. */
export function shorten(text: string, max = 30): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > max ? `${letters.slice(0, max).join('')}…` : letters.join('');
}
