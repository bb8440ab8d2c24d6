/** Which part of the queue is looked at: tab, filters and page, as the address says. */
import type { QueueFilter } from '../../../ports/desk.ts';
import { isWork } from '../../../programme/allowed-actions.ts';
import { LIFECYCLES, type Mover } from '../../../programme/lifecycle.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { CaseKind, CaseStatus, Party } from '../../../programme/records.ts';

/** The tabs in their order; `mine` waits for the authority. */
export const TABS = ['mine', 'listings', 'needs', 'bids', 'all'] as const;
/** One of {@link TABS}. */
export type Tab = (typeof TABS)[number];

/** Rows of one page. */
export const PAGE_ROWS = 50;

/** The statuses of each kind, in the order cases go through them. */
export const STATUSES: Readonly<Record<CaseKind, readonly CaseStatus[]>> = {
  need: ['posted', 'complete', 'recommended', 'vetted', 'published', 'returned', 'not-selected', 'withdrawn'],
  listing: [
    'drafted',
    'vetted',
    'published',
    'closed',
    'under-review',
    'shortlisted',
    'preselected',
    'taken',
    'withdrawn',
    'archived',
  ],
  interest: ['declared', 'grown', 'withdrawn'],
  application: [
    'submitted',
    'accepted',
    'returned',
    'under-review',
    'shortlisted',
    'preselected',
    'not-selected',
    'withdrawn',
  ],
};

/** The kinds each tab shows. */
export const TAB_KINDS: Readonly<Record<Tab, readonly CaseKind[]>> = {
  mine: ['need', 'listing', 'interest', 'application'],
  listings: ['listing'],
  needs: ['need'],
  bids: ['interest', 'application'],
  all: ['need', 'listing', 'interest', 'application'],
};

const OUR_TURN: readonly Party[] = ['staff', 'experts', 'recommender'];
const OURS: readonly Mover[] = ['recommender', 'reviewer', 'decider'];

/** The statuses of a kind a tab shows: where staff have nothing to do, nothing waits for them. */
export function statusesOf(tab: Tab, kind: CaseKind): readonly CaseStatus[] {
  return tab === 'mine' ? STATUSES[kind].filter((status) => waitsForUs(kind, status)) : STATUSES[kind];
}

function waitsForUs(kind: CaseKind, status: CaseStatus): boolean {
  return LIFECYCLES[kind].some(
    (step) => isWork(step.action) && step.from.includes(status) && step.by.some((mover) => OURS.includes(mover)),
  );
}

/** A checked address of the queue; null filters show everything. Pages count from 1. */
export interface QueueView {
  readonly tab: Tab;
  readonly sector: string | null;
  readonly status: { readonly kind: CaseKind; readonly status: CaseStatus } | null;
  readonly page: number;
}

/** Reads the query of an address; what is not known is left out. */
export function readQueueView(query: unknown, programme: Programme): QueueView {
  const asked = (name: string): string => {
    const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const tab = TABS.find((each) => each === asked('tab')) ?? 'mine';
  const [kindAsked, statusAsked] = asked('status').split(':');
  const kind = TAB_KINDS[tab].find((each) => each === kindAsked);
  const status = kind && STATUSES[kind].find((each) => each === statusAsked);
  const page = Number(asked('page'));
  return {
    tab,
    sector: programme.sectors.find((each) => each.id === asked('sector'))?.id ?? null,
    status: kind && status ? { kind, status } : null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The cases of a view, without its page. Years gone by are only shown when asked for. */
export function queueFilter({ tab, sector, status }: QueueView): QueueFilter {
  const kinds = status ? [status.kind] : TAB_KINDS[tab];
  const wanted = status ? [status.status] : [...new Set(kinds.flatMap((kind) => STATUSES[kind]))].filter(isPresent);
  return {
    kinds,
    ...(tab === 'mine' ? { turns: OUR_TURN, actable: true } : {}),
    ...(tab === 'mine' && status === null ? {} : { statuses: wanted }),
    ...(sector === null ? {} : { sectors: [sector] }),
  };
}

function isPresent(status: CaseStatus): boolean {
  return status !== 'archived';
}

/** The address of a view; `path` is the page or the workbook. */
export function queueHref(view: QueueView, path = '/desk'): string {
  const query = new URLSearchParams();
  if (view.tab !== 'mine') query.set('tab', view.tab);
  if (view.sector !== null) query.set('sector', view.sector);
  if (view.status !== null) query.set('status', `${view.status.kind}:${view.status.status}`);
  if (view.page > 1) query.set('page', String(view.page));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
