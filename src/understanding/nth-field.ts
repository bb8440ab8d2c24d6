/** Changing an answer by the number the review gave it: 改第3项, 第三项改成李敏, change 3 to 7 million. */
import { unfold } from '../text/fold.ts';
import type { Command } from './command.ts';
import { findOrdinal } from './ordinal.ts';
import { stripped } from './polite.ts';

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const CHANGE = new RegExp(
  `^(?:我?想?要?)?(?:改|修改|更正|换|编辑|edit|change|fix|correct)\\s*(?:一?下)?(?:the )?\\s*(?:第|#|no\\.?|number|item|line|question)?\\s*${NUMBER}(?:st|nd|rd|th)?\\s*(?:项|题|条|个|栏|行|号|item|line|question|one)?$|^第\\s*${NUMBER}\\s*(?:项|题|条|个|栏)(?:要|需要|得)?(?:改|换|不对|错|有误|写错|填错)(?:一下|下|了|掉)?$`,
);
const TO = new RegExp(
  `^(?:把|将)?第\\s*${NUMBER}\\s*(?:项|题|条|个|栏)(?:的?内容)?[\\s,，]*(?:应该|要|想)?(?:改|换|变|更正|修改|写|填)(?:成|为|到|作)[:：\\s]*(?<zh>.+)$|^(?:please )?(?:change|set|make|update|correct) (?:the )?(?:no\\.?|number|item|#|question|line)?\\s*${NUMBER}(?:st|nd|rd|th)? (?:one |item |answer )?to (?<en>.+)$`,
);
/** In a field of words a bare "改3" may be an answer; with 第 or 项 it is not. */
const PLAIN = /第|项|题|条|栏|item|line|question|#|number/;

function numberOf(text: string): string {
  return /^\d+$/.test(text) ? text : String(findOrdinal(`第${text}个`)?.n ?? '');
}

/** The command a message about a numbered answer means; null for any other message. `marked`: only where it says 第 or 项. */
export function nthField(original: string, folded: string, marked: boolean): Command | null {
  if (marked && !PLAIN.test(folded)) return null;
  const to = TO.exec(folded.replace(/[。.!！]+$/, ''));
  const value = to?.groups?.zh ?? to?.groups?.en;
  if (to !== null && value !== undefined) {
    const start = folded.indexOf(value);
    const text = unfold(original, folded, start, start + value.length).trim();
    return { do: 'correct', path: numberOf(to[1] ?? to[3] ?? ''), text: text.replace(/(?:吧|谢谢)$/, '') };
  }
  for (const form of stripped(folded)) {
    const nth = CHANGE.exec(form);
    if (nth !== null) return { do: 'change', path: numberOf(nth[1] ?? nth[2] ?? '') };
  }
  return null;
}
