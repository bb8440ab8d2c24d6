/** Recommending a bid with a conflict of interest: staff see why, and decide with a reason where the programme lets them. */
import type { ConflictCheck } from '../programme/conflict-check.ts';
import type { CaseRecord } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { conflictInShort, conflictLines } from './conflict-lines.ts';
import type { CaseView, Effect } from './reducer-types.ts';
import type { Line } from './say.ts';
import { noticeInfo } from './tell-staff.ts';
import { button, effect, line, mine, say, type Work, withState } from './work.ts';

type Act = Extract<Command, { do: 'act' }>;
type Deciding = Extract<Command, { do: 'act' | 'shortlist' }>;

/** The check of one bid of a case read by staff; undefined where none was made. */
export function checkOf(view: Pick<CaseView, 'conflicts'>, bid: string): ConflictCheck | undefined {
  return view.conflicts?.find((each) => each.bid === bid)?.check;
}

/** True when related parties are known to stand behind the bid and its list. */
export function isConflicted(view: Pick<CaseView, 'conflicts'>, bid: string): boolean {
  return checkOf(view, bid)?.answer === 'conflict';
}

/** True where the programme lets no related party be recommended. */
export function barsRelated(work: Work): boolean {
  return work.book.programme.switches.relatedPartiesBarred === true;
}

/** Asked back, or put off: no reason yet. */
const NO_WHY =
  /[?？吗么呢][。.!！]{0,3}$|^(?:(?:那?就?)?(?:先|暂)(?!进)|等(?!级)|稍|慢着|别|(?:让?我们?)?再(?:说|看|想|议|等)|还是(?:不|算|先)|不(?:推荐|选|要|用)|看看|打开|(?:wait|hold|not yet|let me|show)(?![a-z]))/iu;

/** A sentence stands as a reason, and not a stray number, a question or a wish to wait. */
export function isWhy(reason: string | undefined): reason is string {
  return reason !== undefined && /\p{L}{2}/u.test(reason) && !NO_WHY.test(reason.trim());
}

/** What was found of a bid, for the row of a list; nothing where no check was made. */
export function conflictRow(view: CaseView, bid: string): readonly Line[] {
  const check = checkOf(view, bid);
  return check ? [conflictInShort(check)] : [];
}

/** Writes down which answers of the checks were shown. */
export function auditChecks(work: Work, view: CaseView, bids: readonly string[]): Work {
  const rows = bids.flatMap((bid): readonly Effect[] => {
    const check = checkOf(view, bid);
    if (!check) return [];
    const object = { kind: 'conflict', id: `conflict ${bid}` };
    return [{ type: 'audit', action: 'conflict-check', object, from: null, to: check.answer }];
  });
  return effect(work, ...rows);
}

/** Asks for the reason; the sentence typed next is it, and carries the command out. */
export function askWhyStill(work: Work, command: Deciding, lines: readonly Line[]): Work {
  return say(withState(work, { focus: { in: 'reason', command } }), {
    lines,
    buttons: [button('button.never-mind', { do: 'deny' })],
  });
}

/** Holds the recommending of one bid with a conflict: refused where the programme bars it, else until a reason is there. */
export function holdForConflict(work: Work, command: Act, view: CaseView): Work | null {
  const { record } = view;
  const check = command.action === 'shortlist' ? checkOf(view, record.id) : undefined;
  if (check?.answer !== 'conflict') return null;
  const shown = auditChecks(work, view, [record.id]);
  // Names, codes and what somebody declared stay on the desk: Slack and Telegram stand abroad, and rooms there are shared (R42).
  const lines: readonly Line[] = work.event.channel === 'web' ? conflictLines(check) : [conflictInShort(check)];
  if (barsRelated(work)) return say(shown, { lines: [line('conflict.barred-one'), ...lines] });
  if (isWhy(command.reason)) return null;
  const inHand = { case: record.id, version: record.version };
  const asking = { ...command, version: record.version };
  return askWhyStill(withState(shown, { inHand }), asking, [...lines, line('conflict.why-still-one')]);
}

/** The reason goes to the audit (as a hash) and to colleagues of the division; the bidder is not told. */
export function withWhy(work: Work, record: CaseRecord, reason: string): Work {
  const effects = work.effects.map((each) =>
    each.type === 'save-case' && each.record.id === record.id ? { ...each, reason } : each,
  );
  const { account } = mine(work);
  return effect(
    { ...work, effects },
    {
      type: 'tell',
      to: { staff: { sector: record.sector } },
      say: {
        lines: [
          line('conflict.told-why', {
            reference: record.reference,
            reason,
            who: account.name ?? line('act.somebody'),
          }),
        ],
        buttons: [],
        cards: [],
        files: [],
        link: `/desk/case/${record.reference}`,
      },
      notice: noticeInfo(record, `${record.kind}-conflict`),
      // Taken back together with the step it explains.
      group: `${record.id}.${record.version}`,
    },
  );
}
