/** Matches whole messages against the steering phrases. */

import { CONTROL_PHRASES, type Control } from './control-phrases.ts';
import { DELETE_DATA, HANDOFF, LANGUAGE } from './idle-phrases.ts';
import { whole } from './one-of.ts';
import { stripped } from './polite.ts';
import { yesNo } from './yes-no.ts';

const CLAUSES = /[\s]*[,，。.;；!！、\n]+[\s]*/;
/** Small talk that may stand beside a steering phrase without changing it. */
const ASIDE = whole(
  /好|好的|嗯|行|那|等等|等一下|等下|抱歉|不好意思|对不起|谢谢|算了|没事|我(?:先)?(?:有事|去开会|开会|下班|走|忙)|领导说.{0,8}|老板说.{0,8}/,
  /(?:其他)?(?:都|全|全部)(?:对|没问题|好|填好|检查过)?|没问题|可以|看过了|检查过了|确认无误/,
  /(?:it |that |this |all |everything )?looks? (?:good|fine|right|ok|okay|great|correct)(?: to me)?/,
  /all (?:good|correct|right|set)|ok(?:ay)?|thanks?|thank you|sorry|wait|hmm|well|hi|hello|please/,
  /no|yes|everything (?:is|looks) (?:right|correct|good|fine)/,
);
/** Steering phrases that a clause of another kind beside them may not weaken. */
const STRONG: ReadonlySet<Control> = new Set([
  'submit',
  'cancel',
  'pause',
  'skip',
  'back',
  'review',
  'withdraw',
  'undo',
  'offline',
]);

function phrase(text: string): Control | null {
  for (const form of stripped(text)) {
    const plain = form.replace(/^我们?(?=[不放算取退])/, '');
    const found = CONTROL_PHRASES.find(([, pattern]) => pattern.test(form) || pattern.test(plain));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** The steering phrase the whole message is, politeness and harmless asides apart; null when it is none. Text must be folded. */
export function wholeControl(folded: string): Control | null {
  if (folded.length > 60) return null;
  const whole = phrase(folded);
  if (whole !== null) return whole;
  const clauses = folded.split(CLAUSES).filter((clause) => clause !== '');
  if (clauses.length < 2 || clauses.length > 4) return null;
  const controls = new Set<Control>();
  for (const clause of clauses) {
    const control = phrase(clause);
    if (control !== null) controls.add(control);
    else if (
      !ASIDE.test(clause) &&
      !stripped(clause).some((form) => ASIDE.test(form)) &&
      typeof yesNo(clause) !== 'boolean'
    )
      return null;
  }
  const [only] = controls;
  if (controls.has('cancel') && controls.has('pause') && /存|save/.test(folded)) return 'pause';
  if (controls.has('cancel') && [...controls].every((one) => one === 'cancel' || one === 'pause' || one === 'skip'))
    return 'cancel';
  return controls.size === 1 && only !== undefined && STRONG.has(only) ? only : null;
}

/** What a message asks of the service itself, in a form or out of it. */
export type Service =
  | { readonly is: 'language'; readonly locale: 'zh' | 'zh-Hant' | 'en' }
  | { readonly is: 'delete-data' }
  | { readonly is: 'handoff' };

/** Longest message in a free-text answer that may still be a wish to the service. */
const LONGEST_SERVICE = 40;

/** Finds a wish for deletion, another language or a person. `strict` (inside a form): only in short messages. */
export function matchService(folded: string, strict: boolean): Service | null {
  if (strict && folded.length > LONGEST_SERVICE) return null;
  const forms = strict ? stripped(folded) : [folded, ...stripped(folded)];
  const some = (patterns: readonly RegExp[]): boolean =>
    patterns.some((pattern) => forms.some((form) => hits(pattern, form, strict)));
  if (some(DELETE_DATA)) return { is: 'delete-data' };
  const language = LANGUAGE.find(([, pattern]) =>
    forms.some((form) => hits(pattern, form, strict || folded.length > 60)),
  );
  if (language !== undefined && !/翻译|translate/.test(folded)) return { is: 'language', locale: language[0] };
  return some(HANDOFF) ? { is: 'handoff' } : null;
}

/** In strict use a pattern must cover nearly all of the phrase, so that an answer holding it stays an answer. */
function hits(pattern: RegExp, form: string, strict: boolean): boolean {
  const match = pattern.exec(form);
  return match !== null && (!strict || match[0].length >= form.length * 0.6);
}
