/** Takes out of a message what no person meant to type. */

const ESC = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
const ANSI = new RegExp(`${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)?|[@-Z\\\\^_-])`, 'g');
/** Control characters but tab and newline; marks that turn writing direction; invisible fillers (not the emoji joiner). */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const STACKED = /(\p{M}{4})\p{M}+/gu;

/** Removes control, ANSI and direction characters and lone surrogates, keeps at most four stacked marks; newlines stay. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(ANSI, '')
    .replace(UNSEEN, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(STACKED, '$1');
}
