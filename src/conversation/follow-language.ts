/** The language a person is answered in follows the one they write in. */
import { detectLocale } from '../text/script.ts';
import { draftInHand } from './focus.ts';
import { effect, mine, type Work } from './work.ts';

/** The language of what people write is followed until they wish one; a single foreign word changes nothing. */
export function followLanguage(work: Work, text: string): Work {
  const { account } = mine(work);
  // 你好 is the same in both scripts, but no English.
  const heard = detectLocale(text) ?? (account.locale === 'en' && /\p{Script=Han}{2}/u.test(text) ? 'zh' : null);
  if (account.localeChosen || heard === null || heard === account.locale) return work;
  const chinese = heard !== 'en' && account.locale !== 'en';
  const toSimplified = account.locale === 'zh-Hant' && heard === 'zh';
  if (draftInHand(work) && !chinese) return work;
  if (toSimplified && text.length < 6) return work;
  return effect(work, { type: 'save-account', account: { ...account, locale: heard } });
}
