/** The account of somebody who has never spoken before. */
import { createHash } from 'node:crypto';
import type { ClaimedMessage } from '../ports/turn.ts';
import type { Account, Locale } from '../programme/records.ts';
import { detectLocale } from '../text/script.ts';

/** An account whose id comes from the first message, so that running the turn again makes the same one. */
export function newAccount(first: ClaimedMessage): Account {
  const { turn, inbound } = first;
  const said = (inbound.said ?? '').slice(0, 2_000);
  return {
    id: createHash('sha256').update(`${turn}:account`).digest('hex').slice(0, 32),
    locale: detectLocale(said) ?? hinted(inbound.languageHint, said),
    localeChosen: false,
    name: null,
    createdAt: inbound.receivedAt,
    source: 'live',
  };
}

/** Chinese whose characters are the same in both scripts shows no locale of its own, but it is Chinese. */
function hinted(hint: string | undefined, said: string): Locale {
  const tag = (hint ?? '').toLowerCase();
  if (/^zh.*(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant';
  const isChinese = tag === '' || tag === '*' || tag.startsWith('zh') || /\p{Script=Han}{2}/u.test(said);
  return isChinese ? 'zh' : 'en';
}
