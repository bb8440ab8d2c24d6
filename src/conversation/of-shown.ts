/** Questions about the lists on screen that name none of them: 什么时候截止, 哪个钱多. */
import type { Listing } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { readListReference } from '../understanding/list-reference.ts';
import { oneOf, whole } from '../understanding/one-of.ts';
import { stripped } from '../understanding/polite.ts';
import { listingMeant } from './flow-discover.ts';
import type { Work } from './work.ts';

const LONGEST = 40;
const WHEN = '(?:什么时候|什么时间|啥时候|何时|几时|几月几号|几号|哪天|哪一天)';
const ITS =
  '(?:(?:那|这|它|它们|这个|那个|都|是|分别|各|各自|这几个|这些|请问|时间还够吗|来得及吗|申报|报名|揭榜|的|,|，|\\s)*)';
const END = '(?:啊|呀|呢|的|了|来着|榜|[\\s?？。.])*';
const DEADLINE = whole(
  new RegExp(`${ITS}(?:最[晚迟后])?(?:是|在|到)?${WHEN}(?:就|要|会|前)?(?:截止|到期|结束|截|关闭|交|报)${END}`),
  new RegExp(`${ITS}(?:截止|到期|结束)(?:到|于|时间|日期|日)?(?:是|在)?(?:${WHEN}|多久)?${END}`),
  new RegExp(`${ITS}(?:最[晚迟后])(?:要|得|能)?${WHEN}${END}`),
  /(?:and )?(?:when (?:does|do|is|are) (?:it|they|this|these|that)(?: all)? (?:close|due|end|expire)|when(?:'s| is) (?:the |its )?(?:deadline|closing date)|(?:what(?:'s| is) )?(?:the |its |their )?deadlines?)[?.\s]*/,
);
const MONEY = whole(
  new RegExp(`${ITS}(?:能|可以|会|一共|总共|大概)*(?:给|有|拿|批|资助)(?:多少|几)(?:钱|万|经费|资金|资助|额度)${END}`),
  new RegExp(`${ITS}(?:经费|资金|资助|额度|金额|钱)(?:一共|总共|大概)*(?:是|有|给)?(?:多少|几万)(?:钱|万)?${END}`),
  new RegExp(`${ITS}多少(?:钱|经费|资金|万)${END}`),
  /(?:and )?how much (?:money |funding )?(?:is (?:it|that|there)|does it (?:pay|give|offer)|do they (?:pay|give|offer))[?.\s]*/,
);
/** Says that all those on screen are meant. */
const ALL = /都|分别|各|这几|这些|它们|they|these|their/;
const WHICH = oneOf(/哪(?:一)?[个项]|谁/, /(?<![a-z])which(?![a-z])/);
const SOON = oneOf(
  /(?:截止|到期|结束|关)[^,，]{0,3}(?:早|先|快|近)|(?:早|先|快|近)[^,，]{0,3}(?:截止|到期|结束|关)|(?:更|最|比较|时间)(?:急|紧)/,
  /(?<![a-z])(?:closes?|due|ends?|expires?) (?:first|soon(?:er|est)|earli(?:er|est))/,
);
const LATE = oneOf(
  /(?:截止|到期|结束)[^,，]{0,3}[晚迟]|[晚迟][^,，]{0,3}(?:截止|到期|结束)|时间[^,，]{0,3}(?:宽|充裕|长)/,
  /(?<![a-z])(?:closes?|due|ends?) (?:last|later|latest)/,
);
const RICH = oneOf(
  /(?:钱|经费|资金|资助|额度|金额)[^,，]{0,4}[多高大]|(?:pays?|gives?|offers?) (?:the )?most|(?:more|most|highest|biggest|larger) (?:money|funding|budget)/,
);
const POOR =
  /(?:钱|经费|资金|资助|额度|金额)[^,，]{0,4}[少低小]|(?:least|less|lowest|smallest) (?:money|funding|budget)/;

type Measure = (listing: Listing) => number | null;

const closing: Measure = ({ details: { deadline } }) => (deadline === null ? null : Date.parse(deadline));
const paying: Measure = ({ details: { money } }) => money?.max ?? null;

/** How lists are compared: by what, and which way round comes first. */
function comparison(folded: string): { readonly by: Measure; readonly sign: 1 | -1 } | null {
  if (SOON.test(folded)) return { by: closing, sign: 1 };
  if (LATE.test(folded)) return { by: closing, sign: -1 };
  if (RICH.test(folded)) return { by: paying, sign: -1 };
  return POOR.test(folded) ? { by: paying, sign: 1 } : null;
}

/** The command that answers such a question, outside a form; undefined for any other message. */
export function ofShown(work: Work, text: string): Command | undefined {
  const { focus, shown } = work.state;
  const folded = fold(text).trim();
  const isFree = focus.in === 'idle' || (focus.in === 'choose' && focus.draft === undefined);
  if (!isFree || shown.length === 0 || folded.length > LONGEST) return undefined;
  const lists = { shown: [], about: null, named: (words: string) => work.book.shelf.named(words) };
  if ((readListReference(folded, lists)?.ids.length ?? 0) > 0) return undefined;
  const compared = WHICH.test(folded) && shown.length > 1 ? comparison(folded) : null;
  if (compared) return { do: 'detail', listing: firstBy(work, compared.by, compared.sign) };
  const forms = stripped(folded);
  const asksWhen = forms.some((form) => DEADLINE.test(form));
  if (!asksWhen && !forms.some((form) => MONEY.test(form))) return undefined;
  const one = listingMeant(work);
  if (one) return { do: 'detail', listing: one.id };
  return asksWhen || ALL.test(folded) ? { do: 'detail', listing: '' } : undefined;
}

/** The one of those on screen that comes first; none where two are level, so that all are shown. */
function firstBy({ state: { shown }, book }: Work, by: Measure, sign: 1 | -1): string {
  const ranked = shown
    .flatMap((id) => {
      const listing = book.shelf.byId(id);
      const measured = listing ? by(listing) : null;
      return measured === null ? [] : [{ id, measured: measured * sign }];
    })
    .toSorted((a, b) => a.measured - b.measured);
  const [first, second] = ranked;
  return first === undefined || first.measured === second?.measured ? '' : first.id;
}
