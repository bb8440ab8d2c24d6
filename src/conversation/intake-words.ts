/** Typed words while a paper's list of values is on screen. */
import type { Draft } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { coverTags, vocabulary } from '../understanding/word-cover.ts';
import type { Work } from './work.ts';

/** Readings that, while one value is said anew, only mean that value. */
const TAKEN_AS_VALUE: readonly Command['do'][] = ['answer', 'none', 'set', 'correct', 'choose', 'affirm', 'deny'];
/** Every word of a plain yes to the whole list; a no, a but or a question is none of them. */
const TAKE_ALL = vocabulary<'yes'>({
  '': '都|全部|全|以上|这些|这份|内容|就|这样|吧|了|的|啦|好|嗯|啊|哦|进去|进来|到|表|表里|表格|里|上|给我|帮我|就行|请|please|all|it|them|this|in|the|form|is|are|looks|look|everything|that|my|to|me|and|go ahead',
  yes: '对|对的|正确|没问题|没毛病|没错|可以|无误|确认|确定|行|好的|看过了|核对过了|是的|填|填入|填上|采用|用|用它|存|存进|导入|保存|yes|ok|okay|correct|right|good|fine|fill|take|use|save|import|confirm|confirmed',
});
const DROP_ALL =
  /^(?:都|全部)?(?:不用|不要|不填|算了|丢掉|作废|取消|别填)(?:了|吧|进去|这份|这些)*[。.!！]*$|^(?:discard|drop|ignore|none of it|cancel)(?: it| them| all)?[.!]*$/;
const NTH =
  /^(?:改|修改|换|第|no\.?|number|#|change)*\s*(\d{1,2})\s*(?:项|条|个|号|行)?\s*(?:不对|错了?|有误|要改|改一?下|改)?[。.]?$/;
const NTH_ANEW =
  /^(?:把)?(?:第)?\s*(\d{1,2})\s*(?:项|条|个|号|行)?\s*(?:应该?(?:是|为)|改成|改为|换成|是|[:：]|should be|is)\s*[:：]?\s*(.+)$/s;

/** What typed words mean while the list is on screen, or one of its values is said anew; null leaves them to the common rules. */
export function intakeWords(work: Work, draft: Draft, text: string, commands: readonly Command[]): Command | null {
  const { focus } = work.state;
  const { intake } = draft;
  if (focus.in !== 'intake' || !intake) return null;
  const folded = fold(text).trim();
  const about = { do: 'intake', draft: draft.id } as const;
  const [first] = commands;
  if (focus.change !== undefined) {
    const n = intake.entries.findIndex((each) => each.path === focus.change) + 1;
    if (first?.do === 'back' || first?.do === 'cancel' || first?.do === 'keep') return { ...about, act: 'show' };
    if (first?.do === 'skip') return { ...about, act: 'leave-out', n };
    return first && TAKEN_AS_VALUE.includes(first.do) ? { ...about, act: 'change', n, text } : null;
  }
  if ((coverTags(folded, TAKE_ALL) ?? []).length > 0)
    return focus.next === undefined ? { ...about, act: 'take' } : { ...about, act: 'show', page: focus.next };
  if (DROP_ALL.test(folded)) return { ...about, act: 'drop' };
  const nth = NTH.exec(folded);
  if (nth) return { ...about, act: 'change', n: Number(nth[1]) };
  const anew = NTH_ANEW.exec(text.normalize('NFKC').trim());
  if (anew?.[2]) return { ...about, act: 'change', n: Number(anew[1]), text: anew[2] };
  if (first?.do !== 'correct') return null;
  const named = intake.entries.findIndex((each) => each.path === first.path) + 1;
  return named > 0 ? { ...about, act: 'change', n: named, text: first.text } : null;
}
