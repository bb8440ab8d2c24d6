/** Cutting a goal text into pieces of which each names at most one target. */
import { findValue } from './indicator-value.ts';

/** No goal is longer; what lies behind is not read. */
const LONGEST = 20_000;
/** A target is a phrase; what goes on longer is cut. */
const LONGEST_PIECE = 300;
const BULLET =
  /^(?:[\s•·*●■◆–—]|-(?!\d))*(?:\(?\d{1,2}\)(?!\d)|\d{1,2}[.、．](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,3}、)?\s*/;
const HEADING =
  /^(?:主要|考核|具体|预期|總體|总体)?(?:技术|技術|性能|经济|量化)?(?:指标|指標|目标|目標|要求|参数|goals?|targets?|indicators?)(?:如下|为|包括|are|is)?\s*:\s*/i;
/** Words with which a piece goes on about the target before it instead of naming another. */
const GOES_ON = /^\s*(?:且|并|並|不|无|無|未|没有|沒有|仍|依然|with(?:out)?\b|no\b|nor\b|free of\b)/i;
const CONDITION = /^\s*(?:(?:在|当|於|于).*|.*(?:下|条件|条件下|环境中))$|^\s*(?:when|under|at)\b/i;
const METHOD = /^\s*(?:按|依据|根据|参照|采用|用|经|由|以|measured|tested|determined|verified|according|per\b|as per)/i;

/** The pieces of a goal text in order, bullets and headings removed, letters and digits in ordinary width. */
export function splitGoals(text: string): readonly string[] {
  return ordinary(text.slice(0, LONGEST))
    .split(/[\n\r;；。!]+|\.(?=\s+[A-Z(]|\s*$)/u)
    .map((sentence) => sentence.replace(BULLET, '').replace(HEADING, '').replace(BULLET, '').trim())
    .flatMap((sentence) => regroup(sentence.split('，').flatMap((piece) => splitList(piece.slice(0, LONGEST_PIECE)))))
    .map((piece) => piece.slice(0, LONGEST_PIECE))
    .filter((piece) => piece !== '');
}

/** Letters, digits and signs in ordinary width; every comma that does not group digits becomes ，. */
function ordinary(text: string): string {
  return text
    .replace(/[\uff01-\uff0b\uff0d-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/,(?!\d{3}(?!\d))|(?<!\d),/g, '，');
}

/** A list with 、 or "and" is several targets only when several of its parts have a value. */
function splitList(piece: string): readonly string[] {
  const parts = /\bbetween\b/i.test(piece) ? [piece] : piece.split(/、|\s+and\s+/i);
  return parts.filter((part) => findValue(part) !== null).length > 1 ? parts : [piece];
}

/** Joins pieces that belong to one target: a condition before it, what follows from it, how it is measured. */
function regroup(pieces: readonly string[]): readonly string[] {
  const groups: string[] = [];
  let condition = false;
  for (const piece of pieces.map((each) => each.trim()).filter((each) => each !== '')) {
    const before = groups.at(-1);
    const goesOn = GOES_ON.test(piece) && findValue(piece) === null;
    const joins = before !== undefined && (condition || goesOn || METHOD.test(piece));
    if (joins) groups[groups.length - 1] = `${before}，${piece}`;
    else groups.push(piece);
    condition = CONDITION.test(piece) && !/[≥≤<>]/.test(piece);
  }
  return groups;
}
