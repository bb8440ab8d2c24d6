/** Whether something was filled in behind a label, and what: placeholders and empty boxes are nothing, ticked boxes are their words. */
import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';

const TICKED = '☑☒■✓✔√✅🗹⊠☐̸';
const EMPTY_BOX = '□☐◻▢⬜○◯';
const BOX = new RegExp(`[${TICKED}${EMPTY_BOX}]`, 'u');
const PREFIXED = new RegExp(`([${TICKED}${EMPTY_BOX}])\\s*([^${TICKED}${EMPTY_BOX}]*)`, 'gu');
const SUFFIXED = new RegExp(`([^${TICKED}${EMPTY_BOX}]+?)\\s*[(（]?\\s*([${TICKED}${EMPTY_BOX}])\\s*[)）]?`, 'gu');
/** [x] 是, (√), ( ) 否 → boxes. */
const TYPED_BOX = /[[(（【]\s*([xXvV√✓✔✗×]|\s)\s*[\])）】]/gu;
const BLANK = /^[\s_＿\-—–.…．。·/\\|:：~]*$/u;
const PROMPT =
  /^[([{<〔【]?(?:请(?:在此)?(?:填写|填|输入|选择|简述|说明|注明|勾选|逐条)|此处(?:填写|输入)|待填|待补充|(?:please )?(?:fill in|enter|select|choose|describe)|click (?:or tap )?(?:here )?to enter|单击(?:或点击)?此处)[^\n]{0,80}$/u;
const NOT_FILLED = /^[([]?(?:未填|未填写|空|not filled in|tbd|n\.a\.)[)\]]?$/u;
const NONE = /^(?:无|没有|暂无|不涉及|不适用|none|n\/a|not applicable)[。.]?$/u;
/** Notes of the paper itself, not of the person. */
const STAMP = /[\s　]*[（(](?:盖章|签字|签章|公章|加盖公章|签名)[）)]\s*$/u;
const LIMIT = /^[（(][^（）()]{0,30}(?:字以内|不超过|限\s*\d+|字数|words)[^（）()]{0,20}[）)]\s*/u;

/** What stands behind a label: words, nothing, or a plain "none". */
export type Filled =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'empty' }
  | { readonly is: 'none' };

const EMPTY: Filled = { is: 'empty' };

/** Reads what was filled in for a field. */
export function filledIn(raw: string, field: Field): Filled {
  const boxes = field.kind === 'choice' || field.kind === 'multi-choice' || field.kind === 'yes-no';
  const ticked = boxes ? tickedWords(raw) : null;
  const words = ticked ?? raw;
  const text = unprinted(words.replace(STAMP, '').replace(LIMIT, ''), field).trim();
  const folded = fold(text).trim();
  if (BLANK.test(folded) || PROMPT.test(folded) || NOT_FILLED.test(folded)) return EMPTY;
  if (NONE.test(folded) && field.kind !== 'yes-no' && !field.required) return { is: 'none' };
  return { is: 'text', text };
}

/** The words of the ticked boxes, '' when none is ticked, null when there are no boxes. */
function tickedWords(raw: string): string | null {
  const text = raw.replace(TYPED_BOX, (_, mark: string) => (mark.trim() === '' ? '□' : '☑'));
  if (!BOX.test(text)) return null;
  const trimmed = text.trim();
  const isPrefixed = BOX.test([...trimmed][0] ?? '');
  const pairs = [...trimmed.matchAll(isPrefixed ? PREFIXED : SUFFIXED)].map((match) =>
    isPrefixed ? ([match[1] ?? '', match[2] ?? ''] as const) : ([match[2] ?? '', match[1] ?? ''] as const),
  );
  const words = pairs
    .filter(([box]) => TICKED.includes(box))
    .map(([, word]) => word.replace(/[\s、,，;；/]+$/u, '').trim());
  return words.filter((word) => word !== '').join('、');
}

/** Takes off what our own papers print beside a value, so that they are read back as they were meant. */
function unprinted(text: string, field: Field): string {
  switch (field.kind) {
    case 'money':
      return text
        .replace(/[（(]\s*[¥￥][\d,，.–\-—~\s]+(?:million)?[）)]/gu, '')
        .replace(/(¥[\d,]+)\s*\([\d.]+ million\)/u, '$1');
    case 'date':
      return text.replace(/[（(](?:周|星期|礼拜)[一二三四五六日天][）)]|\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\)/gu, '');
    case 'duration':
      return text.replace(/[（(]\d+(?:\.\d+)?\s*(?:年|years?)[）)]/u, '');
    default:
      return text;
  }
}
