/** Takes out of a message what no person meant to type. */

const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** Control characters but tab and newline; marks that turn writing direction; invisible fillers (not the emoji joiner). */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
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
