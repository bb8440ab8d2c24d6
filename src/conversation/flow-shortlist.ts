/** 推荐揭榜单位: the bidders of a list by number, and several of them recommended in one message; never more than the limit. */
import { move } from '../programme/move.ts';
import { can, caseObject, moverFor } from '../programme/policy.ts';
import type { Application, CaseRecord, Listing } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { actedStep, actorOf, objectOf, refuseAct, refuseUnseen, tellColleagues } from './flow-act.ts';
import { askWhyStill, auditChecks, barsRelated, conflictRow, isConflicted, isWhy, withWhy } from './flow-conflict.ts';
import type { CaseView } from './reducer-types.ts';
import type { Line } from './say.ts';
import { shorten } from './shorten.ts';
import { tellParty } from './tell-party.ts';
import { button, effect, line, say, type Work, withState } from './work.ts';

type Shortlist = Extract<Command, { do: 'shortlist' }>;

/** Statuses of bids that may still be recommended. */
const WAITING: readonly string[] = ['under-review'];
const SHOWN = 10;

/** The list's bidders in the order they came, numbered: "1、3" typed next recommends those. */
export function showBidders(work: Work, view: CaseView): Work {
  const { record } = view;
  if (record.kind !== 'listing' || !can(actorOf(work), 'read-bid-count', objectOf(work, view)))
    return say(work, { lines: [line('case.not-found')] });
  const waiting = bidsOf(view, WAITING);
  const already = bidsOf(view, ['shortlisted']);
  const max = work.book.programme.rules.shortlistMax;
  if (waiting.length === 0)
    return say(withState(work, { inHand: { case: record.id, version: record.version } }), {
      lines: [line('shortlist.nobody', { reference: record.reference, n: already.length })],
      link: `/desk/case/${record.reference}`,
    });
  const shown = waiting.slice(0, SHOWN);
  const held = withState(work, {
    focus: { in: 'idle' },
    inHand: { case: record.id, version: record.version, bidders: shown.map((each) => each.id) },
  });
  return say(held, {
    lines: [
      line('shortlist.head', { title: shorten(record.title, 30), reference: record.reference, n: waiting.length }),
      ...shown.map((each, index) => line('shortlist.row', { n: index + 1, name: nameOf(each) })),
      line('shortlist.how', { max: max - already.length, already: already.length }),
    ],
    buttons: shown.slice(0, 4).map((each) => ({
      label: line('text', { text: shorten(nameOf(each), 20) }),
      command: { do: 'open-case', case: each.id } as const,
    })),
    link: `/desk/case/${record.reference}`,
  });
}

/** Unknown numbers, too many, or the screen that names the chosen ones; after it, all of them in one commit. */
export function shortlistSeveral(work: Work, command: Shortlist, view: CaseView | null): Work {
  if (view?.record.kind !== 'listing') return refuseUnseen(work, { case: command.listing, action: 'shortlist' });
  const listing = view.record;
  const bids = bidsOf(view, WAITING);
  const chosen = command.cases.map((id) => bids.find((each) => each.id === id));
  if (chosen.some((each) => each === undefined)) return sayAgain(work, view, line('shortlist.no-such'));
  const wanted = chosen.flatMap((each) => each ?? []);
  const denied = wanted.find((each) => !can(actorOf(work), 'act:shortlist', bidObject(work, each, listing, view)));
  if (denied) return refuseAct(work, { case: denied.id, action: 'shortlist' }, denied);
  const max = work.book.programme.rules.shortlistMax;
  const left = max - bidsOf(view, ['shortlisted']).length;
  if (wanted.length > left) {
    const key = left === max ? 'shortlist.too-many' : 'shortlist.too-many-left';
    return sayAgain(work, view, line(key, { n: wanted.length, max, left }));
  }
  const related = wanted.filter((each) => isConflicted(view, each.id));
  if (related.length > 0 && barsRelated(work)) return bar(work, related, view);
  const { focus } = work.state;
  const asked = focus.in === 'confirm' && JSON.stringify(focus.command) === JSON.stringify(command);
  const decided = related.length > 0 ? isWhy(command.reason) : asked;
  if (!decided) return confirm(work, command, wanted, view, related.length);
  const done = carryOut(work, wanted, listing, view);
  const why = command.reason ?? '';
  return done.effects.some((each) => each.type === 'save-case')
    ? related.reduce((said, each) => withWhy(said, each, why), done)
    : done;
}

function sayAgain(work: Work, view: CaseView, why: Line): Work {
  const shown = showBidders(work, view);
  const last = shown.effects.at(-1);
  if (last?.type !== 'reply') return shown;
  const told = { ...last, say: { ...last.say, lines: [why, ...last.say.lines] } };
  return { ...shown, effects: [...shown.effects.slice(0, -1), told] };
}

