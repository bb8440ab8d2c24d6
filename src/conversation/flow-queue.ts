/** What waits for staff, in chat: oldest promise first, each one tap away; a case with the acts possible now. */
import { allowedActions } from '../programme/allowed-actions.ts';
import { can, caseObject } from '../programme/policy.ts';
import type { CaseRecord } from '../programme/records.ts';
import { actorOf } from './flow-act.ts';
import type { CaseView } from './reducer-types.ts';
import { shorten } from './shorten.ts';
import { statusLine } from './status-line.ts';
import { button, line, say, type Work, withState } from './work.ts';

/** The first cases of the queue, each with a button, and how many there are in all. */
export function showQueue(work: Work, cases: readonly CaseRecord[], total: number): Work {
  if (cases.length === 0) return say(work, { lines: [line('queue.empty')], link: '/desk' });
  const shown = cases.slice(0, 4);
  const [only] = total === 1 ? shown : [];
  return say(
    withState(work, { focus: { in: 'idle' }, inHand: only ? { case: only.id, version: only.version } : null }),
    {
      lines: [
        line(total > shown.length ? 'queue.head-more' : 'queue.head', { n: shown.length, total }),
        ...shown.map((each) =>
          line('queue.row', {
            title: each.offline ? line('queue.offline') : shorten(each.title, 24),
            status: statusLine(work, each),
          }),
        ),
      ],
      buttons: shown.map((each) => ({
        label: line('text', { text: each.reference }),
        command: { do: 'open-case', case: each.id } as const,
      })),
      link: '/desk',
    },
  );
}

/** One case for staff: where it stands and the acts that would go through now; the rest is on the desk. */
export function showCaseToStaff(work: Work, view: CaseView): Work {
  const { record } = view;
  const object = caseObject(work.book.programme, record, { listing: view.listing, siblings: view.siblings });
  const acts = allowedActions(actorOf(work), object, { at: work.event.at, programme: work.book.programme });
  const mayShortlist = record.kind === 'listing' && choosesBidders(work, view);
  const readable = work.book.model !== null && !record.offline && can(actorOf(work), 'read-case', object);
  const summary = readable ? [button('button.summary', { do: 'summarise', case: record.id })] : [];
  const shown = mayShortlist ? [...acts, 'shortlist' as const] : acts;
  return say(withState(work, { focus: { in: 'idle' }, inHand: { case: record.id, version: record.version } }), {
    lines: [
      line(record.offline ? 'status.title-offline' : 'status.title', {
        title: record.title,
        reference: record.reference,
      }),
      statusLine(work, record),
    ],
    buttons: [
      ...shown
        .slice(0, summary.length > 0 ? 3 : 4)
        .map((action) => button(`act.${action}`, { do: 'act', case: record.id, action, version: record.version })),
      ...summary,
    ],
    link: `/desk/case/${record.reference}`,
  });
}

/** True for a list under evaluation whose bidders wait for somebody to recommend them. */
function choosesBidders(work: Work, { record, siblings, listing }: CaseView): boolean {
  if (record.kind !== 'listing' || record.track !== 'enterprise-demand' || record.status !== 'under-review')
    return false;
  const object = caseObject(work.book.programme, record, { listing, siblings });
  return can(actorOf(work), 'act:shortlist', object) && siblings.every((each) => each.status !== 'shortlisted');
}
