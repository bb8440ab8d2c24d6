/** The form of the draft in hand as a Word file, for those who rather fill it in offline. */
import type { Draft } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import { draftInHand } from './focus.ts';
import { button, line, mine, say, type Work } from './work.ts';

const LONGEST = 30;
const PAPER = '(?:word|docx?|空(?:白)?表|表格|表单|申报表|申请表|申报书|需求表|模板|form|template)';
const GIVE = '(?:下载|导出|发(?:给|我|份|一份|来)*|给我|要(?:一份)?|有没有|有|拿|download|export|send|give)';
const OFFLINE = '(?:离线|线下|在电脑上|用电脑|回去|带回去|offline)';
const WISH = new RegExp(
  `^(?:.{0,10}${GIVE}.{0,8}${PAPER}.{0,16}|word(?:版|文件|文档|表)?的?|.{0,6}${PAPER}.{0,6}(?:${GIVE}|发我|发一下).{0,4}|.{0,6}${OFFLINE}填.{0,6}|.{0,12}fill.{0,12} offline.{0,4})$`,
  'u',
);

/** Answers a short wish for the Word file while a form is open; null for anything else. */
export function givePaper(work: Work, text: string): Work | null {
  const draft = draftInHand(work) ?? putAside(work);
  const folded = fold(text).trim();
  if (
    draft?.status !== 'open' ||
    text.length > LONGEST ||
    !WISH.test(folded) ||
    !/word|docx|离线|offline|空表|空白表|下载|导出|download/.test(folded)
  )
    return null;
  return say(work, {
    lines: [line('intake.form-here')],
    buttons: [button('button.go-on', { do: 'keep' })],
    files: [{ document: 'draft', id: draft.id, called: { bilingual: work.book.form(draft.form).title } }],
  });
}

/** The only form put aside while nothing else is asked. */
function putAside(work: Work): Draft | undefined {
  if (work.state.focus.in !== 'idle') return undefined;
  const open = mine(work).drafts.filter((draft) => draft.status === 'open');
  return open.length === 1 ? open[0] : undefined;
}
