/** What waits for whom: open cases after the policy, overdue ones first. */

import type { QueueRow } from '../ports/desk.ts';
import type { CaseFilter, CaseTally, RecordRepository } from '../ports/store.ts';
import { daysInStatus, isOverdue } from '../programme/days-in-status.ts';
import { type Actor, can, caseObject } from '../programme/policy.ts';
import type { Programme } from '../programme/programme.ts';
import type { CaseRecord, Party } from '../programme/records.ts';
import { staffRoles } from '../programme/standing.ts';

/** What the queue is read from and by whom, at an ISO instant. */
export interface QueueFor {
  readonly records: RecordRepository;
  readonly programme: Programme;
  readonly actor: Actor;
  readonly at: string;
}

/** The cases the actor may read among those the filter names; without `turns` and `statuses`, those that wait for the actor. Overdue first, then by promised day, then the longest waiting. */
export async function queueCases(from: QueueFor, filter: CaseFilter): Promise<readonly CaseRecord[]> {
  const turns = partiesOf(from.actor);
  if (turns.length === 0) return [];
  const { limit: _, offset: __, ...wide } = filter;
  const named = filter.turns !== undefined || filter.statuses !== undefined || filter.listing !== undefined;
  const found = await from.records.cases(named ? wide : { ...wide, turns });
  return found
    .filter((record) => can(from.actor, 'read-case', caseObject(from.programme, record)))
    .filter((record) => record.source !== 'archive' || named)
    .toSorted((a, b) => urgency(a, from).localeCompare(urgency(b, from)));
}

/** The parties a person acts for: staff for all of the authority's steps, recommenders for theirs. */
function partiesOf(actor: Actor): readonly Party[] {
  if (staffRoles(actor).size > 0) return ['staff', 'experts', 'recommender'];
  const recommends = actor.memberships.some((each) => each.role === 'recommender' && each.revokedAt === null);
  return recommends ? ['recommender'] : [];
}

function urgency(record: CaseRecord, { at, programme }: QueueFor): string {
  const late = isOverdue(record, at, programme.timeZone) ? '0' : '1';
  return [late, record.promisedOn ?? '9999-12-31', record.statusSince, record.id].join(' ');
}

/** One row as the desk shows it; the number of bids only for those who may know it. */
export async function queueRow(from: QueueFor, record: CaseRecord): Promise<QueueRow> {
  const zone = from.programme.timeZone;
  const mayCount = record.kind === 'listing' && can(from.actor, 'read-bid-count', caseObject(from.programme, record));
  return {
    record,
    days: daysInStatus(record, from.at, zone),
    overdue: isOverdue(record, from.at, zone),
    count: mayCount ? await from.records.countCases({ kinds: ['interest', 'application'], listing: record.id }) : null,
  };
}

/** How many cases each filter shows, from one tally; the same rules as {@link queueCases}, for filters that name turns, statuses or neither. */
export async function countAll<Name extends string>(
  { records, programme, actor }: QueueFor,
  filters: Readonly<Record<Name, CaseFilter>>,
): Promise<Readonly<Record<Name, number>>> {
  const rows = (await records.tally()).filter(({ sector }) => {
    const division = programme.sectors.find((each) => each.id === sector)?.division ?? null;
    return staffRoles(actor, division).size > 0;
  });
  const counted = Object.entries<CaseFilter>(filters).map(([name, filter]) => [
    name,
    rows.filter((row) => isAmong(row, filter)).reduce((sum, row) => sum + row.n, 0),
  ]);
  return Object.fromEntries(counted);
}

function isAmong(row: CaseTally, { kinds, statuses, sectors, turns, sources }: CaseFilter): boolean {
  return (
    (kinds?.includes(row.kind) ?? true) &&
    (statuses?.includes(row.status) ?? true) &&
    (turns?.includes(row.turn) ?? true) &&
    (sources?.includes(row.source) ?? true) &&
    (sectors === undefined || (row.sector !== null && sectors.includes(row.sector)))
  );
}