/** Names the chosen ones with what is known of their relations; a conflict wants a reason instead of a yes. */
function confirm(
  work: Work,
  command: Shortlist,
  wanted: readonly Application[],
  view: CaseView,
  related: number,
): Work {
  const { record } = view;
  const ids = wanted.map((each) => each.id);
  const seen = auditChecks(work, view, ids);
  const { reason: _, ...bare } = command;
  const lines = [
    line('shortlist.confirm', { n: wanted.length, title: shorten(record.title, 30), reference: record.reference }),
    ...rowsOf(wanted, view),
  ];
  if (related > 0) return askWhyStill(seen, bare, [...lines, line('conflict.why-still', { n: related })]);
  return say(withState(seen, { focus: { in: 'confirm', command: bare } }), {
    lines,
    buttons: [button('shortlist.yes', bare, 'primary'), button('button.never-mind', { do: 'deny' })],
  });
}

/** The programme bars related parties: nothing is recommended, and staff see which ones and why. */
function bar(work: Work, related: readonly Application[], view: CaseView): Work {
  const ids = related.map((each) => each.id);
  return say(auditChecks(withState(work, { focus: { in: 'idle' } }), view, ids), {
    lines: [line('conflict.barred'), ...rowsOf(related, view)],
    link: `/desk/case/${view.record.reference}`,
  });
}

function rowsOf(bids: readonly Application[], view: CaseView): readonly Line[] {
  return bids.flatMap((each, index) => [
    line('shortlist.row', { n: index + 1, name: nameOf(each) }),
    ...conflictRow(view, each.id),
  ]);
}

/** One after the other on the records as the step before left them: the limit is counted each time. */
function carryOut(before: Work, wanted: readonly Application[], listing: Listing, view: CaseView): Work {
  let work = withState(before, { focus: { in: 'idle' } });
  let list = listing;
  let siblings = view.siblings;
  for (const bid of wanted) {
    const object = bidObject(work, bid, list, { ...view, siblings });
    const actorRole = moverFor(actorOf(work), 'shortlist', object) ?? 'system';
    const others = siblings.filter((each) => each.id !== bid.id);
    const result = move(bid, 'shortlist', {
      at: work.event.at,
      programme: work.book.programme,
      actorRole,
      siblings: others,
      listing: list,
    });
    // Half a shortlist is none: what was gathered so far is dropped with this step.
    if (!result.ok) return say(before, { lines: [line(`move.${result.reason}`, result.vars)] });
    work = effect(
      work,
      save(result.record, bid.version, 'shortlist', bid.status),
      ...result.alongside.map((each) => save(each, each.version - 1, 'seat', each.status)),
    );
    work = tellParty(work, { action: 'shortlist' }, result.record, `${bid.id}.${bid.version}`);
    list = result.alongside.at(-1) ?? list;
    siblings = [...others, result.record];
  }
  return settle(before, work, wanted, list, siblings);
}

/** The list's own step: the names are fixed, and the party with the need is told. */
function settle(
  before: Work,
  work: Work,
  wanted: readonly Application[],
  listing: Listing,
  siblings: readonly CaseRecord[],
): Work {
  const object = caseObject(work.book.programme, listing, { listing, siblings });
  const actorRole = moverFor(actorOf(work), 'shortlist', object) ?? 'system';
  const result = move(listing, 'shortlist', {
    at: work.event.at,
    programme: work.book.programme,
    actorRole,
    siblings,
    listing,
  });
  if (!result.ok) return say(before, { lines: [line(`move.${result.reason}`, result.vars)] });
  const saved = effect(work, save(result.record, listing.version, 'shortlist', listing.status));
  const owner = tellParty(saved, { action: 'shortlist' }, result.record, `${listing.id}.${listing.version}`);
  return told(tellColleagues(owner, result.record, listing.version, 'notice.acted', 'shortlist'), wanted, listing);
}

function save(record: CaseRecord, expected: number, action: string, from: string) {
  return { type: 'save-case', record, expected, action, from } as const;
}

/** Says what was done, and how all of it is taken back at once. */
function told(work: Work, wanted: readonly Application[], listing: Listing): Work {
  const acted = (record: CaseRecord) => ({
    case: record.id,
    acted: actedStep(work, { action: 'shortlist' }, record),
  });
  return say(work, {
    lines: [
      line('shortlist.done', { n: wanted.length, reference: listing.reference }),
      ...wanted.map((each, index) => line('shortlist.row', { n: index + 1, name: nameOf(each) })),
      line('act.undo-within', { seconds: work.book.programme.rules.undoSeconds }),
    ],
    buttons: [
      button('button.take-back', { do: 'take-back', ...acted(listing), also: wanted.map(acted) }),
      button('button.open-case', { do: 'open-case', case: listing.id }),
    ],
  });
}

function bidsOf(view: CaseView, statuses: readonly string[]): readonly Application[] {
  return view.siblings
    .filter((each): each is Application => each.kind === 'application' && statuses.includes(each.status))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
}

function bidObject(work: Work, bid: Application, listing: Listing, view: CaseView) {
  const siblings = view.siblings.filter((each) => each.id !== bid.id);
  return caseObject(work.book.programme, bid, { listing, siblings });
}

function nameOf(bid: Application): string {
  return bid.offline ? bid.reference : `${bid.organisation?.name ?? bid.title}（${bid.reference}）`;
}
